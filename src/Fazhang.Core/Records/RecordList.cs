using System.Data.Common;
using System.Globalization;
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

    /// <summary>Up to so many units are walked one by one; a statement has a part for each of them.</summary>
    private const int MostWalks = 200;

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
        var take = Math.Clamp(query.Take, 1, LargestPage);
        var sort = SortKeys(register).Contains(query.Sort) ? query.Sort : "id";
        var filters = new List<string>();
        var parameters = new Dictionary<string, object?>();
        AddFilters(actor, register, query, filters, parameters);
        var order = new ListOrder(sort, query.Descending);
        var units = Units(actor, register, query);
        if (units is { Count: 0 })
            return new RecordPage([], null);
        return books.Snapshot(
            (connection, transaction) =>
            {
                var records = new List<Record>(take + 1);
                foreach (var stretch in order.Stretches(query.After, parameters))
                    if (records.Count <= take)
                        records.AddRange(
                            Read(
                                connection,
                                transaction,
                                register,
                                units,
                                [.. filters, .. stretch],
                                $"ORDER BY {order.Sql} LIMIT {take + 1 - records.Count}",
                                parameters
                            )
                        );
                if (records.Count <= take)
                    return new RecordPage(records, null);
                records.RemoveRange(take, records.Count - take);
                return new RecordPage(records, order.Cursor(records[^1]));
            }
        );
    }

    /// <summary>The units whose records the list shows; null when that is all of them.</summary>
    private List<long>? Units(Actor actor, RegisterDefinition register, RecordQuery query)
    {
        var reach = books.Gate.ReadReach(actor, register);
        var wanted = query.UnitId is { } id ? books.Units.Find(id) : books.Units.Root;
        if (wanted is null)
            return [];
        return reach.Everything && wanted.Id == books.Units.Root!.Id
            ? null
            : [.. books.Units.Subtree(wanted).Where(unit => reach.Includes(unit.Id)).Select(unit => unit.Id)];
    }

    /// <summary>
    /// The records of one stretch of the order. ORDER BY names the columns of an index, so the database walks the index and
    /// stops after a page. A list of some units walks the index of each, for in that of all their records may lie far apart.
    /// </summary>
    private List<Record> Read(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        List<long>? units,
        List<string> where,
        string order,
        Dictionary<string, object?> parameters
    )
    {
        var plan = books.Plan(register);
        string Of(string unit) => $"{plan.Select} WHERE {string.Join(" AND ", where.Prepend(unit))} {order}";
        var sql = units switch
        {
            null => Of("1 = 1"),
            { Count: <= MostWalks } =>
                $"SELECT * FROM ({books.Dialect.OfEach(units, unit => Of($"unit = {unit}"))}) page {order}",
            // So many units have their records everywhere; the plus keeps the database from collecting and sorting them all.
            _ => Of($"+unit IN ({string.Join(",", units)})"),
        };
        using var command = connection.Command(transaction, sql, books.Dialect, parameters);
        using var reader = command.ExecuteReader();
        var records = new List<Record>();
        while (reader.Read())
            records.Add(plan.Read(reader));
        return records;
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

    private static string Escape(string text) =>
        text.Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);
}
