using System.Text.RegularExpressions;

namespace Fazhang.Verify.Figures;

/// <summary>Periods of time as reports name them.</summary>
internal static partial class Periods
{
    /// <summary>The last period named in the words, or an empty string.</summary>
    public static string LastIn(string words)
    {
        var last = "";
        foreach (var match in Pattern().EnumerateMatches(words))
        {
            last = words.Substring(match.Index, match.Length);
        }
        return last;
    }

    [GeneratedRegex(
        @"\d{4}年(?:度|上半年|下半年|第?[一二三四1-4]季度|\d{1,2}月(?:\d{1,2}日)?)?|第?[一二三四]季度|前[一二三]季度|上半年|下半年|前\d{1,2}个月|全年|去年|上年|截至目前|今年以来",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}
