using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Storage;

/// <summary>Plans indicators: new, renamed, retired, counted by another rule, or gone.</summary>
internal static partial class IndicatorNames
{
    public static IEnumerable<SchemaChange> Plan(DatabaseFacts database, DefinitionSnapshot? before, Catalogue catalogue)
    {
        var stored = database.PostedBy();
        var next = database.LastIndicator();
        foreach (var indicator in catalogue.Indicators.Values.Where(own => own.Kind != IndicatorKind.Ratio))
        {
            var key = new[] { indicator.Key }.Concat(indicator.Was).FirstOrDefault(stored.ContainsKey);
            if (key is null)
            {
                yield return new(
                    SchemaChangeKind.Add,
                    $"增加指标“{indicator.Title}”（{indicator.Key}）",
                    [$"INSERT INTO indicator (id, key, posted_by) VALUES ({++next}, {SqlDialect.Literal(indicator.Key)}, '')"]
                );
                continue;
            }
            if (key != indicator.Key)
                yield return new(
                    SchemaChangeKind.Rename,
                    $"指标“{indicator.Title}”：名称 {key} 改为 {indicator.Key}，已记的数字随之",
                    [.. RenamedKeys.OfIndicator(key, indicator.Key)]
                );
            if (indicator.IsPosted && Recompute(database, indicator, stored[key], catalogue) is { } recompute)
                yield return recompute;
        }
        foreach (var change in Known(before, catalogue))
            yield return change;
    }

    /// <summary>What the balances were posted by, if that is no longer what the definition says.</summary>
    private static SchemaChange? Recompute(
        DatabaseFacts database,
        IndicatorDefinition indicator,
        string postedBy,
        Catalogue catalogue
    )
    {
        // Empty: new, or retired until now; it is computed before anybody reads it, and nothing is replaced by that.
        if (postedBy.Length == 0 || postedBy == indicator.PostedBy)
            return null;
        var register = catalogue.RegisterOf(indicator)!;
        if (Renamed(postedBy, register) == indicator.PostedBy)
            return new(
                SchemaChangeKind.Rename,
                $"指标“{indicator.Title}”（{indicator.Key}）的口径改用字段的新名称，数字不变",
                [
                    $"UPDATE indicator SET posted_by = {SqlDialect.Literal(indicator.PostedBy)} WHERE key = {SqlDialect.Literal(indicator.Key)}",
                ]
            );
        var table = register.Keys.Select(RegisterDefinition.TableOf).FirstOrDefault(database.HasTable);
        return new(
            SchemaChangeKind.Recompute,
            $"指标“{indicator.Title}”（{indicator.Key}）口径有变，从 {(table is null ? 0 : database.Count(table))} 条记录重算",
            []
        );
    }

    /// <summary>
    /// A rule with former field names replaced by today's. Only when it is then exactly the new rule has nothing but names
    /// changed; anything less clear is computed again.
    /// </summary>
    private static string Renamed(string rule, RegisterDefinition register) =>
        Word().Replace(rule, word => register.FieldNow(word.Value)?.Key ?? word.Value);

    private static IEnumerable<SchemaChange> Known(DefinitionSnapshot? before, Catalogue catalogue)
    {
        if (before is null)
            yield break;
        var now = DefinitionSnapshot.Of(catalogue).Indicators;
        var changes = NameChange.Between(before.Indicators, now);
        foreach (var change in changes)
        {
            if (change.Removed)
                yield return NameWords.Refuse(
                    $"定义里没有指标“{change.Before!.Title}”（{change.Before.Key}），已记的数字就没有说明了。"
                        + $"如果改了名称，在新指标上写 was: {change.Before.Key}；如果不再统计，把它写回定义并加上 retired: true。"
                );
            // Its rule is forgotten, so that it is computed from the records should it ever be used again.
            foreach (
                var retired in NameWords.Retired(
                    "指标",
                    change,
                    "，不再记账，已有的数字仍可查看",
                    change.Now is { } own
                        ? [$"UPDATE indicator SET posted_by = '' WHERE key = {SqlDialect.Literal(own.Key)}"]
                        : []
                )
            )
                yield return retired;
        }
        foreach (var forgotten in NameWords.Forgotten("指标", changes))
            yield return forgotten;
    }

    [GeneratedRegex("[a-z_][a-z0-9_]*")]
    private static partial Regex Word();
}
