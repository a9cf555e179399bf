using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Relations;

/// <summary>A percentage with the amounts that may be its numerator.</summary>
internal sealed record Share
{
    public required int Percent { get; init; }

    /// <summary>One amount, or several that the text adds (三类相加占62%).</summary>
    public required IReadOnlyList<int> Parts { get; init; }

    /// <summary>占, 份额 or brackets: a part of a whole. Otherwise a named rate, whose whole may be something else.</summary>
    public required bool IsPart { get; init; }

    /// <summary>
    /// A part, or a rate named after the amount before it (纠错90件、纠错率15.0%). 建议1400件,采纳率86.9% is a rate of the
    /// amount itself, about which nothing can be asked.
    /// </summary>
    public bool MayAsk { get; init; } = true;

    /// <summary>The text names the whole: 占全部检查次数的37.2%.</summary>
    public required bool NamesWhole { get; init; }

    /// <summary>
    /// The name of the whole without 总数 and the like (检查次数; empty for 占总数的). A share without a name has that of the one
    /// before it in its sentence: 甲占全部检查次数的60%,乙占40%.
    /// </summary>
    public string WholeName { get; init; } = "";

    /// <summary>占总数的: a total, but nobody says of what.</summary>
    public bool NamesTotalOnly => NamesWhole && WholeName.Length == 0;
}

/// <summary>Finds the numerators of percentages by their place in the sentence.</summary>
internal static class Shares
{
    private const int LongestReach = 34;

    /// <summary>The share repeats the name of its amount: 非税收入31397万元,……,非税收入占总收入比重为46.21%.</summary>
    private const int LongestNamedReach = 60;

    /// <summary>Words of 占案件总数的比例为 that do not say what the whole is.</summary>
    private static readonly string[] NoNames =
    [
        "总人数",
        "人数",
        "总数量",
        "总件数",
        "总数",
        "总量",
        "数量",
        "比重",
        "比例",
        "案件",
        "全部",
        "约",
        "为",
        "达",
        "近",
        "的",
        "总",
        "数",
        "比",
        "到",
        "了",
    ];

    /// <summary>结案90件,快速结案率62%: the rate counts only those cases that are done in this way.</summary>
    private static readonly string[] Qualifiers =
    [
        "快速",
        "即时",
        "当场",
        "当日",
        "当庭",
        "按期",
        "按时",
        "提前",
        "一次",
        "首次",
        "诉前",
        "网上",
        "自动",
        "简易",
        "速裁",
        "直接",
    ];

    /// <summary>Words for one outcome: what the 解决率 counts is called 解决 or 办结.</summary>
    private static readonly string[][] SameOutcomes =
    [
        ["解决", "办结", "了结", "结案", "审结", "化解"],
        ["成功", "调成", "调解成功"],
    ];

