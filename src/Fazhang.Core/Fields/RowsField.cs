using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>
/// A table inside the record: rows with a few scalar columns, kept as one JSON array of objects in the order of the columns,
/// without empty cells. Its input is the same array with what a form would hold in each cell.
/// </summary>
public sealed class RowsField(IReadOnlyList<FieldDefinition>? columns = null, int least = 0, int most = RowsField.MostRows)
    : FieldType
{
    /// <summary>The most rows of any field; more belong into a register of their own.</summary>
    public const int MostRows = 200;

    private const string ColumnsKey = "columns";

    // SQLite's json_each has these columns; a field called so could not be told from them in the SQL of sum().
    private static readonly string[] Taken = ["key", "value", "type", "atom", "parent", "fullkey", "path", "json", "root"];

    public override string Name => "rows";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Rows;

    public override Widget Widget => Widget.Rows;

    public override string Meaning => "记录里的一张小表，每行几栏";

    public override IReadOnlyList<ShapeKey> Keys =>
        [
            new(
                ColumnsKey,
                Is.Named("栏名", Is.A(() => FieldShapes.Column)),
                "各栏。",
                Required: true,
                Example: "{name: {title: 姓名, type: text}}"
            ),
            new("min", Is.Number, $"有内容时最少几行，0 至 {MostRows}。"),
            new("max", Is.Number, $"最多几行，1 至 {MostRows}；不写为 {MostRows}。"),
        ];

    public override bool IsScalar => false;

    public override IReadOnlyList<FieldDefinition> Columns => columns ?? [];

    /// <summary>The fewest rows there may be when there are any.</summary>
    public int Least => least;

    /// <summary>One masked column makes the whole field personal: it cannot be corrected by those who see only part of it.</summary>
    public override Personal AlwaysPersonal =>
        Columns.Any(column => column.Personal != Personal.None) ? Personal.Other : Personal.None;

    public override Parsed Parse(string input)
    {
        if (Texts(input) is not { } typed)
            return Parsed.Wrong("读不懂。写成 JSON 数组，例如 [{\"栏名\": \"内容\"}]。");
        var rows = new List<object?[]>();
        var problems = new List<string>();
        foreach (var cells in typed)
        {
            if (cells.Values.All(string.IsNullOrWhiteSpace))
                continue;
            foreach (var unknown in cells.Keys.Where(key => Columns.All(column => column.Key != key)))
                problems.Add($"没有栏“{unknown}”");
            var row = new object?[Columns.Count];
            foreach (var column in Columns)
                if (cells.TryGetValue(column.Key, out var text) && text.Trim() is { Length: > 0 } cell)
                {
                    var parsed = column.Type.Parse(cell);
                    row[column.Slot] = parsed.Value;
                    if (parsed.Error is not null)
                        problems.Add($"第 {rows.Count + 1} 行“{column.Title}”{parsed.Error.TrimEnd('。')}");
                }
            rows.Add(row);
        }
        return problems.Count > 0 ? Parsed.Wrong(string.Join("；", problems) + "。")
            : rows.Count == 0 ? Parsed.Ok(null)
            : Parsed.Ok(Write(rows));
    }

    public override string Input(object value) =>
        Json(json =>
        {
            json.WriteStartArray();
            foreach (var row in Rows(value))
            {
                json.WriteStartObject();
                foreach (var column in Columns.Where(column => row[column.Slot] is not null))
                    json.WriteString(column.Key, column.Type.Input(row[column.Slot]!));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    /// <summary>The cells of a form are named row, dot, column.</summary>
    public override string Compose(string main, IReadOnlyDictionary<string, string> parts)
    {
        var cells = parts
            .Select(part => (part.Key.Split('.'), part.Value))
            .Where(part =>
                part.Item1.Length == 2 && int.TryParse(part.Item1[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
            .GroupBy(part => int.Parse(part.Item1[0], CultureInfo.InvariantCulture))
            .OrderBy(row => row.Key)
            .Select(row => row.ToDictionary(cell => cell.Item1[1], cell => cell.Value, StringComparer.Ordinal))
            .ToList();
        return cells.Count == 0 ? main : WriteTexts(cells);
    }

    public override string Show(object value, FieldWords words) =>
        InWords(value, (column, cell) => column.Type.Show(cell, words));

    public override string Show(object value) => InWords(value, (column, cell) => column.Type.Show(cell));

    public override string Mask(object value, Personal personal, FieldWords words) =>
        personal == Personal.Hidden
            ? Masking.Mask(personal, "")
            : InWords(
                value,
                (column, cell) =>
                    column.Personal == Personal.None
                        ? column.Type.Show(cell, words)
                        : column.Type.Mask(cell, column.Personal, words)
            );

    public override string Brief(object value, string shown) => $"{Rows(value).Count} 行";

    public override string? Check(object value, object? before, UnitTree units)
    {
        var rows = Rows(value);
        if (rows.Count < least)
            return $"至少要 {least} 行，现在 {rows.Count} 行。请补充。";
        if (rows.Count > most)
            return $"最多 {most} 行，现在 {rows.Count} 行。请合并或删去几行。";
        var had = before is null ? [] : Rows(before);
        for (var i = 0; i < rows.Count; i++)
            foreach (var column in Columns)
                if (CellProblem(column, rows[i][column.Slot], had, units) is { } problem)
                    return $"第 {i + 1} 行“{column.Title}”{problem}";
        return null;
    }

    /// <summary>The rows of a stored value, each with a value by column slot. Cells of columns that are no longer defined are left out.</summary>
    public IReadOnlyList<object?[]> Rows(object value)
    {
        using var document = JsonDocument.Parse((string)value);
        return
        [
            .. document
                .RootElement.EnumerateArray()
                .Select(row =>
                {
                    var values = new object?[Columns.Count];
                    foreach (var column in Columns)
                        if (row.TryGetProperty(column.Key, out var cell))
                            values[column.Slot] = StoredJson.Read(cell, column.Type.Storage);
                    return values;
                }),
        ];
    }

    /// <summary>The stored value for rows given by column slot.</summary>
    public string Write(IEnumerable<object?[]> rows) =>
        Json(json =>
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var column in Columns.Where(column => row[column.Slot] is not null))
                {
                    json.WritePropertyName(column.Key);
                    StoredJson.Write(json, row[column.Slot]);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    /// <summary>The cells of an input as typed; null when it is no array of objects with texts.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>>? Texts(string input)
    {
        if (input.Length == 0)
            return [];
        try
        {
            return
                JsonSerializer.Deserialize<List<Dictionary<string, string>>>(input) is { } rows
                && rows.All(row => row?.Values.All(cell => cell is not null) == true)
                ? rows
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An input for cells as typed.</summary>
    public static string WriteTexts(IEnumerable<IReadOnlyDictionary<string, string>> rows) =>
        Json(json => JsonSerializer.Serialize(json, rows));

    internal override FieldType Configure(FieldKeys keys)
    {
        if (Taken.Contains(keys.Field))
            keys.Problem("type", "是行表，不能用这个名称（数据库要用）。换一个名称，例如在后面加 _rows。");
        return new RowsField(
            keys.Columns(ColumnsKey),
            keys.Number("min", 0, MostRows) ?? 0,
            keys.Number("max", 1, MostRows) ?? MostRows
        );
    }

    private static string? CellProblem(FieldDefinition column, object? cell, IReadOnlyList<object?[]> had, UnitTree units)
    {
        if (cell is null or "")
            return column.Required ? "没有填写。请填写，或删去这一行。" : null;
        if (cell is long number && number < column.Min)
            return $"不能小于 {column.Type.Show(column.Min.Value)}。";
        if (cell is long amount && amount > column.Max)
            return $"不能大于 {column.Type.Show(column.Max.Value)}。";
        // A code that stood in this column before may stay, in whichever row.
        var before = had.Any(row => cell.Equals(row[column.Slot])) ? cell : null;
        return column.Type.Check(cell, before, units);
    }

    private string InWords(object value, Func<FieldDefinition, object, string> show) =>
        string.Join(
            '\n',
            Rows(value)
                .Select(
                    (row, i) =>
                        $"{i + 1}. "
                        + string.Join(
                            "，",
                            Columns
                                .Where(column => row[column.Slot] is not null)
                                .Select(column => $"{column.Title} {show(column, row[column.Slot]!)}")
                        )
                )
        );

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, StoredJson.Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
