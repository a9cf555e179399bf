using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Entering a record, doing an action of its flow, correcting it.</summary>
public static class EditPages
{
    /// <summary>The largest form with files, in bytes: a few of the largest files at once.</summary>
    private const long LargestForm = 5L * Attachments.LargestFile;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/r/{register}/new", New);
        routes.MapPost("/r/{register}/new", CreateAsync).WithFormOptions(multipartBodyLengthLimit: LargestForm);
        routes.MapGet("/r/{register}/{id:long}/act/{action}", Act);
        routes.MapPost("/r/{register}/{id:long}/act/{action}", DoActAsync).WithFormOptions(multipartBodyLengthLimit: LargestForm);
        routes.MapGet("/r/{register}/{id:long}/correct", Correct);
        routes.MapPost("/r/{register}/{id:long}/correct", DoCorrectAsync).WithFormOptions(multipartBodyLengthLimit: LargestForm);
    }

    private static IResult New(Visit visit, string register)
    {
        if (Creatable(visit, register, out var refusal) is not { } definition)
            return refusal;
        return Show(visit, Forms.New(visit, definition, null, []));
    }

    private static async Task<IResult> CreateAsync(Visit visit, string register, OnceGuard once)
    {
        if (Creatable(visit, register, out var refusal) is not { } definition)
            return refusal;
        var form = await visit.FormAsync();
        var typed = EditForm.Typed(definition, form, await visit.UploadsAsync(EditForm.Prefix));
        if (RowsEdit.Apply(definition, form, typed))
            return Show(visit, Forms.New(visit, definition, typed, []) with { Once = Once(form) });
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
                Finish(
                    visit,
                    form,
                    JournalAction.Create,
                    new RecordStore(visit.Books).Create(visit.Actor, definition, typed),
                    errors => Forms.New(visit, definition, typed, errors)
                )
        );
    }

    private static IResult Act(Visit visit, string register, long id, string action)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        if (record.Register.Action(action) is not { } definition)
            return Answers.Missing(visit);
        var store = new RecordStore(visit.Books);
        if (!store.CanAct(visit.Actor, record, definition))
            return Answers.Refused(visit, store.WhoMay(definition));
        if (!record.State.Actions.Contains(action))
            return NotNow(visit, record, definition);
        return Open(visit, Forms.Act(visit, record, definition, null, "", []));
    }

    private static async Task<IResult> DoActAsync(Visit visit, string register, long id, string action, OnceGuard once)
    {
        if (RecordPages.Readable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        if (record.Register.Action(action) is not { } definition)
            return Answers.Missing(visit);
        var form = await visit.FormAsync();
        var typed = EditForm.Typed(record.Register, form, await visit.UploadsAsync(EditForm.Prefix));
        var reason = form.GetValueOrDefault(EditForm.ReasonField, "");
        EditForm Again(Record on, IReadOnlyList<FieldError> errors) => Forms.Act(visit, on, definition, typed, reason, errors);
        if (form.ContainsKey(Forms.EditAgain))
            return Show(visit, Again(record, []));
        if (RowsEdit.Apply(record.Register, form, typed))
            return Show(visit, Again(record, []) with { Version = Version(form), Once = Once(form) });
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
                Finish(
                    visit,
                    form,
                    action,
                    new RecordStore(visit.Books).Act(visit.Actor, record.Register, id, Version(form), action, typed, reason),
                    errors => Again(record, errors),
                    current => Again(current, [])
                )
        );
    }

    private static IResult Correct(Visit visit, string register, long id)
    {
        if (Correctable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        return Open(visit, Forms.Correct(visit, record, null, "", []));
    }

    private static async Task<IResult> DoCorrectAsync(Visit visit, string register, long id, OnceGuard once)
    {
        if (Correctable(visit, register, id, out var refusal) is not { } record)
            return refusal;
        var form = await visit.FormAsync();
        var typed = EditForm.Typed(record.Register, form, await visit.UploadsAsync(EditForm.Prefix));
        var reason = form.GetValueOrDefault(EditForm.ReasonField, "");
        EditForm Again(Record on, IReadOnlyList<FieldError> errors) => Forms.Correct(visit, on, typed, reason, errors);
        if (form.ContainsKey(Forms.EditAgain))
            return Show(visit, Again(record, []));
        if (RowsEdit.Apply(record.Register, form, typed))
            return Show(visit, Again(record, []) with { Version = Version(form), Once = Once(form) });
        return once.Do(
            visit.Actor.AccountId,
            form.GetValueOrDefault(OnceGuard.Field),
            () =>
                Finish(
                    visit,
                    form,
                    JournalAction.Change,
                    new RecordStore(visit.Books).Correct(visit.Actor, record.Register, id, Version(form), typed, reason),
                    errors => Again(record, errors),
                    current => Again(current, [])
                )
        );
    }

    /// <summary>The one place where the end of a save becomes an answer.</summary>
    private static (IResult Answer, string? SavedAt) Finish(
        Visit visit,
        IReadOnlyDictionary<string, string> form,
        string action,
        SaveResult result,
        Func<IReadOnlyList<FieldError>, EditForm> again,
        Func<Record, EditForm>? onNewest = null
    )
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                var done = saved.Pending is null ? action : JournalAction.About(JournalAction.Ask, action);
                var address = $"/r/{saved.Record.Register.Key}/{saved.Record.Id}?done={Uri.EscapeDataString(done)}";
                return (Results.Redirect(address), address);
            case SaveResult.Invalid invalid:
                var repeated = again(invalid.Errors) with { Version = Version(form) };
                return (Show(visit, repeated, StatusCodes.Status422UnprocessableEntity), null);
            case SaveResult.Conflict conflict:
                var newest = onNewest!(conflict.Current);
                Look(visit, newest);
                return (
                    Answers.Page<ConflictPage, ConflictModel>(
                        visit,
                        ConflictModel.Of(visit, newest, conflict.Current, Version(form)),
                        StatusCodes.Status409Conflict
                    ),
                    null
                );
            case SaveResult.Refused refused:
                return (Answers.Refused(visit, refused.Message), null);
            default:
                return (Answers.Missing(visit), null);
        }
    }

    /// <summary>The register, when the visitor may enter records into it; otherwise the answer to give.</summary>
    public static RegisterDefinition? Creatable(Visit visit, string register, out IResult refusal)
    {
        if (RegisterPages.Readable(visit, register, out refusal) is not { } definition)
            return null;
        if (visit.Gate.CanCreate(visit.Actor, definition))
            return definition;
        refusal = Answers.Refused(
            visit,
            $"您的角色不能登记“{definition.Title}”。能登记的角色是："
                + string.Join("、", definition.Access.Create.Select(visit.Catalogue.RoleTitle))
                + "。需要登记的，请联系他们或系统管理员。"
        );
        return null;
    }

    private static Record? Correctable(Visit visit, string register, long id, out IResult refusal)
    {
        if (RecordPages.Readable(visit, register, id, out refusal) is not { } record)
            return null;
        if (visit.Gate.CanChange(visit.Actor, record.Register, record.UnitId))
            return record;
        refusal = Answers.Refused(visit, "您的角色不能更正这条记录。请联系承办人或系统管理员。");
        return null;
    }

    private static IResult NotNow(Visit visit, Record record, ActionDefinition action) =>
        Answers.Message(
            visit,
            StatusCodes.Status409Conflict,
            $"现在不能“{action.Title}”",
            $"{record.Name}现在是“{record.State.Title}”，这个环节没有“{action.Title}”。可能已有人办理过：请打开记录查看流水。"
        );

    private static IResult Open(Visit visit, EditForm form)
    {
        Look(visit, form);
        return Show(visit, form);
    }

    /// <summary>A form that shows saved personal fields in clear is a look at them, and looks are journaled.</summary>
    private static void Look(Visit visit, EditForm form)
    {
        if (Forms.ShowsPersonal(form))
            new RecordStore(visit.Books).LookAtPersonal(visit.Actor, form.Record!);
    }

    private static IResult Show(Visit visit, EditForm form, int status = StatusCodes.Status200OK) =>
        Answers.Page<EditPage, EditForm>(visit, form, status);

    /// <summary>The mark of the form that came, for showing the same form again.</summary>
    private static string Once(IReadOnlyDictionary<string, string> form) =>
        form.GetValueOrDefault(OnceGuard.Field) is { Length: 32 } mark ? mark : OnceGuard.NewMark();

    private static long Version(IReadOnlyDictionary<string, string> form) =>
        long.TryParse(
            form.GetValueOrDefault(EditForm.VersionField),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var version
        )
            ? version
            : 0;
}
