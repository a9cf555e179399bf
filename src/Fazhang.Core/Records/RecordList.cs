using System.Globalization;
using System.Text;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Lists records a page at a time. Pages are found by key, never by counting or skipping, so the thousandth page costs
/// what the first one does.
/// </summary>
public sealed class RecordList(Books books)
{
    public const int LargestPage = 500;

    /// <summary>The sort keys a register offers: order of entry, deadline, and the indexed dates.</summary>
    public static IReadOnlyList<string> SortKeys(RegisterDefinition register) =>
        [
            "id",
            .. register.Deadlines.Count > 0 ? ["due"] : Array.Empty<string>(),
            // The order of a list would tell what a field holds; so would the cursor of its pages.
            .. Schema
                .SortableDates(register)
                .Where(field => field.Personal == Personal.None && field.Visible is null)
                .Select(field => field.Key),
        ];

    /// <summary>One page of the records the actor may read. An unknown sort key or a cursor of another list is ignored.</summary>
    public RecordPage Page(Actor actor, RegisterDefinition register, RecordQuery query)
    {
        var plan = books.Plan(register);
        var take = Math.Clamp(query.Take, 1, LargestPage);
        var sort = SortKeys(register).Contains(query.Sort) ? query.Sort : "id";
        var where = new List<string> { books.Gate.ReadReach(actor, register).Sql("unit") };
        var parameters = new Dictionary<string, object?>();
        AddFilters(actor, register, query, where, parameters);
        var (column, order) = Order(sort, query.Descending);
        AddCursor(query, sort, column, where, parameters);
        // ORDER BY names the index's columns, so the database walks the index and stops after a page.
        var sql = $"{plan.Select} WHERE {string.Join(" AND ", where)} ORDER BY {order} LIMIT {take + 1}";
        return books.Read(connection =>
        {
            using var command = connection.Command(null, sql, books.Dialect, parameters);
            using var reader = command.ExecuteReader();
            var records = new List<Record>(take + 1);
            while (reader.Read())
                records.Add(plan.Read(reader));
            if (records.Count <= take)
                return new RecordPage(records, null);
            records.RemoveAt(take);
            return new RecordPage(records, Cursor.Write(sort, query.Descending, SortValue(sort, records[^1]), records[^1].Id));
        });
    }

    private void AddFilters(
        Actor actor,
        RegisterDefinition register,
        RecordQuery query,
        List<string> where,
        Dictionary<string, object?> parameters
    )
    {
        string Add(object? value)
        {
            var name = "q" + parameters.Count.ToString(CultureInfo.InvariantCulture);
            parameters.Add(name, value);
            return "@" + name;
        }

        var states = query.States.Where(key => register.States.Any(state => state.Key == key)).ToList();
        if (states.Count > 0)
            where.Add($"state IN ({string.Join(", ", states.Select(state => Add(state)))})");
        if (query.UnitId is { } unit)
            where.Add(books.Units.Find(unit) is { } root ? new Reach(books.Units, [root]).Sql("unit") : "1 = 0");
        if (query.WithDeadline)
            where.Add("due_on IS NOT NULL");
        // Whoever sees 周某某 must not find out by filtering that it is 周大勇: a filter finds only what they may see in clear.
        void AddSeen(FieldDefinition field, string? match) =>
            where.Add(match is null ? "1 = 0" : $"({match} AND {books.Gate.SeeSql(actor, register, field)})");

        foreach (var (key, input) in query.Choices)
            if (register.Field(key) is { } field)
                AddSeen(field, field.Type.Matches(SqlDialect.Quote(field.Column), input, Add));
        foreach (var (key, (from, to)) in query.Dates)
            if (register.Field(key) is { Type.IsDated: true } field)
                AddSeen(
                    field,
                    Between(
                        field,
                        from is { } first ? field.Type.Day(first).First : null,
                        to is { } last ? field.Type.Day(last).Last : null,
                        Add
                    )
                );
        foreach (var (key, (from, to)) in query.Numbers)
            if (register.Field(key) is { Type.IsNumeric: true } field)
                AddSeen(field, Between(field, from, to, Add));
        if (!string.IsNullOrWhiteSpace(query.Text))
        {
            var pattern = Add("%" + Escape(query.Text.Trim()) + "%");
            var matches = register
                .Fields.Where(field => field.Searchable)
                .Select(field =>
                    $"({SqlDialect.Quote(field.Column)} LIKE {pattern} ESCAPE '!' AND {books.Gate.SeeSql(actor, register, field)})"
                );
            where.Add("(" + string.Join(" OR ", matches) + ")");
        }
        if (query.Behind is { } behind)
            where.Add(Figures.DrillDown.Condition(books, register, behind));
    }

