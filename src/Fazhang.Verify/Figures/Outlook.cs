using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Where the report turns from what was done to what is planned.</summary>
internal static class Outlook
{
    private static readonly string[] PlanWords =
    [
        "工作打算",
        "工作安排",
        "主要安排",
        "工作计划",
        "工作思路",
        "下步工作",
        "下一步工作",
        "重点工作安排",
    ];

    /// <summary>The offset of the heading of the last top-level section that announces next year's work; int.MaxValue without one.</summary>
    public static int Start(FoldedText text)
    {
        var lineStart = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Chars.IsLineBreak(text[i]))
            {
                continue;
            }
            if (IsPlanHeading(text.Span(lineStart, i).Trim()))
            {
                return lineStart;
            }
            lineStart = i + 1;
        }
        return int.MaxValue;
    }

    /// <summary>A short line that starts with 二、 and the like and names plans, but no problems before them.</summary>
    private static bool IsPlanHeading(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > 40 || !Chars.IsChineseDigit(line[0]) || line[1] != '、')
        {
            return false;
        }
        foreach (var word in PlanWords)
        {
            if (line.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
