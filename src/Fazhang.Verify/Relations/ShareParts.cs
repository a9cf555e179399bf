namespace Fazhang.Verify.Relations;

/// <summary>The amounts that a share may be a share of: the one it names, one, or several together.</summary>
internal static class ShareParts
{
    private const int MostJoint = 12;

    /// <summary>In figures, from the amount that stands nearest to the share.</summary>
    private const int FarthestNamed = 8;

    private static readonly string[] PartWords = ["占", "份额", "比重", "占比", "比例", "分量"];

    private static readonly string[] JointWords = ["相加", "合计", "三类", "两类", "两项", "三项", "四类", "共占", "合占"];

    /// <summary>甲17万起(另有2千起未统计),乙10万起,合计占70.7%: the amounts of the list, asides in brackets left out.</summary>
    public static List<int> Joint(Context context, int last, bool isSaid = false)
    {
        var parts = new List<int> { last };
        for (var i = last - 1; i >= 0 && parts.Count < MostJoint && context.SameSentence(i, last); i--)
        {
            if (isSaid && context.IsInBrackets(i))
            {
                continue;
            }
            var joint = context.Gap(parts[0]).TrimStart();
            joint = isSaid && joint.IndexOf(')', StringComparison.Ordinal) is >= 0 and var close ? joint[(close + 1)..] : joint;
            if (
                !context.IsCurrent(i)
                || !context.Compatible(i, last)
                || !(joint.StartsWith('、') || isSaid && joint.StartsWith(',') && !Labels.HasAmong(joint))
            )
            {
                break;
            }
            parts.Insert(0, i);
        }
        return parts;
    }

    /// <summary>受理90件,撤销20件,调解10件,两项占30%: as many of the amounts as the words say, the last ones.</summary>
    public static List<int> Counted(List<int> parts, string gap)
    {
        var at = gap.AsSpan().IndexOfAny("两二三四五");
        var count = at >= 0 && at + 1 < gap.Length && gap[at + 1] is '项' or '类' or '者' ? "  两三四五".IndexOf(gap[at]) : 0;
        count = count < 0 ? 2 : count;
        return count > 1 && parts.Count > count ? parts[^count..] : parts;
    }

    /// <summary>撤销20件、变更10件,占审结的3%: the share of all that stand side by side before it; null when only one does.</summary>
    public static Share? Together(Context context, Share share) =>
        share is { IsPart: true, Parts: [var part] }
        && part == share.Percent - 1
        && Joint(context, part) is { Count: > 1 } list
        && !list.Exists(i => i < part && context[i + 1].Kind == FigureKind.Percent)
            ? share with
            {
                Parts = list,
            }
            : null;

    /// <summary>
    /// 农民工60人、妇女30人、其他10人;农民工比重60%: the amount further before that the share names, when the nearest is called something
    /// else. Null when there is none.
    /// </summary>
    public static int? NamedPart(Context context, string label, int nearest)
    {
        var at = WordAt(label);
        var name = at is > 1 and < int.MaxValue ? label[..at].Trim().TrimEnd('的', '类', '所') : "";
        if (name.Length < 2 || context.Label(nearest).Contains(name, StringComparison.Ordinal))
        {
            return null;
        }
        for (var i = nearest - 1; i >= Math.Max(0, nearest - FarthestNamed) && context.SameSentence(i, nearest); i--)
        {
            if (context.IsCurrent(i) && context.Label(i).EndsWith(name, StringComparison.Ordinal))
            {
                return i;
            }
        }
        return null;
    }

    public static bool NamesPart(Context context, string label, int part)
    {
        var at = WordAt(label);
        var name = at is > 1 and < int.MaxValue ? label[..at].Trim().TrimEnd('的', '类', '所') : "";
        return name.Length > 1 && context.Label(part).Contains(name, StringComparison.Ordinal);
    }

    public static bool IsPart(string gap) => PartWords.Any(word => gap.Contains(word, StringComparison.Ordinal));

    /// <summary>Where the label says 占 or 比重; <see cref="int.MaxValue"/> when it does not.</summary>
    public static int WordAt(string label) =>
        PartWords.Min(word => label.IndexOf(word, StringComparison.Ordinal) is >= 0 and var i ? i : int.MaxValue);

    /// <summary>三类相加占62%: the text itself adds the amounts before.</summary>
    public static bool AreTogether(string gap) => JointWords.Any(word => gap.Contains(word, StringComparison.Ordinal));
}