    private string Between(FieldDefinition field, object? from, object? to, Func<object?, string> add)
    {
        var column = SqlDialect.Quote(field.Column);
        // Moments are texts, which a database would order by its own language.
        if (field.Type.Storage == StorageType.Text)
            column = books.Dialect.Ordinal(column);
        var bounds = new List<string>();
        if (from is not null)
            bounds.Add($"{column} >= {add(from)}");
        if (to is not null)
            bounds.Add($"{column} <= {add(to)}");
        return bounds.Count == 0 ? "1 = 1" : string.Join(" AND ", bounds);
    }

    private static void AddCursor(
        RecordQuery query,
        string sort,
        string column,
        List<string> where,
        Dictionary<string, object?> parameters
    )
    {
        if (sort == "due")
            where.Add("due_on IS NOT NULL");
        if (Cursor.Read(query.After, sort, query.Descending) is not { } cursor)
            return;
        parameters["after_id"] = cursor.Id;
        var past = query.Descending ? "<" : ">";
        if (sort == "id")
        {
            where.Add($"id {past} @after_id");
            return;
        }
        // Empty values come last when descending and first when ascending.
        if (cursor.Value is null)
        {
            where.Add(query.Descending ? $"({column} IS NULL AND id < @after_id)" : $"({column} IS NOT NULL OR id > @after_id)");
            return;
        }
        parameters["after"] = DateOnly.ParseExact(cursor.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var nulls = query.Descending ? $" OR {column} IS NULL" : "";
        where.Add($"({column} {past} @after OR ({column} = @after AND id {past} @after_id){nulls})");
    }

    private static (string Column, string Order) Order(string sort, bool descending)
    {
        var direction = descending ? "DESC" : "ASC";
        if (sort == "id")
            return ("id", $"id {direction}");
        var column = sort == "due" ? "due_on" : SqlDialect.Quote(sort);
        return (column, $"{column} {direction} {(descending ? "NULLS LAST" : "NULLS FIRST")}, id {direction}");
    }

    private static string? SortValue(string sort, Record record) =>
        (
            sort == "due" ? record.DueOn
            : sort == "id" ? null
            : (DateOnly?)record[sort]
        )?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);

    /// <summary>The key of a page's last record, as an opaque text for the next address.</summary>
    private sealed record Cursor(string? Value, long Id)
    {
        public static string Write(string sort, bool descending, string? value, long id) =>
            Convert
                .ToBase64String(Encoding.UTF8.GetBytes($"{sort}|{(descending ? 'd' : 'a')}|{value}|{id}"))
                .Replace('+', '-')
                .Replace('/', '_')
                .TrimEnd('=');

        public static Cursor? Read(string? text, string sort, bool descending)
        {
            if (string.IsNullOrEmpty(text))
                return null;
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
            var bytes = new byte[padded.Length];
            if (!Convert.TryFromBase64String(padded, bytes, out var length))
                return null;
            var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('|');
            if (
                parts.Length != 4
                || parts[0] != sort
                || parts[1] != (descending ? "d" : "a")
                || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
                return null;
            if (parts[2].Length == 0)
                return new Cursor(null, id);
            return DateOnly.TryParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? new Cursor(parts[2], id)
                : null;
        }
    }
}
