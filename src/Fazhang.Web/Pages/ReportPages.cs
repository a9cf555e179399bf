using System.Text;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Fazhang.Verify;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the page of an annual report shows.</summary>
public sealed record ReportModel(FigureChoice Choice, AnnualDraft Draft)
{
    /// <summary>The findings as marks in the text.</summary>
    public IReadOnlyList<ReportMark> Marks =>
        [
            .. Draft
                .Audit.Findings.Where(located => located.Finding.Length > 0)
                .Select(located => new ReportMark(
                    located.Finding.Start,
                    located.Finding.Length,
                    located.Finding.Level == FindingLevel.Error ? "bad" : "ask",
                    located.Finding.Message
                )),
        ];
}

/// <summary>The draft of the annual report with its audit, and its exports.</summary>
public static class ReportPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report", (Visit visit) => Results.Redirect($"/report/{visit.Books.Clock.Today.Year}"));
        routes.MapGet("/report/{year:int}", Show);
        routes.MapGet("/report/{year:int}/export.{format}", Export);
    }

    private static IResult Show(Visit visit, int year) =>
        Draft(visit, year, out var refusal) is { } model ? Answers.Page<ReportPage, ReportModel>(visit, model) : refusal;

    private static IResult Export(Visit visit, int year, string format)
    {
        if (Draft(visit, year, out var refusal, withBacking: format == "json") is not { } model)
            return refusal;
        var document = model.Draft.Document;
        // A file that leaves the house carries no links into it.
        return format switch
        {
            "html" => File(visit, model, "text/html; charset=utf-8", format, Encoding.UTF8.GetBytes(HtmlReport.Page(document))),
            "md" => File(
                visit,
                model,
                "text/markdown; charset=utf-8",
                format,
                Encoding.UTF8.GetBytes(MarkdownReport.Write(document))
            ),
            "json" => File(
                visit,
                model,
                "application/json",
                format,
                Encoding.UTF8.GetBytes(JsonReport.Write(model.Draft, visit.Catalogue))
            ),
            "docx" => File(
                visit,
                model,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                format,
                Docx(document)
            ),
            _ => Answers.Missing(visit),
        };
    }

    private static ReportModel? Draft(Visit visit, int year, out IResult refusal, bool withBacking = false)
    {
        if (!visit.May(Permission.Report))
        {
            refusal = Answers.Refused(visit, "您的角色不能查看年度报告。需要查看的，请向系统管理员申请有“年度报告”权限的角色。");
            return null;
        }
        if (FigurePages.Choose(visit, year, out refusal) is not { } choice)
            return null;
        try
        {
            return new ReportModel(choice, new AnnualReport(visit.Books).Draft(choice.Year, choice.Unit.Id, withBacking));
        }
        catch (DefinitionException wrong)
        {
            // Units that a place's own part names are known only where the books are.
            refusal = Answers.Message(
                visit,
                StatusCodes.Status409Conflict,
                "年度报告的定义有误",
                string.Join(' ', wrong.Problems)
            );
            return null;
        }
    }

    private static byte[] Docx(ReportDocument document)
    {
        using var stream = new MemoryStream();
        DocxReport.Write(document, stream);
        return stream.ToArray();
    }

    private static IResult File(Visit visit, ReportModel model, string type, string format, byte[] bytes) =>
        Results.File(bytes, type, $"{model.Draft.Document.Title}.{format}");
}
