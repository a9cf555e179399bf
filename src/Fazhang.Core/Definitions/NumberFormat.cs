using System.Globalization;
using System.Text;

namespace Fazhang.Core.Definitions;

/// <summary>
/// How a record's number is built, for example <c>{unit.abbr}复〔{accepted_on:yyyy}〕{seq}号</c>. A record gets its number
/// in the transaction in which the last part becomes known, and keeps it for ever; all parts but {seq} together name
/// the counter that {seq} is drawn from, so numbers have neither gaps nor doubles.
/// </summary>
public sealed record NumberFormat(string Text, IReadOnlyList<NumberPart> Parts)
{
    /// <summary>The counter this record draws from, or null while a part is not known yet.</summary>
    public string? Series(object?[] values, string unitAbbreviation)
    {
        var series = new StringBuilder();
        foreach (var part in Parts)
        {
            var text = part.Kind == NumberPartKind.Sequence ? "#" : part.Write(values, unitAbbreviation);
            if (text is null)
                return null;
            series.Append(text);
        }
        return series.ToString();
    }

    public string Write(object?[] values, string unitAbbreviation, long sequence)
    {
        var number = new StringBuilder();
        foreach (var part in Parts)
            number.Append(
                part.Kind == NumberPartKind.Sequence
                    ? sequence.ToString(part.Format ?? "0", CultureInfo.InvariantCulture)
                    : part.Write(values, unitAbbreviation)
            );
        return number.ToString();
    }
}

public enum NumberPartKind
{
    Text,
    Unit,
    Date,
    Sequence,
}

public sealed record NumberPart(NumberPartKind Kind, string Text, FieldDefinition? Field = null, string? Format = null)
{
    public string? Write(object?[] values, string unitAbbreviation) =>
        Kind switch
        {
            NumberPartKind.Text => Text,
            NumberPartKind.Unit => unitAbbreviation,
            NumberPartKind.Date => values[Field!.Slot] is DateOnly date
                ? date.ToString(Format ?? "yyyy", CultureInfo.InvariantCulture)
                : null,
            _ => throw new InvalidOperationException("The sequence is written by NumberFormat."),
        };
}
