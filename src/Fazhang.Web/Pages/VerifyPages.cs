using Fazhang.Verify;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the verify page shows: nothing yet, or a text with what the checker found in it.</summary>
public sealed record VerifyModel(string Text, CheckResult? Result, string? Problem)
{
    public int Errors => Result?.Findings.Count(finding => finding.Level == FindingLevel.Error) ?? 0;

    public int Questions => Result?.Findings.Count(finding => finding.Level == FindingLevel.Question) ?? 0;
}

/// <summary>核验: paste any report, get it back with its arithmetic recomputed. Open to everybody; nothing is kept.</summary>
public static class VerifyPages
{
    /// <summary>In bytes of UTF-8, about 700,000 Chinese characters: far more than any report.</summary>
    public const int LargestText = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/verify", (Visit visit) => Show(visit, new VerifyModel("", null, null)));
        routes.MapPost("/verify", CheckAsync);
    }

    private static async Task<IResult> CheckAsync(Visit visit)
    {
        var text = (await visit.FormAsync()).GetValueOrDefault("text", "").Replace("\r\n", "\n", StringComparison.Ordinal);
        if (System.Text.Encoding.UTF8.GetByteCount(text) > LargestText)
            return Answers.TooLarge(visit);
        if (string.IsNullOrWhiteSpace(text))
            return Show(
                visit,
                new VerifyModel("", null, "还没有文字。请把报告正文粘贴到框里，再点“核验”。"),
                StatusCodes.Status422UnprocessableEntity
            );
        return Show(visit, new VerifyModel(text, ReportChecker.Check(text), null));
    }

    private static IResult Show(Visit visit, VerifyModel model, int status = StatusCodes.Status200OK) =>
        Answers.Page<VerifyPage, VerifyModel>(visit, model, status);
}
