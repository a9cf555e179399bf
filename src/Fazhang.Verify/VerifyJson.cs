using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fazhang.Verify;

/// <summary>The machine form of results: a JSON array with one object a file. Its names are a contract with other programs.</summary>
public static class VerifyJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the results, in the order given.</summary>
    public static string Write(IEnumerable<(string File, CheckResult Result)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var (file, result) in results)
            {
                WriteResult(writer, file, result);
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>The name of a kind in the machine form.</summary>
    public static string Name(FigureKind kind) =>
        kind switch
        {
            FigureKind.Count => "count",
            FigureKind.People => "people",
            FigureKind.Times => "times",
            FigureKind.Money => "money",
            FigureKind.Percent => "percent",
            FigureKind.ChangePercent => "change_pct",
            FigureKind.ChangePoints => "change_pp",
            FigureKind.RatePer => "rate_per",
            FigureKind.Duration => "duration",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The name of a relation type in the machine form.</summary>
    public static string Name(RelationType type) =>
        type switch
        {
            RelationType.Sum => "sum",
            RelationType.Ratio => "ratio",
            RelationType.ImpliedDenominator => "implied_denominator",
            RelationType.PercentSum => "percent_sum",
            RelationType.SameMetric => "same_metric",
            RelationType.Difference => "difference",
            RelationType.YearOnYear => "yoy",
            RelationType.PercentagePoints => "percentage_points",
            RelationType.Average => "average",
            RelationType.Subset => "subset",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static void WriteResult(Utf8JsonWriter writer, string file, CheckResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteStartArray("figures");
        foreach (var figure in result.Figures)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", figure.Start);
            writer.WriteString("text", figure.Text);
            writer.WriteNumber("value", figure.Value);
            writer.WriteString("unit", figure.Unit);
            writer.WriteString("kind", Name(figure.Kind));
            writer.WriteBoolean("approx", figure.Approx);
            writer.WriteString("subject", figure.Subject);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("relations");
        foreach (var relation in result.Relations)
        {
            writer.WriteStartObject();
            writer.WriteString("type", Name(relation.Type));
            writer.WriteStartArray("members");
            foreach (var member in relation.Members)
            {
                writer.WriteNumberValue(member);
            }
            writer.WriteEndArray();
            writer.WriteString(
                "verdict",
                relation.Verdict switch
                {
                    Verdict.Holds => "holds",
                    Verdict.Error => "error",
                    _ => "question",
                }
            );
            writer.WriteString("expected", relation.Expected);
            writer.WriteString("actual", relation.Actual);
            writer.WriteString("explanation", relation.Explanation);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("level", finding.Level == FindingLevel.Error ? "error" : "question");
            writer.WriteString("code", finding.Code);
            writer.WriteNumber("start", finding.Start);
            writer.WriteNumber("length", finding.Length);
            writer.WriteString("message", finding.Message);
            if (finding.Relation is { } index)
            {
                writer.WriteNumber("relation", index);
            }
            else
            {
                writer.WriteNull("relation");
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
