using Fazhang.Core.Figures;

namespace Fazhang.Core.Reports;

/// <summary>Compares a printed figure with the books, and a rate with the two figures it is made of.</summary>
internal static class BooksCheck
{
    /// <summary>What is wrong and what to do; null when the figure is what the books say.</summary>
    public static string? Run(FigureRef printed, FigureSource figures)
    {
        var figure = figures(printed.Reference);
        var now = figure is null ? null : FigureText.Of(figure, printed.Format)?.Text;
        if (figure is null || now is null)
            return $"“{printed.Title}”没有数字:请补报,或把这句话放进“[[ ]]”,没有数字时不写";
        if (printed.Printed is null)
            return $"“{printed.Title}”已有数字{now},请重新生成报告";
        return now == printed.Text
            ? Rate(printed.Reference, figure, figures)
            : $"“{printed.Title}”印作{printed.Text},账上现为{now},请重新生成报告";
    }

    private static string? Rate(FigureReference reference, ReportFigure rate, FigureSource figures)
    {
        if (!rate.IsRatio || rate.NumeratorKey is null || rate.DenominatorKey is null)
            return null;
        var (part, whole) = (
            figures(reference with { Key = rate.NumeratorKey })?.Value,
            figures(reference with { Key = rate.DenominatorKey })?.Value
        );
        if (part is null || whole is null or 0)
            return $"“{rate.Title}”没有分子或分母,不能复算:请核对这个指标的定义和台账";
        var expected = FigureNumber.Round(part.Value / whole.Value * 100, rate.Decimals);
        return expected == FigureNumber.Round(rate.Value!.Value, rate.Decimals)
            ? null
            : $"“{rate.Title}”应为{part:0.##} ÷ {whole:0.##} = {expected}%,账上却是{rate.Value:0.##}%:请运行试算平衡并重算";
    }
}
