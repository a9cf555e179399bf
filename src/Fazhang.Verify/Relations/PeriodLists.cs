namespace Fazhang.Verify.Relations;

/// <summary>Parts of a year that leave nothing out: quarters and halves.</summary>
internal static class PeriodLists
{
    private static readonly string[][] Years =
    [
        ["一季度", "二季度", "三季度", "四季度"],
        ["首季", "二季", "三季", "四季"],
        ["上半年", "下半年"],
        ["前三季度", "四季度"],
    ];

    private static readonly string[] Wholes = ["全年", "一年", "年度", "合计", "总计", "共"];

    /// <summary>Each label names another part of the year, and together they make it.</summary>
    public static bool AreWholeYear(IReadOnlyList<string> labels) =>
        Years.Any(year =>
            year.Length == labels.Count
            && year.Zip(labels).All(pair => pair.Second.Contains(pair.First, StringComparison.Ordinal))
        );

    /// <summary>全年, 全年共: the amount is that of the year.</summary>
    public static bool IsYear(string label) => Wholes.Any(word => label.Contains(word, StringComparison.Ordinal));
}
