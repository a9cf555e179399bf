using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>Text → figures: every numeral is a candidate, every exclusion rule is asked, the rest are figures.</summary>
internal static class FigureReader
{
    public static List<Figure> Read(Layout layout)
    {
        var figures = new List<Figure>();
        var previousEnd = 0;
        var plannedFrom = Outlook.Start(layout.Text);
        foreach (var numeral in NumeralScanner.Scan(layout.Text))
        {
            var figure = ReadOne(layout, numeral, figures.Count > 0 ? figures[^1] : null, previousEnd);
            if (figure is not null)
            {
                previousEnd = UnitEndOf(layout, figure);
                figures.Add(
                    figure.Start >= plannedFrom && figure.Status == FigureStatus.Done
                        ? figure with
                        {
                            Status = FigureStatus.Planned,
                        }
                        : figure
                );
            }
        }
        return figures;
    }

    private static Figure? ReadOne(Layout layout, Numeral numeral, Figure? last, int previousEnd)
    {
        var candidate = new Candidate(layout, numeral);
        if (SpelledShares.Read(layout.Text, numeral) is { } share && layout.NameAround(numeral.Start) is null)
        {
            return OfShare(layout, candidate, share, previousEnd);
        }
        if (Exclusions.All.Any(rule => rule.Applies(candidate)))
        {
            return null;
        }
        var cell = candidate.OwnCell;
        var kind =
            cell is not null && candidate.Measure is null && IsRateColumn(cell)
                ? (
                    Kinds.IsChangeColumn(cell.Header) ? FigureKind.ChangePercent
                    : candidate.HasCellSign ? FigureKind.ChangePoints
                    : FigureKind.Percent
                )
                : Kinds.Of(candidate, JoinedTo(layout.Text, last, numeral.Start));
        var (low, high) = Bounds.Of(candidate, kind);
        // A fall by 30% is written -30.0% in a table and, like 下降30%, kept without its sign.
        var isNegative = layout.Text[numeral.Start - 1] is '-' && (cell is not null || IsNegativeRate(layout.Text, candidate));
        var sign = isNegative && kind is not (FigureKind.ChangePercent or FigureKind.ChangePoints) ? -1 : 1;
        return new Figure
        {
            Start = numeral.Start,
            Text = layout.Text.Source[numeral.Start..numeral.End],
            Value = sign * numeral.Value,
            Unit = cell is not null && candidate.Measure is null ? UnitOfColumn(cell) : UnitOf(candidate),
            Kind = kind,
            Approx = candidate.IsApprox,
            Subject = cell is null ? Subjects.Of(candidate, previousEnd) : SubjectOf(cell),
            Scope = Subjects.ScopeOf(candidate),
            Status = StatusOf(candidate),
            Low = sign < 0 ? -high : low,
            High = sign < 0 ? -low : high,
            Step = numeral.Step,
        };
    }

    private static Figure OfShare(Layout layout, Candidate c, (int End, decimal Percent, bool IsChange) share, int previousEnd) =>
        new()
        {
            Start = c.Numeral.Start,
            Text = layout.Text.Source[c.Numeral.Start..share.End],
            Value = share.Percent,
            Unit = "%",
            Kind = share.IsChange ? FigureKind.ChangePercent : FigureKind.Percent,
            Approx = true,
            Subject = Subjects.Of(c, previousEnd),
            Scope = Subjects.ScopeOf(c),
            // Words round to tenths: 三成 may be anything from 25 to 35, 三分之一 nearly as much.
            Low = Math.Max(0, share.Percent - 5),
            High = share.Percent + 5,
            Step = 10,
        };

    /// <summary>自然增长率为-1.23‰: a minus sign between a word and a rate; elsewhere the sign is a hyphen or a range.</summary>
    private static bool IsNegativeRate(FoldedText text, Candidate c) =>
        c.Kind is MeasureKind.Percent or MeasureKind.PerMille && Chars.IsHan(text[c.Numeral.Start - 2]);

    private static bool IsRateColumn(Cell cell) =>
        cell.Header.EndsWith('率') || cell.Header.Contains('%') || cell.Header.Contains("占比", StringComparison.Ordinal);

    /// <summary>受理数(件): the unit in the brackets of the column header.</summary>
    private static string UnitOfColumn(Cell cell)
    {
        var open = cell.Header.LastIndexOf('(');
        return cell.RowUnit.Length > 0 ? cell.RowUnit
            : IsRateColumn(cell) ? "%"
            : open >= 0 && cell.Header.EndsWith(')') ? cell.Header[(open + 1)..^1]
            : "";
    }

    /// <summary>Row name and column header: 行政处罚受理.</summary>
    private static string SubjectOf(Cell cell) => cell.RowName + cell.Header;

    private static string UnitOf(Candidate c) =>
        c.Text.EndsWith(c.Numeral.Start, "百分之") ? "%"
        : c.Text.EndsWith(c.Numeral.Start, "千分之") ? "‰"
        : c.Text.EndsWith(c.Numeral.Start, "万分之") ? "‱"
        : c.Measure?.Word is "百分点" ? "个百分点"
        : c.Measure?.Word is "元人民币" or "人民币" ? "元"
        : c.Measure?.Word is "个批次" ? "批次"
        : c.Measure?.Word ?? "";

    private static FigureStatus StatusOf(Candidate c) =>
        c.Hedge is "至少" or "不少于" or "不超过" or "最多"
        || (c.Kind == MeasureKind.Time && c.Text.EndsWithAny(c.WordsEnd, ["至", "到", "不超过"]))
            ? FigureStatus.Standard
        : c.Text.StartsWith(c.UnitEnd + c.Tail.Length, "的平均水平") ? FigureStatus.Benchmark
        : FigureStatus.Done;

    /// <summary>The figure before, when only a list mark stands between: 分别为10.72%、7.95%.</summary>
    private static Figure? JoinedTo(FoldedText text, Figure? last, int start)
    {
        if (last is null || start - last.End > 8)
        {
            return null;
        }
        var between = text.Span(last.End + last.Unit.Length, start).Trim();
        if (between is "至" or "到" && last.Kind == FigureKind.ChangePercent)
        {
            return last; // 降幅在3.8%至24.1%之间
        }
        return between is "、" or "和" or "及" or "与" or "," or "以及" ? last : null;
    }

    private static int UnitEndOf(Layout layout, Figure figure)
    {
        var at = figure.End;
        while (Chars.IsBlank(layout.Text[at]) || layout.Text[at] is '余' or '多')
        {
            at++;
        }
        return at + figure.Unit.Length;
    }
}
