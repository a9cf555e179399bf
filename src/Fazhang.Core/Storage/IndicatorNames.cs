using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Storage;

/// <summary>Plans indicators and their series of balances: new, renamed, retired, counted by another rule, or gone.</summary>
internal static partial class IndicatorNames
{
    private static readonly char[] SeriesMarks = ['@', ':', '#'];

    public static IEnumerable<SchemaChange> Plan(DatabaseFacts database, DefinitionSnapshot? before, Catalogue catalogue)
    {
        var changes = new List<SchemaChange>();
        var rules = Renamed(database.PostedBy(), catalogue, changes);
        var next = database.LastIndicator();
        foreach (var indicator in catalogue.Indicators.Values)
        {
            var series = PostedSeries
                .Of(indicator, [.. rules.Keys, .. CodesInUse(database, catalogue, indicator, rules.Keys)])
                .ToList();
            changes.AddRange(Added(indicator, series.Where(own => !rules.ContainsKey(own.Key)), rules, ref next));
            if (!indicator.Retired)
                changes.AddRange(Rules(database, indicator, series, rules, catalogue));
        }
        var closed = database.Values("published", "indicator").Select(catalogue.IndicatorNow).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(RuleChanges.Problems(catalogue, rules, closed).Select(NameWords.Refuse));
        changes.AddRange(Known(before, catalogue));
        return changes;
    }

    /// <summary>The rules that balances were made by, under today's keys: the series of a renamed indicator go with it.</summary>
    private static Dictionary<string, string> Renamed(
        IReadOnlyDictionary<string, string> stored,
        Catalogue catalogue,
        List<SchemaChange> changes
    )
    {
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        var renames = new Dictionary<(string Old, IndicatorDefinition Now), List<string>>();
        foreach (var (key, rule) in stored)
        {
            var end = key.IndexOfAny(SeriesMarks);
            var old = end < 0 ? key : key[..end];
            var now = catalogue.IndicatorNow(old);
            var series = now + CodeOfToday(key[old.Length..], catalogue.Indicators.GetValueOrDefault(now));
            rules[series] = rule;
            if (series == key)
                continue;
            var rename = (old, catalogue.Indicators[now]);
            if (!renames.TryGetValue(rename, out var statements))
                renames[rename] = statements = [];
            statements.AddRange(RenamedKeys.OfSeries(key, series));
        }
        changes.AddRange(
            renames.Select(rename => new SchemaChange(
                SchemaChangeKind.Rename,
                rename.Key.Old == rename.Key.Now.Key
                    ? $"指标“{rename.Key.Now.Title}”的分类随代码改名，已记的数字随之"
                    : $"指标“{rename.Key.Now.Title}”：名称 {rename.Key.Old} 改为 {rename.Key.Now.Key}，已记的数字随之",
                rename.Value
            ))
        );
        return rules;
    }

    /// <summary>The end of a series' key, from its mark on, with the code of its category as it is called today.</summary>
    private static string CodeOfToday(string end, IndicatorDefinition? indicator)
    {
        var at = end.IndexOf('#', StringComparison.Ordinal);
        var choices = indicator
            ?.Earlier.Prepend(indicator)
            .Select(version => version.By?.Choices)
            .FirstOrDefault(own => own is not null);
        return at < 0 || choices is null ? end : end[..(at + 1)] + choices.Now(end[(at + 1)..]);
    }

    private static List<SchemaChange> Added(
        IndicatorDefinition indicator,
        IEnumerable<PostedSeries> missing,
        Dictionary<string, string> rules,
        ref long next
    )
    {
        var statements = new List<string>();
        var isNew = !rules.ContainsKey(indicator.Key);
        foreach (var series in missing)
        {
            rules[series.Key] = "";
            statements.Add($"INSERT INTO indicator (id, key, posted_by) VALUES ({++next}, {SqlDialect.Literal(series.Key)}, '')");
        }
        if (statements.Count == 0)
            return [];
        var words = isNew
            ? $"增加指标“{indicator.Title}”（{indicator.Key}）"
            : $"指标“{indicator.Title}”（{indicator.Key}）增加分类或口径版本 {statements.Count} 项";
        return [new(SchemaChangeKind.Add, words, statements)];
    }

