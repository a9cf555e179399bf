using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>One input of a form: what it holds is what was typed, also when that is wrong.</summary>
public sealed record FieldInput(FieldDefinition Field, string Text, bool Required, IReadOnlyList<string> Errors);

/// <summary>A form for entering, doing an action or correcting; the page draws it, the endpoint reads it back.</summary>
public sealed record EditForm
{
    public const string Prefix = "f.";
    public const string ReasonField = "reason";
    public const string VersionField = "version";

    public required RegisterDefinition Register { get; init; }

    public required string Title { get; init; }

    /// <summary>Where the form is posted.</summary>
    public required string Address { get; init; }

    public required string Back { get; init; }

    public required string Submit { get; init; }

    public required IReadOnlyList<FieldInput> Inputs { get; init; }

    /// <summary>The record to be changed; null for a new one.</summary>
    public Record? Record { get; init; }

    /// <summary>The version the form was filled in on.</summary>
    public long Version { get; init; }

    /// <summary>True when a reason is asked.</summary>
    public bool AsksReason { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Explains the form: the article, what will happen.</summary>
    public string? Note { get; init; }

    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The mark by which a second press of the button is recognised.</summary>
    public string Once { get; init; } = OnceGuard.NewMark();

    /// <summary>What was typed, by field key; null when the form is shown for the first time.</summary>
    public static Dictionary<string, string?> Typed(IReadOnlyDictionary<string, string> form) =>
        form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[Prefix.Length..], field => (string?)field.Value, StringComparer.Ordinal);

    /// <summary>The inputs of the fields: what was typed where something was, else the value.</summary>
    public static IReadOnlyList<FieldInput> InputsOf(
        IEnumerable<FieldDefinition> fields,
        object?[] values,
        Func<FieldDefinition, bool> required,
        IReadOnlyDictionary<string, string?>? typed,
        IReadOnlyList<FieldError> errors
    ) =>
        [
            .. fields.Select(field => new FieldInput(
                field,
                typed is not null && typed.TryGetValue(field.Key, out var text) ? text ?? "" : InputText(field, values),
                required(field),
                [.. errors.Where(error => error.Field == field.Key).Select(error => error.Message)]
            )),
        ];

    private static string InputText(FieldDefinition field, object?[] values) =>
        values[field.Slot] is { } value ? field.Type.Input(value) : "";

    /// <summary>
    /// True when the browser's own picker can hold the text; what it cannot hold (a mistyped date) is shown as text, so
    /// that nothing typed is lost.
    /// </summary>
    public static bool FitsPicker(FieldInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Text.Length == 0
            || (
                input.Field.Type.Parse(input.Text) is { Error: null, Value: { } value }
                && input.Field.Type.Input(value) == input.Text
                && input.Field.Type.Widget is Widget.Date or Widget.Month
            );
    }
}
