using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Units;

namespace Fazhang.Core.Records;

/// <summary>Checks a record as it is about to be saved. The same checks hold for forms, actions and imports.</summary>
internal sealed class RecordValidator
{
    private readonly RegisterDefinition register;
    private readonly FieldDefinition[] entryRequired;
    private readonly FieldDefinition[] conditional;
    private readonly FieldDefinition[] bounded;

    public RecordValidator(RegisterDefinition register)
    {
        this.register = register;
        entryRequired =
        [
            .. register.Fields.Where(field =>
                field.Required && !field.Retired && (field.BuiltIn || !register.IsFilledByFlow(field))
            ),
        ];
        conditional = [.. register.Fields.Where(field => field.RequiredWhen is not null && !field.Retired)];
        bounded = [.. register.Fields.Where(field => field.Min is not null || field.Max is not null)];
    }

    /// <summary>
    /// Adds every error of the record to the list; none means it may be saved. Fields that already have an error
    /// (unreadable input) are not judged a second time.
    /// </summary>
    /// <param name="before">The values as they are stored; null for a new record.</param>
    public void Check(
        object?[] values,
        object?[]? before,
        UnitTree units,
        EvaluationContext context,
        List<FieldError> errors,
        int? row = null
    )
    {
        var wrong = errors.Count == 0 ? [] : errors.Select(error => error.Field).ToHashSet();
        foreach (var field in entryRequired)
            if (IsEmpty(values[field.Slot]) && !wrong.Contains(field.Key))
                errors.Add(Required(field, row));
        foreach (var field in conditional)
            if (
                IsEmpty(values[field.Slot])
                && !wrong.Contains(field.Key)
                && field.RequiredWhen!.Evaluate(values, context) is true
            )
                errors.Add(Required(field, row));
        foreach (var field in register.Fields)
            if (
                values[field.Slot] is { } value
                && !wrong.Contains(field.Key)
                && field.Type.Check(value, before?[field.Slot], units) is { } problem
            )
                errors.Add(new(field.Key, field.Type.Name, $"“{field.Title}”{problem}", row));
        foreach (var field in bounded)
            if (values[field.Slot] is long number)
            {
                if (number < field.Min)
                    errors.Add(new(field.Key, "min", $"“{field.Title}”不能小于 {field.Type.Show(field.Min.Value)}。", row));
                if (number > field.Max)
                    errors.Add(new(field.Key, "max", $"“{field.Title}”不能大于 {field.Type.Show(field.Max.Value)}。", row));
            }
        // Rules compare fields with each other; they say nothing useful about a record whose fields are wrong by themselves.
        if (errors.Count > 0)
            return;
        foreach (var rule in register.Rules)
            if (rule.Check.Evaluate(values, context) is false)
                errors.Add(new(rule.Field?.Key, "rule", rule.Message, row));
    }

    public static FieldError Required(FieldDefinition field, int? row = null) =>
        new(field.Key, "required", $"请填写“{field.Title}”。", row);

    public static bool IsEmpty(object? value) => value is null or "";
}
