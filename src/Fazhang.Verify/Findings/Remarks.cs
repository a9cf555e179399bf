using Fazhang.Verify.Relations;

namespace Fazhang.Verify.Findings;

/// <summary>Remarks on single figures: false precision, perfect rates, rates that nobody can recompute.</summary>
internal sealed class Remarks(Context context, Ledger ledger)
{
    /// <summary>Nobody does thousands of cases without one failure; the definition deserves a look.</summary>
    private const decimal ManyCases = 1000;

    public void Add(bool annualReport)
    {
        var related = ledger.Relations.SelectMany(relation => relation.Members).ToHashSet();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            AskFalsePrecision(i);
            if (
                context[i].Kind == FigureKind.Percent
                && context[i].Status == FigureStatus.Done
                && context.Label(i).Contains('率')
            )
            {
                AskRate(i, annualReport && !related.Contains(i));
            }
        }
    }

    /// <summary>227余人次: whoever knows the 7 knows the exact number.</summary>
    private void AskFalsePrecision(int index)
    {
        var figure = context[index];
        var followed = context.Text[figure.End];
        if (figure.Approx && followed is '余' or '多' && figure.Value > 20 && figure.Step == 1 && figure.Value % 10 != 0)
        {
            ledger.Remark(
                FindingLevel.Question,
                FindingCodes.FalsePrecision,
                index,
                $"“{context.Show(index)}”精确到个位又加“{followed}”。请写准确数{Arithmetic.Show(figure.Value)}{figure.Unit}，或取整后再加“{followed}”。"
            );
        }
    }

    private void AskRate(int index, bool isAlone)
    {
        var amount = index - 1;
        var near =
            amount >= 0
            && context.SameSentence(amount, index)
            && context.IsCurrent(amount)
            && context[index].Start - context[amount].End < 14;
        if (context[index].Value == 100 && near && context[amount].Value >= ManyCases)
        {
            ledger.Remark(
                FindingLevel.Question,
                FindingCodes.PerfectRate,
                index,
                $"{context.Show(amount)}而“{context.Label(index)}”100%。请写明分子、分母和统计口径（例如只统计已办结的）。"
            );
        }
        else if (isAlone && !near && context[index].Value < 100)
        {
            ledger.Remark(
                FindingLevel.Question,
                FindingCodes.RateWithoutWhole,
                index,
                $"“{context.Label(index)}{context.Show(index)}”没有写明分子和分母，读者无法核算。请补充件数。"
            );
        }
    }
}
