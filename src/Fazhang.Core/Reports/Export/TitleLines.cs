namespace Fazhang.Core.Reports;

/// <summary>
/// Cuts a long title into lines that keep words whole and are of like length (GB/T 9704-2012, 7.3.1).
/// </summary>
internal static class TitleLines
{
    /// <summary>Characters of 2号 that fit in a line of the text block.</summary>
    private const int Fitting = OfficialLayout.TextWidth / (OfficialLayout.TitleSize * 10);

    /// <summary>What may stand at the end of a line.</summary>
    private static readonly string[] Ends = [" ", "年度", "年", "》", "局", "委"];

    /// <summary>What may stand at the start of a line.</summary>
    private static readonly string[] Starts = ["关于", "《", "法治政府", "年度报告", "报告"];

    /// <summary>The lines of a title; one line when it fits.</summary>
    public static IReadOnlyList<string> Split(string title)
    {
        var lines = (int)Math.Ceiling(OfficialLayout.Width(title) / Fitting);
        if (lines <= 1)
            return [title];
        var wanted = OfficialLayout.Width(title) / lines;
        var cut = Enumerable
            .Range(1, title.Length - 1)
            .Where(index => OfficialLayout.Width(title[..index].TrimEnd()) <= Fitting)
            .MinBy(index => Math.Abs(OfficialLayout.Width(title[..index]) - wanted) + Cost(title, index));
        return [title[..cut].TrimEnd(), .. Split(title[cut..].TrimStart())];
    }

    /// <summary>What a cut costs, in characters of unevenness: nothing between words, much inside one, most inside a number.</summary>
    private static int Cost(string title, int index)
    {
        if (char.IsAsciiDigit(title[index - 1]) && (char.IsAsciiDigit(title[index]) || title[index] == '年'))
            return 100;
        var (head, tail) = (title[..index], title[index..]);
        var between =
            Ends.Any(word => head.EndsWith(word, StringComparison.Ordinal))
            || Starts.Any(word => tail.StartsWith(word, StringComparison.Ordinal));
        return between && !tail.StartsWith('度') ? 0 : 10;
    }
}
