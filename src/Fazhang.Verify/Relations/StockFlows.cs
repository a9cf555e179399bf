namespace Fazhang.Verify.Relations;

/// <summary>年初在册20人,新接收8人,解除5人,年末在册23人: what was there, what came and what went must give what is left.</summary>
internal sealed class StockFlows(Context context, Ledger ledger, SumLedger sums)
{
    /// <summary>In figures: the four amounts and a total of the first two.</summary>
    private const int LongestFlow = 6;

    private static readonly string[] Opening =
    [
        "年初",
        "期初",
        "月初",
        "上年结转",
        "上年转入",
        "上年旧存",
        "旧存",
        "上期结存",
        "上年遗留",
    ];

    private static readonly string[] Inflow =
    [
        "新收",
        "新立",
        "新接收",
        "新增",
        "新受理",
        "接收",
        "入矫",
        "转入",
        "受理",
        "收案",
    ];

    private static readonly string[] Outflow = ["办结", "审结", "结案", "解除", "解矫", "期满", "转出", "执结", "减少", "完成"];

    private static readonly string[] Closing =
    [
        "年末",
        "年底",
        "期末",
        "月末",
        "未结",
        "结转下",
        "转入下",
        "转下年",
        "在审",
        "在办",
        "现有",
    ];

    private static readonly string[] Together = ["应办", "合计", "共", "总计", "总数"];

    /// <summary>Notes the flow that the run states, and whether it balances.</summary>
    public void FindIn(List<int> run)
    {
        for (var start = 0; start + 3 < run.Count; start++)
        {
            var flow = run.GetRange(start, Math.Min(LongestFlow, run.Count - start));
            if (IsStart(flow[0], flow[1]) && Parts(flow) is { } parts)
            {
                Judge(parts);
                return;
            }
        }
    }

    private readonly record struct Flow(int Opening, int Inflow, int? Total, int Outflow, int Closing);

    private bool IsStart(int one, int other) => Is(one, Opening) && Is(other, Inflow) || Is(one, Inflow) && Is(other, Opening);

    private Flow? Parts(List<int> flow)
    {
        var (opening, inflow) = Is(flow[0], Opening) ? (flow[0], flow[1]) : (flow[1], flow[0]);
        var at = 2;
        int? total = Is(flow[at], Together) ? flow[at++] : null;
        return
            at + 1 < flow.Count
            && Is(flow[at], Outflow)
            && !Is(flow[at], Closing)
            && Is(flow[at + 1], Closing)
            && flow.Take(at + 2).All(part => context[part].Unit == context[opening].Unit && context[part].IsExact)
            ? new Flow(opening, inflow, total, flow[at], flow[at + 1])
            : null;
    }

    private bool Is(int figure, string[] words)
    {
        var label = context.Label(figure);
        return Array.Exists(words, word => label.Contains(word, StringComparison.Ordinal));
    }

    private void Judge(Flow flow)
    {
        var (before, came, went, left) = (
            context[flow.Opening].Value,
            context[flow.Inflow].Value,
            context[flow.Outflow].Value,
            context[flow.Closing].Value
        );
        if (flow.Total is { } total)
        {
            if (context[total].Value == before + came)
            {
                sums.Record(total, [flow.Opening, flow.Inflow]);
            }
            else
            {
                sums.Report(total, [flow.Opening, flow.Inflow], FindingLevel.Question, FindingCodes.SumMismatch);
            }
        }
        sums.Use([flow.Opening, flow.Inflow, flow.Outflow, flow.Closing]);
        int[] members = [flow.Closing, flow.Opening, flow.Inflow, flow.Outflow];
        var expected = Arithmetic.Show(before + came - went);
        var arithmetic = $"{Arithmetic.Show(before)} + {Arithmetic.Show(came)} - {Arithmetic.Show(went)} = {expected}";
        if (before + came - went == left)
        {
            ledger.Holds(RelationType.Sum, members, expected, $"{arithmetic}，与{context.Show(flow.Closing)}相符");
            return;
        }
        ledger.Fails(
            RelationType.Sum,
            members,
            FindingLevel.Question,
            FindingCodes.FlowMismatch,
            expected,
            $"{arithmetic}，文中写{context.Show(flow.Closing)}",
            $"{arithmetic}，文中写{context.Show(flow.Closing)}。若另有转出、撤回等减少，请写明；若没有，请核对四个数。"
        );
    }
}
