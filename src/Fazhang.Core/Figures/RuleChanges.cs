using System.Data.Common;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>
/// Indicators that are new, or that post by another rule than their balances were made by, are computed from the records
/// before anybody reads them. Where figures were closed, a changed rule must come as a new version that keeps the old one.
/// </summary>
internal static class RuleChanges
{
    /// <summary>Recomputes what has to be, inside the transaction that changes the definitions, and says in words which indicators.</summary>
    public static IReadOnlyList<string> Apply(Books books, DbConnection connection, DbTransaction transaction)
    {
        var postedBy = connection
            .Query<(string Key, string PostedBy)>("SELECT key, posted_by FROM indicator", transaction: transaction)
            .ToDictionary(row => row.Key, row => row.PostedBy, StringComparer.Ordinal);
        var wanted = books
            .Catalogue.Indicators.Values.Where(indicator => !indicator.Retired)
            .SelectMany(indicator => PostedSeries.Of(indicator, postedBy.Keys))
            .ToDictionary(series => series.Key, StringComparer.Ordinal);
        var changed = wanted.Values.Where(series => postedBy[series.Key] != series.Rule).ToList();
        // What is retired or no longer named is not posted to; should it come back, it is computed anew.
        var left = postedBy.Where(row => row.Value.Length > 0 && !wanted.ContainsKey(row.Key)).Select(row => row.Key).ToList();
        if (changed.Count == 0 && left.Count == 0)
            return [];
        var posted = changed.Where(series => series.Indicator.IsPosted).ToList();
        var records =
            posted.Count > 0 && HasRecords(books.Catalogue, connection, transaction)
                ? new TrialBalance(books).Rebuild(connection, transaction).Records
                : 0;
        const string update = "UPDATE indicator SET posted_by = @rule WHERE key = @key";
        foreach (var series in changed)
            connection.Execute(update, new { rule = series.Rule, key = series.Key }, transaction);
        foreach (var key in left)
            connection.Execute(update, new { rule = "", key }, transaction);
        // In new books everything is new and there is nothing to say.
        return records == 0
            ? []
            :
            [
                .. posted
                    .DistinctBy(series => series.Indicator.Series)
                    .Select(series => $"指标“{series.Indicator.Title}”是新的或口径有变，已从 {records} 条记录重算"),
            ];
    }

    /// <summary>Rules that changed although figures counted by them are closed, and what to write instead.</summary>
    /// <param name="catalogue">The definitions.</param>
    /// <param name="postedBy">The rules that balances were made by, by today's keys.</param>
    /// <param name="closed">Today's keys of indicators that have closed figures.</param>
    public static IEnumerable<string> Problems(
        Catalogue catalogue,
        IReadOnlyDictionary<string, string> postedBy,
        IReadOnlySet<string> closed
    ) =>
        catalogue
            .Indicators.Values.Where(indicator =>
                !indicator.Retired
                && closed.Contains(indicator.Key)
                && postedBy.TryGetValue(indicator.Key, out var before)
                && before.Length > 0
                && before != indicator.PostedBy
            )
            .Select(indicator => Problem(indicator, postedBy[indicator.Key]))
            .OfType<string>();

    private static string? Problem(IndicatorDefinition indicator, string before)
    {
        var space = before.StartsWith('@') ? before.IndexOf(' ', StringComparison.Ordinal) : -1;
        var version = space < 0 ? 1 : int.Parse(before[1..space], System.Globalization.CultureInfo.InvariantCulture);
        var rule = before[(space + 1)..];
        if (indicator.Version == version)
            return $"指标“{indicator.Title}”（{indicator.Key}）已有关账的数字，口径变了而版本没有变。"
                + $"请把 version 改为 {version + 1}，写 changed，并把第 {version} 版原样写进 earlier；或者恢复原来的口径。";
        if (indicator.Version < version)
            return $"指标“{indicator.Title}”（{indicator.Key}）的口径版本从 {version} 退回了 {indicator.Version}。版本只能增加。";
        return indicator.AtVersion(version)?.Rule == rule
            ? null
            : $"指标“{indicator.Title}”（{indicator.Key}）已有关账的数字，earlier 里的第 {version} 版与账簿所用的规则不同。"
                + $"请把第 {version} 版原样写进 earlier。";
    }

    private static bool HasRecords(Catalogue catalogue, DbConnection connection, DbTransaction transaction) =>
        catalogue.Registers.Values.Any(register =>
            connection.ExecuteScalar($"SELECT 1 FROM {SqlDialect.Quote(register.Table)} LIMIT 1", transaction: transaction)
                is not null
        );
}
