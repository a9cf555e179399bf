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
    /// <summary>Recomputes what has to be, and says in words which indicators.</summary>
    /// <exception cref="SchemaException">The rule of an indicator with closed figures changed without a new version.</exception>
    public static IReadOnlyList<string> Apply(Books books)
    {
        var postedBy = books.Read(connection =>
            connection
                .Query<(string Key, string PostedBy)>("SELECT key, posted_by FROM indicator")
                .ToDictionary(row => row.Key, row => row.PostedBy, StringComparer.Ordinal)
        );
        var wanted = books
            .Catalogue.Indicators.Values.SelectMany(indicator => PostedSeries.Of(indicator, postedBy.Keys))
            .ToDictionary(series => series.Key, StringComparer.Ordinal);
        Check(books, postedBy);
        var changed = wanted.Values.Where(series => postedBy[series.Key] != series.Rule).ToList();
        // What no definition names any more is not posted to; should it come back, it is computed anew.
        var left = postedBy.Where(row => row.Value.Length > 0 && !wanted.ContainsKey(row.Key)).Select(row => row.Key).ToList();
        if (changed.Count == 0 && left.Count == 0)
            return [];
        var posted = changed.Where(series => series.Indicator.IsPosted).ToList();
        var records = posted.Count > 0 && HasRecords(books) ? new TrialBalance(books).Rebuild().Records : 0;
        books.Write(
            (connection, transaction) =>
            {
                const string update = "UPDATE indicator SET posted_by = @rule WHERE key = @key";
                foreach (var series in changed)
                    connection.Execute(update, new { rule = series.Rule, key = series.Key }, transaction);
                foreach (var key in left)
                    connection.Execute(update, new { rule = "", key }, transaction);
                return 0;
            }
        );
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

    private static void Check(Books books, Dictionary<string, string> postedBy)
    {
        var changed = books
            .Catalogue.Indicators.Values.Where(indicator =>
                postedBy.TryGetValue(indicator.Key, out var before) && before.Length > 0 && before != indicator.PostedBy
            )
            .ToList();
        if (changed.Count == 0)
            return;
        var closed = books.Read(connection =>
            connection.Query<string>("SELECT DISTINCT indicator FROM published").ToHashSet(StringComparer.Ordinal)
        );
        var problems = changed
            .Where(indicator => closed.Contains(indicator.Key))
            .Select(indicator => Problem(indicator, postedBy[indicator.Key]))
            .OfType<string>()
            .ToList();
        if (problems.Count > 0)
            throw new SchemaException(string.Join('\n', problems));
    }

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

    private static bool HasRecords(Books books) =>
        books.Read(connection =>
            books.Catalogue.Registers.Values.Any(register =>
                connection.ExecuteScalar($"SELECT 1 FROM {SqlDialect.Quote(register.Table)} LIMIT 1") is not null
            )
        );
}
