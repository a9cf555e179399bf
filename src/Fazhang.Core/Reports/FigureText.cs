using System.Globalization;
using Fazhang.Core.Figures;

namespace Fazhang.Core.Reports;

/// <summary>A figure in words: <c>Before</c> (同比增长), <c>Number</c> (34.0%) and <c>After</c> (the unit).</summary>
/// <param name="Before">Words in front of the number.</param>
/// <param name="Number">The number with its multiplier or percent sign.</param>
/// <param name="After">The unit behind it.</param>
/// <param name="Value">What the number says, not rounded; for growth percent to one decimal, with its sign.</param>
/// <param name="Unit">Unit of <c>Value</c>: the indicator's, or % and 个百分点 for a comparison.</param>
public sealed record FigureText(string Before, string Number, string After, decimal Value, string Unit)
{
    /// <summary>The whole as it is read.</summary>
    public string Text => Before + Number + After;

    /// <summary>Says a figure; null when there is nothing to say: no value, or for a comparison no year before (or a zero one).</summary>
    public static FigureText? Of(ReportFigure figure, FigureFormat format) =>
        figure.Value is not { } value
            ? null
            : format.Style switch
            {
                FigureStyle.Full => Full(figure, value),
                FigureStyle.Value => new(
                    "",
                    figure.IsRatio ? Rate(figure, value) : Print(value, figure.Decimals),
                    "",
                    value,
                    figure.Unit
                ),
                FigureStyle.Wan => new("", Print(value / 1_0000m, format.Decimals) + "万", figure.Unit, value, figure.Unit),
                FigureStyle.Yi => new("", Print(value / 1_0000_0000m, format.Decimals) + "亿", figure.Unit, value, figure.Unit),
                FigureStyle.Short => Short(figure, value),
                FigureStyle.Last => figure.LastYear is { } last ? Full(figure, last) : null,
                FigureStyle.Growth => Growth(figure, value),
                FigureStyle.Change => Change(figure, value),
                _ => throw new ArgumentOutOfRangeException(nameof(format), format.Style, "没有这种写法"),
            };

    private static string Print(decimal value, int decimals) =>
        FigureNumber.Round(value, decimals).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    private static FigureText Full(ReportFigure figure, decimal value) =>
        figure.IsRatio
            ? new("", Rate(figure, value) + figure.Unit, "", value, figure.Unit)
            : new("", Print(value, figure.Decimals), figure.Unit, value, figure.Unit);

    /// <summary>A rate that is exactly a whole number is said so: 100%, not 100.0%.</summary>
    private static string Rate(ReportFigure figure, decimal value) =>
        Print(value, decimal.IsInteger(value) ? 0 : figure.Decimals);

    /// <summary>
    /// Money from ten thousand yuan on in 万 or 亿, to two decimals. A count only from a hundred thousand on, and only when nothing is
    /// lost by it: 161160 stays as it is.
    /// </summary>
    private static FigureText Short(ReportFigure figure, decimal value)
    {
        var isMoney = figure.Unit == "元";
        var (divisor, word) =
            value >= 1_0000_0000m ? (1_0000_0000m, "亿")
            : value >= (isMoney ? 1_0000m : 10_0000m) ? (1_0000m, "万")
            : (1m, "");
        if (divisor == 1 || (!isMoney && value % (divisor / 100) != 0))
            return Full(figure, value);
        var number = FigureNumber.Round(value / divisor, 2).ToString("0.##", CultureInfo.InvariantCulture);
        return new("", number + word, figure.Unit, value, figure.Unit);
    }

    private static FigureText? Growth(ReportFigure figure, decimal value)
    {
        if (figure.IsGrowth)
            return value == 0 ? Level("%")
                // A change too small to print would read 增长0.0%.
                : FigureNumber.Round(value, figure.Decimals) == 0 ? new("", "与上年基本持平", "", 0, "%")
                : new(value > 0 ? "同比增长" : "同比下降", Rate(figure, Math.Abs(value)) + "%", "", value, "%");
        if (figure.LastYear is not { } last || FigureNumber.Growth(value, last) is not { } percent)
            return null;
        if (figure.IsRatio)
            return Points(figure, value, last);
        if (value == last)
            return Level("%");
        // A change too small to print would read 增长0.0%.
        return percent == 0
            ? new("", "与上年基本持平", "", 0, "%")
            : new(percent > 0 ? "同比增长" : "同比下降", Print(Math.Abs(percent), 1) + "%", "", percent, "%");
    }

    private static FigureText? Change(ReportFigure figure, decimal value)
    {
        if (figure.LastYear is not { } last)
            return null;
        if (figure.IsRatio)
            return Points(figure, value, last);
        var change = FigureNumber.Round(value, figure.Decimals) - FigureNumber.Round(last, figure.Decimals);
        return change == 0
            ? Level(figure.Unit)
            : new(change > 0 ? "增加" : "减少", Print(Math.Abs(change), figure.Decimals), figure.Unit, change, figure.Unit);
    }

    /// <summary>Two rates differ by percent points, of the rates as printed, so that a reader who subtracts gets the same.</summary>
    private static FigureText Points(ReportFigure figure, decimal value, decimal last)
    {
        var points = FigureNumber.Round(value, figure.Decimals) - FigureNumber.Round(last, figure.Decimals);
        return points == 0
            ? Level("个百分点")
            : new(points > 0 ? "同比提高" : "同比降低", Print(Math.Abs(points), figure.Decimals), "个百分点", points, "个百分点");
    }

    private static FigureText Level(string unit) => new("", "与上年持平", "", 0, unit);
}
