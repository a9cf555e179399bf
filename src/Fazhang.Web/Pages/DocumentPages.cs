using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A document on a page, to be read and printed.</summary>
public sealed record DocumentModel
{
    public required Record Record { get; init; }

    public required ProducedDocument Kept { get; init; }

    public required ReportDocument Document { get; init; }

    /// <summary>True when names are shown; the look is journaled then.</summary>
    public required bool Clear { get; init; }

    public required bool CanSeeClear { get; init; }
}

/// <summary>Documents of a record: made out, opened, printed and taken along.</summary>
public static class DocumentPages
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/r/{register}/{id:long}/produce/{form}", ProduceAsync);
        routes.MapGet("/r/{register}/{id:long}/doc/{document:long}", Show);
        routes.MapGet("/r/{register}/{id:long}/doc/{document:long}/docx", Word);
        // In clear: a look that is journaled, so never by following a link.
        routes.MapPost("/r/{register}/{id:long}/doc/{document:long}", ShowClear);
        routes.MapPost("/r/{register}/{id:long}/doc/{document:long}/docx", WordClear);
    }

    private static async Task<IResult> ProduceAsync(Visit visit, string register, long id, string form, OnceGuard once)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        var fields = await visit.FormAsync();
        return once.Do(
            visit.Actor.AccountId,
            fields.GetValueOrDefault(OnceGuard.Field),
            () =>
                ApprovalPages.Finish(
                    visit,
                    record,
                    JournalAction.Produce,
                    new Documents(visit.Books).Produce(visit.Actor, record.Register, id, form)
                )
        );
    }

    private static IResult Show(Visit visit, string register, long id, long document) =>
        Find(visit, register, id, document, clear: false, out var refusal) is { } model ? Page(visit, model) : refusal;

    private static IResult ShowClear(Visit visit, string register, long id, long document) =>
        Find(visit, register, id, document, clear: true, out var refusal) is { } model ? Page(visit, model) : refusal;

    private static IResult Word(Visit visit, string register, long id, long document) =>
        Find(visit, register, id, document, clear: false, out var refusal) is { } model ? File(model) : refusal;

    private static IResult WordClear(Visit visit, string register, long id, long document) =>
        Find(visit, register, id, document, clear: true, out var refusal) is { } model ? File(model) : refusal;

    private static DocumentModel? Find(Visit visit, string register, long id, long document, bool clear, out IResult refusal)
    {
        if (RecordPages.Readable(visit, register, id, out refusal) is not { } record)
            return null;
        var documents = new Documents(visit.Books);
        var kept = documents.Of(record).FirstOrDefault(kept => kept.Id == document);
        refusal = Answers.Missing(visit);
        if (kept is null)
            return null;
        var canSee =
            record.Register.Fields.Any(field => field.Personal != Personal.None)
            && visit.Gate.CanSeePersonal(visit.Actor, record.Register, record.UnitId);
        if (clear && !canSee)
        {
            refusal = Answers.Refused(visit, "您的角色不能查看个人信息。可以查看遮盖后的文书；确有需要的，请联系承办人。");
            return null;
        }
        var content = clear ? documents.OpenClear(visit.Actor, record, document) : documents.Open(record, document);
        return content is null
            ? null
            : new DocumentModel
            {
                Record = record,
                Kept = kept,
                Document = content,
                Clear = clear,
                CanSeeClear = canSee,
            };
    }

    private static IResult Page(Visit visit, DocumentModel model) => Answers.Page<DocumentPage, DocumentModel>(visit, model);

    private static IResult File(DocumentModel model)
    {
        using var stream = new MemoryStream();
        DocxReport.Write(model.Document, stream);
        return Results.File(stream.ToArray(), WordType, $"{model.Kept.Title}{model.Kept.Number}.docx");
    }
}
