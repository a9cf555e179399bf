using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Storage;

/// <summary>A value that a setting of the place had, and since when.</summary>
/// <param name="Since">The business day from which it applies; the first day there is for the value a setting began with.</param>
public sealed record SettingChange(string Key, string Value, string Source, DateOnly Since, string At);

/// <summary>
/// The values that the settings have had in these books, each from its day on: a clock keeps the period it began with.
/// Append-only; a changed settings file adds a row when the books are next opened.
/// </summary>
public sealed class SettingBook
{
    /// <summary>Before every date that a record can have.</summary>
    private static readonly DateOnly Always = new(1949, 10, 1);

    /// <summary>Creates the table.</summary>
    internal static string Ddl(SqlDialect dialect) =>
        $"CREATE TABLE IF NOT EXISTS setting_value (key TEXT NOT NULL, number BIGINT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, since {dialect.ColumnType(StorageType.Date)} NOT NULL, at TEXT NOT NULL, PRIMARY KEY (key, number))";

    private readonly Dictionary<string, List<(SettingChange Change, Budget? Period)>> changes;

    private SettingBook(IEnumerable<SettingChange> all) =>
        changes = all.GroupBy(change => change.Key, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => group.Select(change => (change, SettingValue.Parse(change.Value, out _)?.Period)).ToList(),
                StringComparer.Ordinal
            );

    /// <summary>What the setting was, the oldest first.</summary>
    public IReadOnlyList<SettingChange> Of(string key) => [.. changes.GetValueOrDefault(key, []).Select(pair => pair.Change)];

    /// <summary>The period as it was on the day a clock started; the period itself when it is not from a setting.</summary>
    public Budget At(Budget budget, DateOnly start)
    {
        if (budget.Setting is not { } key)
            return budget;
        var known = changes.GetValueOrDefault(key, []);
        var then = known.FindLast(pair => pair.Change.Since <= start && pair.Period is not null).Period;
        return then is null ? budget : then with { Setting = key };
    }

    internal static SettingBook Load(DbConnection connection, DbTransaction? transaction, SqlDialect dialect)
    {
        using var command = connection.Command(
            transaction,
            "SELECT key, value, source, since, at FROM setting_value ORDER BY key, number",
            dialect,
            []
        );
        using var reader = command.ExecuteReader();
        var all = new List<SettingChange>();
        while (reader.Read())
            all.Add(
                new(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    (DateOnly)dialect.FromDatabase(reader.GetValue(3), StorageType.Date)!,
                    reader.GetString(4)
                )
            );
        return new SettingBook(all);
    }

    /// <summary>Writes down the values that are new to the books, and returns the changes in words for the journal.</summary>
    internal static IReadOnlyList<string> Update(Books books, DbConnection connection, DbTransaction transaction)
    {
        var words = new List<string>();
        var book = Load(connection, transaction, books.Dialect);
        foreach (var setting in books.Catalogue.Settings.Values)
        {
            var known = book.Of(setting.Key);
            if (known.Count > 0 && known[^1].Value == setting.Value.Text && known[^1].Source == setting.Source)
                continue;
            // What was always so in the definitions was so for every clock there is.
            var since = known.Count == 0 ? Always : books.Clock.Today;
            Insert(books, connection, transaction, setting, known.Count + 1, since);
            if (known.Count > 0)
                words.Add(Words(setting, known[^1], since));
        }
        return words;
    }

    private static string Words(SettingDefinition setting, SettingChange before, DateOnly since)
    {
        var was = SettingValue.Parse(before.Value, out _)?.Words(setting.Measure) ?? before.Value;
        return before.Value == setting.Value.Text
            ? $"设置“{setting.Title}”（{setting.Words}）的依据由“{before.Source}”改为“{setting.Source}”"
            : $"设置“{setting.Title}”由{was}改为{setting.Words}，依据：{setting.Source}"
                + (
                    setting.Value.Period is null
                        ? ""
                        : $"；{since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}起开始的计时适用"
                );
    }

    private static void Insert(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        SettingDefinition setting,
        long number,
        DateOnly since
    )
    {
        using var command = connection.Command(
            transaction,
            "INSERT INTO setting_value (key, number, value, source, since, at) VALUES (@key, @number, @value, @source, @since, @at)",
            books.Dialect,
            [
                new("key", setting.Key),
                new("number", number),
                new("value", setting.Value.Text),
                new("source", setting.Source),
                new("since", since),
                new("at", books.Clock.Stamp),
            ]
        );
        command.ExecuteNonQuery();
    }
}
