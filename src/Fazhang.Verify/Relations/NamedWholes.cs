using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Relations;

/// <summary>
/// 审结944件……占审结案件的39.1%: the text names the whole, and exactly one number close by has that name. Then there is no
/// other denominator to mean, and a percentage that no rounding rule gives is wrong.
/// </summary>
internal sealed class NamedWholes(Context context, Ledger ledger)
{
    /// <summary>The named number stands in the same sentence or the one before.</summary>
    private const int SentencesBack = 1;

    private const int ShortestName = 2;

    /// <summary>Words that say that a number is a total or what is counted, but not which.</summary>
    private static readonly string[] Empty =
    [
        "全年",
        "全市",
        "全区",
        "全县",
        "全省",
        "全部",
        "全体",
        "本年",
        "今年",
        "当年",
        "共计",
        "累计",
        "总计",
        "合计",
        "总数",
        "总量",
        "总",
        "案件数",
        "案件",
        "件数",
        "数量",
        "数",
        "共",
        "的",
        "已",
        "行政",
    ];

    private readonly ShareArithmetic shares = new(context);

    /// <summary>Reports the share as an error when its named whole is certain; false when it is not.</summary>
    public bool Judge(ShareTrial trial)
    {
        var share = trial.Share;
        var (part, percent) = (share.Parts[0], share.Percent);
        if (!share.NamesWhole || share.Parts.Count > 1 || !context[part].IsExact || context[percent].Approx)
            return false;
        var label = context.Label(percent);
        var name = Core(label[(label.LastIndexOf('占') + 1)..]);
        if (name.Length < ShortestName)
            return false;
        var named = Enumerable
            .Range(0, part)
            .Where(i =>
                context.SameParagraph(i, percent)
                && context.Sentence(percent) - context.Sentence(i) <= SentencesBack
                && context.IsCurrent(i)
                && context.Compatible(i, part)
                && Core(context.Label(i)) == name
            )
            .ToList();
        if (
            named is not [var whole]
            || !context[whole].IsExact
            || context[whole].Value < context[part].Value
            || shares.IsLastDigit(share, whole)
        )
            return false;
        var exact = shares.Exact(share, context[whole].Value);
        var arithmetic =
            $"{shares.Terms(share)} ÷ {Arithmetic.Show(context[whole].Value)} = {Arithmetic.ShowPercent(exact)}，文中写{context.Show(percent)}";
        ledger.Fails(
            RelationType.Ratio,
            [percent, part, whole],
            FindingLevel.Error,
            FindingCodes.RatioNamedWhole,
            Arithmetic.ShowPercent(exact),
            arithmetic,
            $"{arithmetic}；这里写明以“{name}”{context.Show(whole)}为整体。{shares.SlipHint(share, whole)}请核对件数和百分比。"
        );
        return true;
    }

    /// <summary>What is counted, without the words around it: 全年审结 and 审结案件的 are both 审结.</summary>
    private static string Core(string label)
    {
        var name = string.Concat(label.Where(c => Chars.IsHan(c)));
        foreach (var word in Empty)
            name = name.Replace(word, "", StringComparison.Ordinal);
        return name;
    }
}
