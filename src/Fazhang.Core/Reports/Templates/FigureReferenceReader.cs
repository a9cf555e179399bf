using Fazhang.Core.Expressions;

namespace Fazhang.Core.Reports;

/// <summary>Reads what stands in front of the bar of a figure reference: the key, then unit=, period= and by=.</summary>
/// <param name="terms">What a template may speak of.</param>
internal sealed class FigureReferenceReader(ReportTerms terms)
{
    /// <summary>The reference, or what is wrong with it.</summary>
    public (FigureReference? Reference, string? Wrong) Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return (null, "花括号里是空的,请写指标的键,例如{reconsideration.case.received}");
        var reference = new FigureReference(words[0]);
        foreach (var word in words.Skip(1))
        {
            var (next, wrong) = Attribute(reference, word.Split('=', 2));
            if (next is null)
                return (null, wrong);
            reference = next;
        }
        return (reference, null);
    }

    private (FigureReference?, string?) Attribute(FigureReference reference, string[] pair) =>
        pair switch
        {
            ["unit", var name] => terms.Units.Contains(name)
                ? (reference with { Unit = name }, null)
                : (null, $"没有名为“{name}”的单位,可用:{string.Join('、', terms.Units)};其他单位先在本地报告的 units 里起名"),
            ["period", var span] => MonthSpan.Parse(span) is { } months
                ? (reference with { Period = months }, null)
                : (null, $"看不懂期间“{span}”,可用:{MonthSpan.Choices}"),
            ["by", var code] => Category(reference, code),
            _ => (null, $"看不懂“{string.Join('=', pair)}”,键后面可以写 unit=单位、period=期间、by=分类代码"),
        };

    private (FigureReference?, string?) Category(FigureReference reference, string code)
    {
        var codes = terms.Codes(reference.Key);
        if (codes.Contains(code))
            return (reference with { Code = code }, null);
        if (codes.Count == 0)
            return (null, $"指标“{reference.Key}”没有分类(by),不能写 by={code}");
        return NearestName.To(code, codes) is { } nearest
            ? (null, $"指标“{reference.Key}”的分类里没有“{code}”,是不是“{nearest}”?")
            : (null, $"指标“{reference.Key}”的分类里没有“{code}”,可用:{string.Join('、', codes)}");
    }
}
