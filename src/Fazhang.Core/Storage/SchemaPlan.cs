using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;

namespace Fazhang.Core.Storage;

/// <summary>
/// What has to happen to a database so that it fits the definitions: additions, renames, retirements, recomputations, and
/// what cannot be done. Making a plan changes nothing; executing it never drops a table or a column and converts no value.
/// </summary>
public sealed class SchemaPlan
{
    private const int StatementsTogether = 200;

    private SchemaPlan(IReadOnlyList<SchemaChange> changes, bool isNew)
    {
        Changes = changes;
        IsNew = isNew;
    }

    /// <summary>Every change, in the order it is made.</summary>
    public IReadOnlyList<SchemaChange> Changes { get; }

    /// <summary>True for books that no definitions were ever applied to: there is nothing that could be lost.</summary>
    public bool IsNew { get; }

    public IReadOnlyList<SchemaChange> Refused => [.. Changes.Where(change => change.Kind == SchemaChangeKind.Refuse)];

    /// <summary>The plan for a database that has the engine's tables. Reads only.</summary>
    internal static SchemaPlan Make(DbConnection connection, DbTransaction transaction, SqlDialect dialect, Catalogue catalogue)
    {
        var before = DefinitionSnapshot.Load(connection, transaction);
        var database = new DatabaseFacts(connection, transaction, dialect);
        var changes = new List<SchemaChange>();
        if (before is not null)
            changes.AddRange(RegisterNames.Removed(database, before, catalogue));
        foreach (var register in catalogue.Registers.Values)
        {
            var start = changes.Count;
            var tables = new RegisterTables(database, register);
            changes.AddRange(tables.Plan());
            if (before?.Registers.FirstOrDefault(own => register.Keys.Contains(own.Name.Key)) is { } known)
                changes.AddRange(RegisterNames.Plan(database, known, register, tables.Found));
            if (changes.Skip(start).Any(change => change.NeedsConsent))
                changes.AddRange(Pending(database, register));
            changes.AddRange(tables.Indexes());
        }
        changes.AddRange(IndicatorNames.Plan(database, before, catalogue));
        changes.AddRange(DeadlineChange.Plan(database, connection, transaction, catalogue));
        return new SchemaPlan(changes, before is null);
    }

    /// <summary>What waits for approval was asked for under the names of before, which its answer would no longer find.</summary>
    private static IEnumerable<SchemaChange> Pending(DatabaseFacts database, RegisterDefinition register)
    {
        var pending = $"state = 'pending' AND register IN ({string.Join(", ", register.Keys.Select(SqlDialect.Literal))})";
        if (database.Count("approval", pending) is > 0 and var count)
            yield return NameWords.Refuse(
                $"台账“{register.Title}”有 {count} 件待审批。请先批准、退回或撤回它们，再改动这个台账已有的名称。"
            );
    }

    /// <summary>Throws when something cannot be done, or when something waits for consent and there is none.</summary>
    /// <exception cref="SchemaException">The message lists every change in question and what to do.</exception>
    internal void Demand(bool consent)
    {
        if (Refused is { Count: > 0 } refused)
            throw new SchemaException(
                "定义与账簿里的数据不合，账簿没有打开，也没有改动：\n"
                    + string.Join('\n', refused.Select(change => $"  {change.Sign} {change.Words}"))
            );
        var pending = Changes.Where(change => change.NeedsConsent).ToList();
        if (!consent && pending.Count > 0)
            throw new SchemaConsentException(pending);
    }

    internal void Execute(DbConnection connection, DbTransaction transaction)
    {
        // Sent together: new books have more than a thousand statements, and each on its own would be a way to the server and back.
        foreach (var some in Changes.SelectMany(change => change.Statements).Chunk(StatementsTogether))
            connection.Execute(string.Join(";\n", some), transaction: transaction);
    }
}

/// <summary>What the plan asks of the database; nothing here changes it.</summary>
internal sealed class DatabaseFacts(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
{
    private static readonly IReadOnlyDictionary<string, string> NoColumns = new Dictionary<string, string>();

    // Nothing changes while a plan is made.
    private readonly Dictionary<string, Dictionary<string, string>> columns = dialect
        .Columns(connection, transaction)
        .GroupBy(column => column.Table)
        .ToDictionary(
            table => table.Key,
            table => table.ToDictionary(column => column.Column, column => column.Type, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private readonly ILookup<string, string> indexes = dialect
        .Indexes(connection, transaction)
        .ToLookup(index => index.Table, index => index.Index, StringComparer.Ordinal);

    public SqlDialect Dialect => dialect;

    /// <summary>Columns of a table with their types; empty when there is no such table.</summary>
    public IReadOnlyDictionary<string, string> Columns(string table) => columns.GetValueOrDefault(table) ?? NoColumns;

    /// <summary>Names of the indexes of a table.</summary>
    public IReadOnlyList<string> Indexes(string table) => [.. indexes[table]];

    /// <summary>How many rows of a table fulfil a condition.</summary>
    public long Count(string table, string condition = "1 = 1") =>
        connection.ExecuteScalar<long>(
            $"SELECT COUNT(*) FROM {SqlDialect.Quote(table)} WHERE {condition}",
            transaction: transaction
        );

    public bool Any(string table, string condition) =>
        connection.ExecuteScalar($"SELECT 1 FROM {SqlDialect.Quote(table)} WHERE {condition} LIMIT 1", transaction: transaction)
            is not null;

    /// <summary>Whether two rows agree in all the columns, the first of them not empty.</summary>
    public bool HasDoubles(string table, IReadOnlyList<string> columns)
    {
        var quoted = string.Join(", ", columns.Select(SqlDialect.Quote));
        return connection.ExecuteScalar(
            $"SELECT 1 FROM {SqlDialect.Quote(table)} WHERE {SqlDialect.Quote(columns[0])} IS NOT NULL "
                + $"GROUP BY {quoted} HAVING COUNT(*) > 1 LIMIT 1",
            transaction: transaction
        )
            is not null;
    }

    public bool HasTable(string table) => Columns(table).Count > 0;

    public IReadOnlyDictionary<string, string> PostedBy() =>
        connection
            .Query<(string Key, string PostedBy)>("SELECT key, posted_by FROM indicator", transaction: transaction)
            .ToDictionary(row => row.Key, row => row.PostedBy, StringComparer.Ordinal);

    /// <summary>The different values of a column, empty ones left out.</summary>
    public IReadOnlyList<string> Values(string table, string column) =>
        [
            .. connection.Query<string>(
                $"SELECT DISTINCT {SqlDialect.Quote(column)} FROM {SqlDialect.Quote(table)} WHERE {SqlDialect.Quote(column)} IS NOT NULL",
                transaction: transaction
            ),
        ];

    public long LastIndicator() =>
        connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) FROM indicator", transaction: transaction);
}
