using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Reports;

/// <summary>
/// Writes a report for machines: title, year, place, office, date, the plain text, its blocks by section, every sentence with its
/// figures, and what the audit says. A figure has its reference, value, printed text and what stands behind it. All places count
/// characters (UTF-16) from 0 in <c>text</c>.
/// </summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The answer is JSON, never pasted into HTML unencoded; Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The report alone, without books: its figures have no records behind them.</summary>
    public static string Write(ReportDocument document) => Write(document, new JsonFigureWriter(null, null), null);

    /// <summary>The report with its audit and, where the draft counted them, the records behind its figures.</summary>
    public static string Write(AnnualDraft draft, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Write(draft.Document, new JsonFigureWriter(draft, catalogue), draft.Audit);
    }

    private static string Write(ReportDocument document, JsonFigureWriter figures, ReportAudit? audit)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, document, ReportText.Of(document), figures, audit);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(
        Utf8JsonWriter json,
        ReportDocument document,
        ReportText text,
        JsonFigureWriter figures,
        ReportAudit? audit
    )
    {
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteNumber("year", document.Variables.Year);
        json.WriteString("place", document.Variables.Place);
        json.WriteString("office", document.Variables.Office);
        json.WriteString("date", document.Variables.Date.ToString("yyyy-MM-dd"));
        json.WriteString("text", text.Text);
        WriteSections(json, document, text);
        json.WriteStartArray("sentences");
        foreach (var sentence in Sentence.Of(text))
            WriteSentence(json, sentence, figures);
        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var span in text.Spans.Where(span => span.Inline is FigureRef))
            figures.Write(json, (FigureRef)span.Inline, span);
        json.WriteEndArray();
        if (audit is not null)
            JsonAudit.Write(json, audit);
        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, Sentence sentence, JsonFigureWriter figures)
    {
        json.WriteStartObject();
        json.WriteString("text", sentence.Text);
        json.WriteNumber("block", sentence.Block);
        json.WriteNumber("start", sentence.Start);
        json.WriteNumber("length", sentence.Text.Length);
        json.WriteStartArray("figures");
        foreach (var span in sentence.Spans)
            if (span.Inline is FigureRef figure)
                figures.Write(json, figure, span);
        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var span in sentence.Spans)
            if (span.Inline is FactRef fact)
                JsonFigureWriter.Write(json, fact, span);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A section is a heading with the blocks under it; what stands before the first heading has level 0.</summary>
    private static void WriteSections(Utf8JsonWriter json, ReportDocument document, ReportText text)
    {
        var places = text.Spans.GroupBy(span => span.Block).ToDictionary(group => group.Key, group => group.ToList());
        json.WriteStartArray("sections");
        OpenSection(json, 0, document.Title);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block is Heading heading)
            {
                CloseSection(json);
                OpenSection(json, heading.Level, heading.Text);
            }
            json.WriteStartObject();
            json.WriteNumber("block", i);
            json.WriteString("kind", Kind(block));
            json.WriteNumber("start", places[i][0].Start);
            json.WriteNumber("length", places[i][^1].End - places[i][0].Start);
            json.WriteEndObject();
        }
        CloseSection(json);
        json.WriteEndArray();
    }

    private static void OpenSection(Utf8JsonWriter json, int level, string title)
    {
        json.WriteStartObject();
        json.WriteNumber("level", level);
        json.WriteString("title", title);
        json.WriteStartArray("blocks");
    }

    private static void CloseSection(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Kind(Block block) =>
        block switch
        {
            TitleBlock => "title",
            Heading => "heading",
            Table => "table",
            Signature => "signature",
            SigningDate => "date",
            Note => "note",
            _ => "paragraph",
        };
}
