using Fazhang.Core.Definitions;
using Fazhang.Core.Exchange.Excel;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Bringing in a filled-in sheet.</summary>
public sealed record SheetModel
{
    public required RegisterDefinition Register { get; init; }

    /// <summary>How many records the last sheet brought; null before one was sent.</summary>
    public int? Entered { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];
}

/// <summary>A register as an Excel sheet: the sample to fill in, and bringing it in.</summary>
public static class SheetPages
{
    public const string FileField = "sheet.file";

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Prefix = "sheet.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/r/{register}/sample.xlsx", Sample);
        routes.MapGet("/r/{register}/import", Ask);
        routes
            .MapPost("/r/{register}/import", ImportAsync)
            .WithFormOptions(multipartBodyLengthLimit: Workbook.LargestFile + 65_536);
    }

    private static IResult Sample(Visit visit, string register)
    {
        if (EditPages.Creatable(visit, register, out var refusal) is not { } definition)
            return refusal;
        using var content = new MemoryStream();
        RegisterSheet.WriteSample(content, definition, ExampleRow.Of(visit.Books, visit.Actor, definition));
        return Results.File(content.ToArray(), Xlsx, $"{definition.Title}样表.xlsx");
    }

    private static IResult Ask(Visit visit, string register, int? done) =>
        EditPages.Creatable(visit, register, out var refusal) is { } definition
            ? Show(visit, new SheetModel { Register = definition, Entered = done })
            : refusal;

    private static async Task<IResult> ImportAsync(Visit visit, string register, OnceGuard once)
    {
        if (EditPages.Creatable(visit, register, out var refusal) is not { } definition)
            return refusal;
        var form = await visit.FormAsync();
        var files = await visit.UploadsAsync(Prefix);
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
            {
                var model = Import(visit, definition, files);
                if (model.Entered is not { } entered)
                    return (Show(visit, model), null);
                // The address is remembered with the form's mark: pressed twice, the rows are entered once.
                var address = $"/r/{definition.Key}/import?done={entered}";
                return (Results.Redirect(address), address);
            }
        );
    }

    private static SheetModel Import(Visit visit, RegisterDefinition register, IReadOnlyList<Upload> files)
    {
        var model = new SheetModel { Register = register };
        if (files is not [{ Content.IsEmpty: false } file])
            return model with { Errors = [new(null, "file", "请选择一个填好的 .xlsx 文件。")] };
        try
        {
            var (entered, errors) = RegisterSheet.Import(visit.Books, visit.Actor, register, file.Content.ToArray());
            return model with { Entered = errors.Count > 0 ? null : entered, Errors = errors };
        }
        catch (WorkbookException problem)
        {
            return model with { Errors = [new(null, "file", problem.Message)] };
        }
    }

    private static IResult Show(Visit visit, SheetModel model) =>
        Answers.Page<SheetPage, SheetModel>(
            visit,
            model,
            model.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );
}
