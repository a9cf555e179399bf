namespace Fazhang.Verify.Relations;

/// <summary>Notes sums with their arithmetic and remembers which amounts are parts of one.</summary>
internal sealed class SumLedger(Context context, Ledger ledger)
{
    /// <summary>Rounding may leave this much of the right value open; more would let a slip explain anything.</summary>
    private const decimal NarrowShare = 0.006m;

    private readonly HashSet<int> parts = [];

    /// <summary>True when the amount is a part of a sum noted before.</summary>
    public bool IsUsed(int amount) => parts.Contains(amount);

    /// <summary>The amounts belong to a relation of their own and are parts of no sum.</summary>
    public void Use(IEnumerable<int> amounts) => parts.UnionWith(amounts);

    /// <summary>Each part fits into the whole, whatever the list leaves out.</summary>
    public void RecordSubsets(List<int> parts, int whole)
    {
        foreach (var part in parts.Where(part => context.SameSentence(part, whole) && context[part].High <= context[whole].Low))
        {
            ledger.Holds(
                RelationType.Subset,
                [part, whole],
                $"≤ {context.Show(whole)}",
                $"{context.Show(part)} ≤ {context.Show(whole)}，部分不大于整体"
            );
        }
    }

    public void ReportTooLarge(int part, int whole)
    {
        // 甲类10名以上,其中至少3名……；乙类20名以上,其中至少5名……: behind a semicolon 其中 belongs to the new clause's own whole.
        if (context.Text.Span(context.UnitEnd(whole), context[part].Start).IndexOfAny('；', ';') >= 0)
        {
            return;
        }
        ledger.Fails(
            RelationType.Subset,
            [part, whole],
            IsOfOneKind(part, whole) ? FindingLevel.Error : FindingLevel.Question,
            FindingCodes.PartExceedsWhole,
            $"≤ {context.Show(whole)}",
            $"{context.Show(part)} > {context.Show(whole)}",
            $"“其中”的部分{context.Show(part)}大于整体{context.Show(whole)}。请核对两数，或改写两者的关系。"
        );
    }

    /// <summary>The sum of the amounts, as an interval.</summary>
    public Interval Sum(List<int> parts) =>
        parts.Aggregate(new Interval(0, 0), (total, part) => total + Interval.Of(context[part]));

    /// <summary>Notes a sum that holds.</summary>
    public void Record(int whole, List<int> parts)
    {
        this.parts.UnionWith(parts);
        ledger.Holds(
            RelationType.Sum,
            [whole, .. parts],
            Total(parts),
            $"{Terms(parts)} = {Total(parts)}，与{context.Show(whole)}相符"
        );
    }

    /// <summary>Notes a sum that fails, with the likely slip or the amount that is missing.</summary>
    public void Report(int whole, List<int> parts, FindingLevel level, string code)
    {
        this.parts.UnionWith(parts);
        var difference = context[whole].Value - parts.Sum(part => context[part].Value);
        var direction = difference > 0 ? "少" : "多";
        var arithmetic =
            $"{Terms(parts)} = {Total(parts)}，文中写{context.Show(whole)}，各项之和{direction}{Arithmetic.Show(Math.Abs(difference))}";
        var advice = code switch
        {
            FindingCodes.ListIncomplete => "若还有未列出的项目，请写明“等”或补上“其他”；若已列全，请核对各数。",
            FindingCodes.PartsOverlap => "若各项有交叉，请写明；若不交叉，请核对各数。",
            _ => "请核对总数和各分项，使两者一致。",
        };
        var hint = Nearby(whole, parts, Math.Abs(difference));
        hint = hint.Length > 0 ? hint : SlipHint(whole, parts);
        ledger.Fails(RelationType.Sum, [whole, .. parts], level, code, Total(parts), arithmetic, $"{arithmetic}。{hint}{advice}");
    }

    /// <summary>甲 + 乙, for messages.</summary>
    public string Terms(List<int> parts) => string.Join(" + ", parts.Select(part => Arithmetic.Show(context[part].Value)));

    private string Total(List<int> parts) => Arithmetic.Show(parts.Sum(part => context[part].Value));

    /// <summary>The missing amount often stands close by, counted elsewhere.</summary>
    private string Nearby(int whole, List<int> parts, decimal difference)
    {
        for (var i = Math.Min(whole + 1, parts[0]); i < Math.Min(context.Figures.Count, parts[^1] + 3); i++)
        {
            if (context.IsAmount(i) && i != whole && !parts.Contains(i) && context[i].Value == difference && difference > 0)
            {
                var place = context.Sentence(parts[0]) == context.Sentence(i) ? "同一句" : "前一句";
                return $"相差的{Arithmetic.Show(difference)}恰好等于{place}“{context.Label(i)}{context.Show(i)}”，可能漏加或口径不同。";
            }
        }
        return "";
    }

    private string SlipHint(int whole, List<int> parts) => Repair(whole, parts) is { } slip ? slip + "。" : "";

    /// <summary>The slip of the pen in whole or part that would make the sum right; null when none does.</summary>
    public string? Repair(int whole, List<int> parts)
    {
        var sum = Sum(parts);
        foreach (var member in parts.Prepend(whole))
        {
            var others = member == whole ? sum : Interval.Of(context[whole]) - sum + Interval.Of(context[member]);
            var isNarrow = others.Low >= 0 && others.High - others.Low <= others.High * NarrowShare;
            if (isNarrow && Slips.Explain(context[member], others) is { } slip)
            {
                return slip;
            }
        }
        return null;
    }

    /// <summary>Sum and whole differ by less than half or double: they may be the same thing.</summary>
    public bool IsSameOrder(Interval sum, int whole) => sum.High >= context[whole].Low / 2 && sum.Low <= context[whole].High * 2;

    /// <summary>
    /// 检查项目50个,其中发现问题120个: the part is another thing with the same measure word. The part is of the whole's kind
    /// when their names end alike, or when it has no noun of its own.
    /// </summary>
    private bool IsOfOneKind(int part, int whole)
    {
        var name = NounOf(part);
        var wholeName = NounOf(whole);
        return name.Length < 2
            || wholeName.Length < 2
            || wholeName.EndsWith(name[^2..], StringComparison.Ordinal)
            || name.EndsWith(wholeName[^2..], StringComparison.Ordinal);
    }

    private string NounOf(int index)
    {
        var label = context.Label(index).TrimEnd('共', '达', '为', '有', '约', '近', '超');
        var at = label.IndexOf("其中", StringComparison.Ordinal);
        label = at >= 0 ? label[(at + 2)..] : label;
        return label.Length > 0 ? label : context.After(index);
    }
}
