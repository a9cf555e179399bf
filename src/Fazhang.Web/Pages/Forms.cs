using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Makes the forms of a register out of its definition.</summary>
public static class Forms
{
    /// <summary>The button of the conflict page that leads back to the form instead of saving.</summary>
    public const string EditAgain = "edit-again";

    /// <summary>The form for a new record.</summary>
    /// <param name="start">What it starts with; null for an empty one with its defaults.</param>
    public static EditForm New(
        Visit visit,
        RegisterDefinition register,
        IReadOnlyDictionary<string, string?>? typed,
        IReadOnlyList<FieldError> errors,
        object?[]? start = null
    )
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(register);
        var blank = start ?? new RecordStore(visit.Books).Blank(visit.Actor, register);
        var unit = blank[FieldDefinition.UnitSlot] as long? ?? 0;
        var fields = register
            .EntryFields.Where(field => visit.Gate.CanEdit(visit.Actor, register, field, unit, register.Initial.Key, isNew: true))
            .Prepend(register.Fields[FieldDefinition.UnitSlot]);
        return new EditForm
        {
            Register = register,
            Title = $"新增{register.Title}",
            Address = $"/r/{register.Key}/new",
            Back = $"/r/{register.Key}",
            Submit = "保存",
            Inputs = EditForm.InputsOf(visit, fields, blank, field => field.Required, typed, errors),
            Note = register.Number is null ? null : "编号在流程中自动产生，不用填写。",
            Errors = errors,
        };
    }

    /// <summary>The form of an action: only what it asks, with the defaults of empty fields filled in.</summary>
    public static EditForm Act(
        Visit visit,
        Record record,
        ActionDefinition action,
        IReadOnlyDictionary<string, string?>? typed,
        string reason,
        IReadOnlyList<FieldError> errors
    )
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(action);
        return new EditForm
        {
            Register = record.Register,
            Record = record,
            Version = record.Version,
            Title = action.Title,
            Address = $"/r/{record.Register.Key}/{record.Id}/act/{action.Key}",
            Back = $"/r/{record.Register.Key}/{record.Id}",
            Submit = action.Title,
            Inputs = EditForm.InputsOf(
                visit,
                action.Asks.Where(field => IsAllowed(visit, record, field)),
                new RecordStore(visit.Books).Asked(record, action),
                field => !action.Optional.Contains(field.Key),
                typed,
                errors
            ),
            AsksReason = action.Reason,
            Reason = reason,
            Note = action.Law,
            Errors = errors,
        };
    }

    /// <summary>The form for a correction; personal fields are in it only for those who may see them.</summary>
    public static EditForm Correct(
        Visit visit,
        Record record,
        IReadOnlyDictionary<string, string?>? typed,
        string reason,
        IReadOnlyList<FieldError> errors
    )
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(record);
        var fields = RecordStore.CorrectableFields(record).Where(field => IsAllowed(visit, record, field));
        return new EditForm
        {
            Register = record.Register,
            Record = record,
            Version = record.Version,
            Title = "更正",
            Address = $"/r/{record.Register.Key}/{record.Id}/correct",
            Back = $"/r/{record.Register.Key}/{record.Id}",
            Submit = "保存更正",
            Inputs = EditForm.InputsOf(visit, fields, record.Values, field => field.Required, typed, errors),
            AsksReason = true,
            Reason = reason,
            Note = "更正会连同理由、改动前后的内容一起记入流水；相关数字同时改正。办理流程请用记录页上的操作。",
            Errors = errors,
        };
    }

    /// <summary>Whether a form shows personal values that are saved already: opening it is a look.</summary>
    public static bool ShowsPersonal(EditForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Record is { } record
            && form.Inputs.Any(input => input.Field.Personal != Personal.None && record.Values[input.Field.Slot] is not null);
    }

    private static bool IsAllowed(Visit visit, Record record, FieldDefinition field) =>
        visit.Gate.CanEdit(visit.Actor, record.Register, field, record.UnitId, record.State.Key);
}
