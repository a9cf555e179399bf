using Fazhang.Verify.Figures;

namespace Fazhang.Verify.Relations;

/// <summary>
/// 人均、户均、件均: the total of the sentence divided by what it is spread over (救助金120万元,救助400人,人均3000元). Other heads may
/// be meant than those named, so a mismatch is asked.
/// </summary>
internal sealed class PerHeadFinder(Context context, Ledger ledger)
{
    /// <summary>Total and heads stand among the few figures before the average.</summary>
    private const int FiguresBack = 4;

    private static readonly (string Word, string[] Units)[] Heads =
    [
        ("人均", ["人", "名", "位", "人次"]),
        ("户均", ["户"]),
        ("件均", ["件", "宗", "起"]),
        ("案均", ["件", "宗", "起"]),
    ];

    public void Find()
    {
        for (var i = 2; i < context.Figures.Count; i++)
        {
            var label = context.Label(i);
            var head = Heads.FirstOrDefault(head => label.Contains(head.Word, StringComparison.Ordinal));
            if (head.Word is not null && Parts(i, head.Units) is var (total, heads))
            {
                Check(i, total, heads, head.Word);
            }
        }
    }

    /// <summary>The one total of the average's unit and the one number of heads before it; null when either is not certain.</summary>
    private (int Total, int Heads)? Parts(int average, string[] units)
    {
        var before = Enumerable
            .Range(Math.Max(0, average - FiguresBack), Math.Min(average, FiguresBack))
            .Where(i => context.SameSentence(i, average) && context.IsCurrent(i))
            .ToList();
        var totals = before.Where(i => context[i].Unit == context[average].Unit).ToList();
        var heads = before.Where(i => units.Contains(context[i].Unit)).ToList();
        return totals is [var total] && heads is [var head] && total != head && context[head].Low > 0 ? (total, head) : null;
    }

    private void Check(int average, int total, int heads, string word)
    {
        var value = decimal.Round(context[total].Value / context[heads].Value, 2);
        var computed = new Interval(context[total].Low / context[heads].High, context[total].High / context[heads].Low);
        var arithmetic = $"{context.Show(total)} ÷ {context.Show(heads)} = {Arithmetic.Show(value)}";
        // 件均101元 is a rounded quotient, where 101元 would be exact.
        var (low, high) = Bounds.Rounded(context[average].Value, context[average].Step, rounded: true);
        if (computed.Meets(new Interval(Math.Min(low, context[average].Low), Math.Max(high, context[average].High))))
        {
            ledger.Holds(RelationType.Average, [average, total, heads], Arithmetic.Show(value), arithmetic + "，与文中相符");
            return;
        }
        ledger.Fails(
            RelationType.Average,
            [average, total, heads],
            FindingLevel.Question,
            FindingCodes.AverageMismatch,
            Arithmetic.Show(value),
            arithmetic,
            $"{arithmetic}，文中写{word}{context.Show(average)}。若按别的人数、户数或件数平均请写明，否则请核对。"
        );
    }
}
