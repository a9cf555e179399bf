namespace Fazhang.Verify.Relations;

/// <summary>Which part an amount plays in a comparison of periods.</summary>
internal enum Role
{
    Current,
    Base,
    Delta,
}

/// <summary>Up or down.</summary>
internal enum Direction
{
    Up,
    Down,
}

/// <summary>The words with which reports compare periods.</summary>
internal static class Comparisons
{
    private static readonly string[] BaseWords =
    [
        "上年",
        "去年",
        "上一年",
        "前一年",
        "上年同期",
        "去年同期",
        "同期",
        "上年度",
        "上月",
        "上年的",
        "去年的",
        "上一年是",
        "上年为",
        "去年为",
        "上一年为",
        "上年是",
        "去年是",
        "上年同期的",
        "去年同期的",
    ];

    private static readonly string[] DeltaWords =
    [
        "增加",
        "减少",
        "净增",
        "净减",
        "净添",
        "增长",
        "下降",
        "增加了",
        "减少了",
        "多",
        "少",
        "增",
        "减",
        "多了",
        "少了",
        "增了",
        "减了",
        "多收",
        "少收",
        "增至",
        "净增加",
        "净减少",
    ];

    private static readonly string[] CompareWords = ["比", "较", "同比", "环比", "上年", "去年", "前一", "上一"];

    private static readonly string[] DownWords = ["降", "减", "少", "跌", "下滑", "下行", "缩", "回落", "低", "收窄"];

    /// <summary>The part played by the amount behind the label.</summary>
    public static Role RoleOf(string label)
    {
        var words = label.TrimEnd('约', '近', '超', ' ');
        if (BaseWords.Any(words.EndsWith))
        {
            return Role.Base;
        }
        var delta = DeltaWords.FirstOrDefault(words.EndsWith);
        return
            delta is not null
            && (words.Length <= delta.Length + 2 || CompareWords.Any(word => words.Contains(word, StringComparison.Ordinal)))
            ? Role.Delta
            : Role.Current;
    }

    /// <summary>Up unless a word of decrease stands in the words before the number.</summary>
    public static Direction DirectionOf(string words) =>
        DownWords.Any(word => words.Contains(word, StringComparison.Ordinal)) && !words.Contains("不少", StringComparison.Ordinal)
            ? Direction.Down
            : Direction.Up;
}