    public static List<Share> Of(Context context)
    {
        var shares = new List<Share>();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            if (context[i].Kind != FigureKind.Percent || context[i].Status == FigureStatus.Benchmark)
            {
                continue;
            }
            var size = GroupSize(context, i);
            if (size > 1)
            {
                shares.AddRange(Distributed(context, i, size));
                i += size - 1;
            }
            else if (Single(context, i) is { } share)
            {
                shares.Add(WithName(context, share, shares.Count > 0 ? shares[^1] : null));
            }
        }
        return shares;
    }

    /// <summary>Percentages joined by nothing but list marks: 52.7%和47.3%.</summary>
    private static int GroupSize(Context context, int first)
    {
        var size = 1;
        while (
            first + size < context.Figures.Count
            && context[first + size].Kind == FigureKind.Percent
            && context.Gap(first + size).Trim() is "、" or "和" or "," or "及" or "与"
        )
        {
            size++;
        }
        return size;
    }

    /// <summary>甲A件、乙B件,分别占a%、b%: one numerator each, in order.</summary>
    private static IEnumerable<Share> Distributed(Context context, int first, int size)
    {
        var amounts = new List<int>(size);
        for (var i = first - 1; i >= 0 && amounts.Count < size && context.SameSentence(i, first) && context.IsCurrent(i); i--)
        {
            amounts.Insert(0, i);
        }
        var gap = context.Gap(first);
        if (
            amounts.Count < size
            || !amounts.All(a => context.Compatible(a, amounts[0]))
            || gap.Length > LongestReach
            || IsOfLastYear(gap)
            || context.Label(first).Contains('率')
        )
        {
            yield break;
        }
        for (var k = 0; k < size; k++)
        {
            yield return new Share
            {
                Percent = first + k,
                Parts = [amounts[k]],
                IsPart = ShareParts.IsPart(gap),
                NamesWhole = false,
            };
        }
    }

    /// <summary>分别是去年同期的184%、189%: compared with another period, not with a whole.</summary>
    private static bool IsOfLastYear(string gap) =>
        gap.Contains("同期", StringComparison.Ordinal)
        || gap.Contains("上年", StringComparison.Ordinal)
        || gap.Contains("去年", StringComparison.Ordinal);

    private static Share? Single(Context context, int percent)
    {
        var gap = context.Gap(percent);
        var part = percent - 1;
        while (
            part >= 0
            && (!context.IsCurrent(part) || context.IsInBrackets(part))
            && !(context[part].Kind == FigureKind.Percent && !IsSecondShare(context, part, percent))
            && context.SameSentence(part, percent)
        )
        {
            part--;
        }
        if (part < 0 || !context.SameSentence(part, percent) || !context.IsCurrent(part) || gap.Length > LongestReach)
        {
            return null;
        }
        var label = context.Label(percent);
        part = ShareParts.NamedPart(context, label, part) ?? part;
        var names = ShareParts.NamesPart(context, label, part);
        if (IsLevelOfRange(label))
        {
            return null;
        }
        var isPart = ShareParts.IsPart(gap) || gap is "(";
        var isRate = label.Contains('率');
        if (
            !(isPart || isRate)
            || context[percent].Start - context.UnitEnd(part) > (names ? LongestNamedReach : LongestReach)
            || !(gap.Length > 0 && Chars.EndsClause(gap[0]) || isPart)
        )
        {
            return null;
        }
        if (isPart && gap is not "(" && !SharesTheNumberBefore(label) && !names && !ShareParts.AreTogether(gap))
        {
            return null;
        }
        var isJoint = ShareParts.AreTogether(gap);
        var joint =
            isJoint
            || (isPart && ShareParts.Joint(context, part) is { Count: > 1 } list && Labels.IsChoice(context.Gap(list[0])));
        return new Share
        {
            Percent = percent,
            Parts = joint ? ShareParts.Counted(ShareParts.Joint(context, part, isJoint), gap) : [part],
            IsPart = isPart,
            NamesWhole = NamesWhole(label) && !joint,
            MayAsk = isPart || IsNamedAfter(label, context.Label(part) + context.After(part)),
        };
    }

    /// <summary>占预算的105.47%,占收入的48.51%: two shares of the amount before both.</summary>
    private static bool IsSecondShare(Context context, int first, int second) =>
        second == first + 1 && context.Label(first).StartsWith('占') && context.Label(second).StartsWith('占');

    /// <summary>
    /// Rate and amount share their last word (直接纠错率 and 纠错案件; 调解成功率 counts what succeeded, not what was mediated), or one
    /// character when the rate has a short name (调成率 and 成功化解). Denials (不捕率) have wholes of their own.
    /// </summary>
    public static bool IsNamedAfter(string rate, string amount)
    {
        var end = rate.LastIndexOf('率');
        var name = rate[Math.Max(0, end - 6)..Math.Max(0, end)];
        if (name.Length == 0 || name.Contains('不') || name.Contains('未'))
        {
            return false;
        }
        if (Array.Exists(Qualifiers, word => name.Contains(word) && !amount.Contains(word)))
        {
            return false;
        }
        var last = name[Math.Max(0, name.Length - 2)..];
        // 未采纳15条 is not what the 采纳率 counts.
        if (
            name.Length > 1
            && (amount.Contains("未" + last, StringComparison.Ordinal) || amount.Contains("不" + last, StringComparison.Ordinal))
        )
        {
            return false;
        }
        return amount.Contains(last, StringComparison.Ordinal)
            || (name.Length is 2 or 3 && name.Any(amount.Contains))
            || Array.Exists(SameOutcomes, set => set.Contains(last) && set.Any(amount.EndsWith));
    }

    /// <summary>由21.8%抬到41.5%: the level of another time.</summary>
    private static bool IsLevelOfRange(string label) =>
        label.EndsWith('由') || label.EndsWith('从') || label.Contains('由') && label.EndsWith('月');

    /// <summary>占19.3% or 占比19.3%, but not 市直部门的占94.11%: that share has a numerator which the text does not give.</summary>
    private static bool SharesTheNumberBefore(string label)
    {
        var at = ShareParts.WordAt(label);
        return at <= 2;
    }

    private static Share WithName(Context context, Share share, Share? before) =>
        share.NamesWhole ? share with { WholeName = WholeNameIn(context.Label(share.Percent)) }
        : share.IsPart && before is { IsPart: true } && context.SameSentence(before.Percent, share.Percent)
            ? share with
            {
                WholeName = before.WholeName,
            }
        : share;

    private static string WholeNameIn(string label)
    {
        var name = label[(label.LastIndexOf('占') + 1)..];
        foreach (var word in NoNames)
        {
            name = name.Replace(word, "", StringComparison.Ordinal);
        }
        return name.Trim();
    }

    private static bool NamesWhole(string label)
    {
        var at = label.LastIndexOf('占');
        return at >= 0 && label[(at + 1)..].Trim().Length > 2;
    }
}
