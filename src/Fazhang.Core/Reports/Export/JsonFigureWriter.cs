using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Reports;

/// <summary>Writes a figure of a report: what it refers to, what it says, and what stands behind it.</summary>
/// <param name="draft">The draft with what stands behind its figures; null where there are no books.</param>
/// <param name="catalogue">The definitions; null where there are no books.</param>
internal sealed class JsonFigureWriter(AnnualDraft? draft, Catalogue? catalogue)
{
    public void Write(Utf8JsonWriter json, FigureRef figure, InlineSpan span)
    {
        json.WriteStartObject();
        json.WriteString("key", figure.Key);
        json.WriteString("title", figure.Title);
        json.WriteString("format", figure.Format.Name);
        if (figure.Printed is { } printed)
            json.WriteNumber("value", printed.Value);
        else
            json.WriteNull("value");
        json.WriteString("unit", figure.Unit);
        json.WriteString("text", figure.Text);
        WritePlace(json, span);
        WriteReference(json, figure);
        if (draft is not null && draft.Backing.TryGetValue(figure, out var backing))
            WriteBacking(json, backing);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, FactRef fact, InlineSpan span)
    {
        json.WriteStartObject();
        json.WriteString("name", fact.Fact.Name);
        json.WriteString("title", fact.Fact.Title);
        json.WriteString("value", fact.Fact.Value);
        json.WriteString("unit", fact.Fact.Unit);
        json.WriteString("source", fact.Fact.Source);
        json.WriteString("text", fact.Text);
        WritePlace(json, span);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, InlineSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("length", span.Length);
        json.WriteNumber("block", span.Block);
    }

    /// <summary>The account: indicator, unit, months and category, and which of its aspects is said (its value, its growth …).</summary>
    private void WriteReference(Utf8JsonWriter json, FigureRef figure)
    {
        json.WriteStartObject("reference");
        json.WriteString("indicator", figure.Key);
        json.WriteString("aspect", Aspect(figure.Format));
        if (figure.Figure.Cell is { } cell)
        {
            json.WriteString("unit", draft?.Unit.Id == cell.UnitId ? draft.Unit.Name : figure.Reference.Unit);
            json.WriteNumber("unit_id", cell.UnitId);
            json.WriteString("period", cell.Period.Title);
            json.WriteNumber("from_month", cell.Period.From);
            json.WriteNumber("to_month", cell.Period.To);
            if (cell.Code is { } code)
            {
                json.WriteString("category", code);
                json.WriteString("category_title", catalogue!.CategoryTitle(cell.Indicator, code));
            }
            json.WriteString("address", FigureAddress.Of(cell));
        }
        json.WriteEndObject();
    }

    private static string Aspect(FigureFormat format) =>
        format.Style switch
        {
            FigureStyle.Last => "last",
            FigureStyle.Growth => "growth",
            FigureStyle.Change => "change",
            _ => "value",
        };

    private void WriteBacking(Utf8JsonWriter json, IReadOnlyList<FigureBacking> backing)
    {
        json.WriteStartArray("behind");
        foreach (var one in backing)
        {
            json.WriteStartObject();
            json.WriteString("part", one.Part);
            json.WriteString("indicator", one.Indicator.Key);
            json.WriteString("register", one.Register.Key);
            json.WriteString("register_title", one.Register.Title);
            json.WriteString("source", one.Register.IsReturn ? "return" : "records");
            json.WriteNumber("count", one.Count);
            json.WriteString("address", FigureAddress.Records(catalogue!, one.Cell, one.Register));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
