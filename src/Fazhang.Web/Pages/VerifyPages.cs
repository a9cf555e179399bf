using System.Text.RegularExpressions;
using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Fazhang.Verify.Sources;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>One report that was checked: what it is called, which year it is about, and what was found.</summary>
public sealed record CheckedReport(string Name, int? Year, CheckResult Result)
{
    public int Errors => Result.Findings.Count(finding => finding.Level == FindingLevel.Error);

    public int Questions => Result.Findings.Count(finding => finding.Level == FindingLevel.Question);
}

/// <summary>What the verify page shows: nothing yet, or reports in the order of their years with what the checker found.</summary>
public sealed record VerifyModel
{
    /// <summary>What was pasted, given back so that nothing typed is lost.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<CheckedReport> Reports { get; init; } = [];

    /// <summary>What could not be read, and what to do.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>With several reports: the metrics that at least two of them name.</summary>
    public IReadOnlyList<ComparedMetric> Compared { get; init; } = [];
}

/// <summary>核验: paste or drop any reports, get them back with their arithmetic recomputed. Open to everybody; nothing is kept.</summary>
public static partial class VerifyPages
{
    /// <summary>In bytes of UTF-8, about 700,000 Chinese characters: far more than any report.</summary>
    public const int LargestText = 2 * 1024 * 1024;

    /// <summary>Ten years of one unit.</summary>
    public const int MostFiles = 10;

    /// <summary>How far into a report its year is looked for: title and first sentence.</summary>
    private const int HeadLength = 400;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", (Visit visit) => Show(visit, new VerifyModel()));
        routes.MapPost("/verify", CheckAsync).RequireRateLimiting(Hosting.Site.VerifyLimit);
    }

    /// <summary>
    /// Checks texts, the earlier year first; each is compared with the report of the year before when that is among them.
    /// </summary>
    public static IReadOnlyList<CheckedReport> Check(IEnumerable<(string Name, string Text)> texts)
    {
        var ordered = texts
            .Select(pair => (pair.Name, pair.Text, Year: YearOf(pair.Text)))
            .OrderBy(item => item.Year ?? int.MaxValue)
            .ToList();
        return
        [
            .. ordered.Select(item => new CheckedReport(
                item.Name,
                item.Year,
                ReportChecker.Check(
                    item.Text,
                    new CheckOptions
                    {
                        PreviousText = ordered.FirstOrDefault(other => other.Year is { } year && year + 1 == item.Year).Text,
                    }
                )
            )),
        ];
    }

    private static async Task<IResult> CheckAsync(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync();
        var pasted = form["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        if (System.Text.Encoding.UTF8.GetByteCount(pasted) > LargestText)
            return Answers.TooLarge(visit);
        var problems = new List<string>();
        var texts = new List<(string Name, string Text)>();
        if (!string.IsNullOrWhiteSpace(pasted))
            texts.Add(("粘贴的文字", pasted));
        if (form.Files.Count > MostFiles)
            problems.Add($"一次最多核验 {MostFiles} 个文件，现在选了 {form.Files.Count} 个。请分几次核验。");
        foreach (var file in form.Files.Take(MostFiles).Where(file => file.Length > 0))
            if (await ReadAsync(file, problems) is { } text)
                texts.Add((file.FileName, text));
        if (texts.Count == 0 && problems.Count == 0)
            problems.Add("还没有文字。请把报告正文粘贴到框里，或选择文件，再点“核验”。");
        var reports = Check(texts);
        if (form["as"] == "html" && reports is [var only])
            return Results.File(
                System.Text.Encoding.UTF8.GetBytes(VerifyHtml.Page(only.Result, only.Name)),
                "text/html; charset=utf-8",
                Path.GetFileNameWithoutExtension(only.Name) + "-核验.html"
            );
        var model = new VerifyModel
        {
            Text = pasted,
            Reports = reports,
            Problems = problems,
            Compared = reports.Count > 1 ? ReportComparison.Of([.. reports.Select(report => report.Result)]) : [],
        };
        return Show(visit, model, reports.Count == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<string?> ReadAsync(IFormFile file, List<string> problems)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            return ReportFile.Read(bytes.ToArray(), file.FileName).Text;
        }
        catch (UnreadableSourceException exception)
        {
            problems.Add(exception.Message);
            return null;
        }
    }

    /// <summary>The year a report is about, from its head: 2024年法治政府建设… The first one named is it.</summary>
    private static int? YearOf(string text) =>
        Year().Match(text[..Math.Min(text.Length, HeadLength)]) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static IResult Show(Visit visit, VerifyModel model, int status = StatusCodes.Status200OK) =>
        Answers.Page<VerifyPage, VerifyModel>(visit, model, status);

    [GeneratedRegex("((?:19|20)[0-9]{2})年?度?(?!-|[0-9])")]
    private static partial Regex Year();
}