    /// <summary>What balances were posted by, where that is no longer what the definition says.</summary>
    private static IEnumerable<SchemaChange> Rules(
        DatabaseFacts database,
        IndicatorDefinition indicator,
        IReadOnlyList<PostedSeries> series,
        Dictionary<string, string> rules,
        Catalogue catalogue
    )
    {
        var register = catalogue.RegisterOf(indicator);
        // Empty: new, or retired until now; computed before anybody reads it, and nothing is replaced by that.
        var changed = series.Where(own => rules[own.Key].Length > 0 && rules[own.Key] != own.Rule).ToList();
        var onlyNames = changed.Where(own => WithNamesOfToday(rules[own.Key], register, catalogue) == own.Rule).ToList();
        foreach (var own in onlyNames)
            rules[own.Key] = own.Rule;
        if (onlyNames.Count > 0)
            yield return new(
                SchemaChangeKind.Rename,
                $"指标“{indicator.Title}”（{indicator.Key}）的口径改用新的名称，数字不变",
                [
                    .. onlyNames.Select(own =>
                        $"UPDATE indicator SET posted_by = {SqlDialect.Literal(own.Rule)} WHERE key = {SqlDialect.Literal(own.Key)}"
                    ),
                ]
            );
        if (changed.Count == onlyNames.Count)
            yield break;
        var table = register?.Keys.Select(RegisterDefinition.TableOf).FirstOrDefault(database.HasTable);
        yield return new(
            SchemaChangeKind.Recompute,
            $"指标“{indicator.Title}”（{indicator.Key}）口径有变"
                + (indicator.IsPosted ? $"，从 {(table is null ? 0 : database.Count(table))} 条记录重算" : ""),
            []
        );
    }

    /// <summary>
    /// A rule with former names replaced by today's. Only when it is then exactly the new rule has nothing but names
    /// changed; anything less clear is computed again.
    /// </summary>
    private static string WithNamesOfToday(string rule, RegisterDefinition? register, Catalogue catalogue) =>
        Word()
            .Replace(
                rule,
                word =>
                    word.Value.Contains('.') ? catalogue.IndicatorNow(word.Value)
                    : register is null ? word.Value
                    : register.FieldNow(word.Value)?.Key ?? CodeNow(register, word.Value)
            );

    /// <summary>A code that was renamed in one field; one that several fields once had in different ways stays as it is.</summary>
    private static string CodeNow(RegisterDefinition register, string word) =>
        register.Fields.Select(field => field.Choices?.Now(word)).OfType<string>().Where(now => now != word).Distinct().ToList()
            is [var only]
            ? only
            : word;

    /// <summary>For an indicator that is to be kept by category from now on: the codes its records already have, retired ones too.</summary>
    private static IEnumerable<string> CodesInUse(
        DatabaseFacts database,
        Catalogue catalogue,
        IndicatorDefinition indicator,
        IReadOnlyCollection<string> known
    )
    {
        if (catalogue.RegisterOf(indicator) is not { } register)
            yield break;
        foreach (var version in indicator.Earlier.Prepend(indicator))
        {
            if (version.By is not { } by || PostedSeries.Codes(version.Series, known).Any())
                continue;
            if (register.Keys.Select(RegisterDefinition.TableOf).FirstOrDefault(database.HasTable) is not { } table)
                continue;
            var columns = database.Columns(table);
            if (new[] { by.Key }.Concat(by.Was).FirstOrDefault(columns.ContainsKey) is { } column)
                foreach (var code in database.Values(table, column))
                    yield return PostedSeries.Category(version.Series, code);
        }
    }

    private static IEnumerable<SchemaChange> Known(DefinitionSnapshot? before, Catalogue catalogue)
    {
        if (before is null)
            yield break;
        var changes = NameChange.Between(before.Indicators, DefinitionSnapshot.Of(catalogue).Indicators);
        foreach (var change in changes)
        {
            if (change.Removed)
                yield return NameWords.Refuse(
                    $"定义里没有指标“{change.Before!.Title}”（{change.Before.Key}），已记的数字就没有说明了。"
                        + $"如果改了名称，在新指标上写 was: {change.Before.Key}；如果不再统计，把它写回定义并加上 retired: true。"
                );
            foreach (var retired in NameWords.Retired("指标", change, "，不再记账，已有的数字仍可查看"))
                yield return retired;
        }
        foreach (var forgotten in NameWords.Forgotten("指标", changes))
            yield return forgotten;
    }

    [GeneratedRegex("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*")]
    private static partial Regex Word();
}
