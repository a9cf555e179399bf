using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fazhang.Core.Reports;

namespace Fazhang.Core.Records;

/// <summary>A produced document as it is kept: its blocks and its words, without layout.</summary>
internal static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(ReportDocument document) =>
        JsonSerializer.Serialize(
            new Kept(
                document.Variables.Office,
                document.Variables.Place,
                document.Variables.Date,
                [.. document.Blocks.Select(block => new KeptBlock(Kind(block), block is Table ? null : block.Text, Rows(block)))]
            ),
            Options
        );

    public static ReportDocument Read(string text)
    {
        var kept = JsonSerializer.Deserialize<Kept>(text, Options)!;
        return new ReportDocument
        {
            Variables = new ReportVariables
            {
                Year = kept.Date.Year,
                Place = kept.Place,
                Office = kept.Office,
                Date = kept.Date,
            },
            Blocks = [.. kept.Blocks.Select(Block)],
        };
    }

    private static string Kind(Block block) =>
        block switch
        {
            TitleBlock => "title",
            Heading heading => $"heading{heading.Level}",
            Table => "table",
            Signature => "signature",
            SigningDate => "date",
            Note => "note",
            _ => "paragraph",
        };

    private static IReadOnlyList<IReadOnlyList<string>>? Rows(Block block) =>
        block is Table table
            ?
            [
                .. table.Rows.Select(row =>
                    (IReadOnlyList<string>)[.. row.Select(cell => string.Concat(cell.Select(one => one.Text)))]
                ),
            ]
            : null;

    private static Block Block(KeptBlock block)
    {
        IReadOnlyList<Inline> words = [new TextInline(block.Text ?? "")];
        return block.Kind switch
        {
            "title" => new TitleBlock(words),
            "table" => new Table([
                .. block.Rows!.Select(row =>
                    (IReadOnlyList<IReadOnlyList<Inline>>)[.. row.Select(cell => (IReadOnlyList<Inline>)[new TextInline(cell)])]
                ),
            ]),
            "signature" => new Signature(words),
            "date" => new SigningDate(words),
            "note" => new Note(words),
            ['h', .., var level] => new Heading(level - '0', words),
            _ => new Paragraph(words),
        };
    }

    private sealed record Kept(string Office, string Place, DateOnly Date, IReadOnlyList<KeptBlock> Blocks);

    private sealed record KeptBlock(string Kind, string? Text, IReadOnlyList<IReadOnlyList<string>>? Rows);
}
