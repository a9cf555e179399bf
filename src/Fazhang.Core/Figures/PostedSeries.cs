using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>
/// A series of balances of an indicator: its total, the number of records of an average, or one code of its category
/// field; for the present version and for each earlier one. Kinds that are not posted have one without balances, so that
/// a change of what they are made of is noticed.
/// </summary>
/// <param name="Key">The name its cell number is kept under.</param>
/// <param name="Rule">Everything that decides what is posted to it.</param>
/// <param name="Indicator">The indicator, or the earlier version of one.</param>
internal sealed record PostedSeries(string Key, string Rule, IndicatorDefinition Indicator)
{
    /// <summary>The number of records of an average.</summary>
    public static string Number(string series) => series + ":n";

    /// <summary>One code of the category field.</summary>
    public static string Category(string series, string code) => series + "#" + code;

    /// <summary>The codes that have series among the known keys: also those the definition no longer names.</summary>
    public static IEnumerable<string> Codes(string series, IEnumerable<string> keys)
    {
        var prefix = Category(series, "");
        return keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]);
    }

    /// <summary>The series in words, for people: 审结行政复议案件 · 维持 · 条数 · 第 1 版口径.</summary>
    public string InWords(Catalogue catalogue)
    {
        var code = Key.IndexOf('#', StringComparison.Ordinal);
        return Indicator.Title
            + (code < 0 ? "" : " · " + catalogue.CategoryTitle(Indicator, Key[(code + 1)..]))
            + ((code < 0 ? Key : Key[..code]).EndsWith(":n", StringComparison.Ordinal) ? " · 条数" : "")
            + (Indicator.LastMonth is null ? "" : $" · 第 {Indicator.Version} 版口径");
    }

    /// <summary>All series of an indicator, with those of its earlier versions.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="known">The keys that have cell numbers already; their codes go on being posted.</param>
    public static IEnumerable<PostedSeries> Of(IndicatorDefinition indicator, IReadOnlyCollection<string> known)
    {
        foreach (var version in indicator.Earlier.Prepend(indicator))
        {
            yield return new(version.Series, version.PostedBy, version);
            if (version.Kind == IndicatorKind.Average)
                yield return new(Number(version.Series), version.PostedBy, version);
            if (version.By is not { } by)
                continue;
            var rule = $"{version.Rule} by {by.Key}";
            var codes = by.Choices!.Items.Select(item => item.Code).Union(Codes(version.Series, known), StringComparer.Ordinal);
            foreach (var code in codes)
            {
                yield return new(Category(version.Series, code), rule, version);
                if (version.Kind == IndicatorKind.Average)
                    yield return new(Category(Number(version.Series), code), rule, version);
            }
        }
    }
}
