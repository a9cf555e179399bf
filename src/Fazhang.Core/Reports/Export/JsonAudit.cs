using System.Text.Json;
using Fazhang.Verify;

namespace Fazhang.Core.Reports;

/// <summary>Writes what the audit of a report says: whether it is ready, and everything that stands in the way or should be asked.</summary>
internal static class JsonAudit
{
    public static void Write(Utf8JsonWriter json, ReportAudit audit)
    {
        json.WriteStartObject("audit");
        json.WriteBoolean("ready", audit.IsReady);
        json.WriteNumber("from_books", audit.FromBooks);
        json.WriteNumber("read_back", audit.Check.Figures.Count);
        json.WriteNumber("relations", audit.Check.Relations.Count);
        Findings(json, "errors", audit, FindingLevel.Error);
        Findings(json, "questions", audit, FindingLevel.Question);
        json.WriteStartArray("differences");
        foreach (var difference in audit.Differences)
            Item(json, difference.Message, difference.Place.Block, difference.Place.Start, difference.Place.Length);
        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var missing in audit.Missing)
            json.WriteStringValue(missing.Todo);
        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var span in audit.Facts)
            JsonFigureWriter.Write(json, (FactRef)span.Inline, span);
        json.WriteEndArray();
        json.WriteStartArray("narrative");
        foreach (var typed in audit.Narrative)
            Item(json, typed.Figure.Text, typed.Place.Block, typed.Figure.Start, typed.Figure.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, string name, ReportAudit audit, FindingLevel level)
    {
        json.WriteStartArray(name);
        foreach (var located in audit.Findings.Where(located => located.Finding.Level == level))
            Item(
                json,
                located.Finding.Message,
                located.Block,
                located.Finding.Start,
                located.Finding.Length,
                located.Finding.Code
            );
        json.WriteEndArray();
    }

    private static void Item(Utf8JsonWriter json, string message, int? block, int start, int length, string? code = null)
    {
        json.WriteStartObject();
        if (code is not null)
            json.WriteString("code", code);
        json.WriteString("message", message);
        if (block is { } of)
        {
            json.WriteNumber("block", of);
            json.WriteNumber("start", start);
            json.WriteNumber("length", length);
        }
        json.WriteEndObject();
    }
}
