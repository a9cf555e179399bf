using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>One input of a form: what it holds is what was typed, also when that is wrong.</summary>
public sealed record FieldInput(FieldDefinition Field, string Text, bool Required, IReadOnlyList<string> Errors)
{
    /// <summary>Names of files that were chosen and are not saved: a browser does not let a page choose them again.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];
}

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

    /// <summary>
    /// What was typed, by field key. A field with several inputs sends them as key, dot, suffix; its type puts them together.
    /// </summary>
    public static RecordInput Typed(
        RegisterDefinition register,
        IReadOnlyDictionary<string, string> form,
        IReadOnlyList<Upload> uploads
    )
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(form);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal);
        var sent = form.Where(item => item.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(item => (Name: item.Key[Prefix.Length..].Split('.', 2), item.Value));
        foreach (var field in sent.GroupBy(item => item.Name[0], StringComparer.Ordinal))
        {
            var main = field.FirstOrDefault(item => item.Name.Length == 1).Value ?? "";
            var parts = field.Where(item => item.Name.Length == 2).ToDictionary(item => item.Name[1], item => item.Value);
            typed[field.Key] = register.Field(field.Key)?.Type.Compose(main, parts) ?? main;
        }
        return new RecordInput(typed) { Uploads = uploads };
    }

    /// <summary>True when the browser must send files.</summary>
    public bool TakesFiles => Inputs.Any(input => input.Field.Type.Widget == Widget.Files);

    /// <summary>The inputs of the fields: what was typed where something was, else the value.</summary>
    public static IReadOnlyList<FieldInput> InputsOf(
        Visit visit,
        IEnumerable<FieldDefinition> fields,
        object?[] values,
        Func<FieldDefinition, bool> required,
        IReadOnlyDictionary<string, string?>? typed,
        IReadOnlyList<FieldError> errors
    ) =>
        [
            .. fields.Select(field => new FieldInput(
                field,
                typed is not null && typed.TryGetValue(field.Key, out var text) ? text ?? "" : InputText(visit, field, values),
                required(field),
                [.. errors.Where(error => error.Field == field.Key).Select(error => error.Message)]
            )
            {
                Lost = [.. UploadsOf(typed, field).Select(upload => upload.FileName)],
            }),
        ];

    private static IEnumerable<Upload> UploadsOf(IReadOnlyDictionary<string, string?>? typed, FieldDefinition field) =>
        ((typed as RecordInput)?.Uploads ?? []).Where(upload => upload.Field == field.Key);

    private static string InputText(Visit visit, FieldDefinition field, object?[] values) =>
        values[field.Slot] is { } value ? field.Type.Input(value, visit.Words) : "";

    /// <summary>
    /// True when the browser's own picker can hold the text; what it cannot hold (a mistyped date) is shown as text, so
    /// that nothing typed is lost.
    /// </summary>
    public static bool FitsPicker(FieldType type, string text)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 || (type.Parse(text) is { Error: null, Value: { } value } && type.Input(value) == text);
    }
}
