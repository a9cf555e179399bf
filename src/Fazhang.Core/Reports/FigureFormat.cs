using System.Diagnostics.CodeAnalysis;

namespace Fazhang.Core.Reports;

/// <summary>How a figure reference wants its figure said.</summary>
public enum FigureStyle
{
    /// <summary>Value and unit: 1516件, 19.3%.</summary>
    Full,

    /// <summary>The number alone: 1516.</summary>
    Value,

    /// <summary>In units of ten thousand: 181.3万件.</summary>
    Wan,

    /// <summary>In units of a hundred million: 2.3亿元.</summary>
    Yi,

    /// <summary>As short as it can be said without loss: 181.3万件, but 91596人次; money to two decimals: 103.67万元, 2.3亿元.</summary>
    Short,

    /// <summary>Value and unit of the year before.</summary>
    Last,

    /// <summary>Change over the year before in percent: 同比增长34.0%; for a ratio in percent points.</summary>
    Growth,

    /// <summary>Change over the year before in the figure's unit: 增加385件.</summary>
    Change,
}

/// <summary>A style and, for 万 and 亿, the decimals shown (0 to 4).</summary>
public sealed record FigureFormat(FigureStyle Style, int Decimals = 1)
{
    /// <summary>What stands behind the bar, with an example each; for messages and the guide.</summary>
    public const string Choices =
        "value(只写数)、short(自动用万、亿)、wan(181.3万件)、yi(2.3亿元)、last(上年数)、growth(同比增长34.0%)、change(增加385件);wan、yi后可写小数位数,如wan2";

    /// <summary>The format without a bar: value and unit.</summary>
    public static FigureFormat Full { get; } = new(FigureStyle.Full);

    /// <summary>True when the text speaks of the year before, so that it can be missing though the figure is there.</summary>
    public bool ComparesYears => Style is FigureStyle.Last or FigureStyle.Growth or FigureStyle.Change;

    /// <summary>True when the number is printed in ten thousands or hundred millions, at least where it is large.</summary>
    public bool IsScaled => Style is FigureStyle.Wan or FigureStyle.Yi or FigureStyle.Short;

    /// <summary>The name as written in a template; empty for <see cref="Full"/>.</summary>
    public string Name =>
        Style switch
        {
            FigureStyle.Full => "",
            FigureStyle.Wan or FigureStyle.Yi when Decimals != 1 => $"{(Style == FigureStyle.Wan ? "wan" : "yi")}{Decimals}",
            FigureStyle.Wan => "wan",
            FigureStyle.Yi => "yi",
            FigureStyle.Value => "value",
            FigureStyle.Short => "short",
            FigureStyle.Last => "last",
            FigureStyle.Growth => "growth",
            _ => "change",
        };

    /// <summary>Reads the name of a format; false when there is none of that name.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out FigureFormat? format)
    {
        var decimals = name.Length > 0 && name[^1] is >= '0' and <= '4' ? name[^1] - '0' : (int?)null;
        format = (decimals is null ? name : name[..^1]) switch
        {
            "wan" => new FigureFormat(FigureStyle.Wan, decimals ?? 1),
            "yi" => new FigureFormat(FigureStyle.Yi, decimals ?? 1),
            "value" when decimals is null => new FigureFormat(FigureStyle.Value),
            "short" when decimals is null => new FigureFormat(FigureStyle.Short),
            "last" when decimals is null => new FigureFormat(FigureStyle.Last),
            "growth" when decimals is null => new FigureFormat(FigureStyle.Growth),
            "change" when decimals is null => new FigureFormat(FigureStyle.Change),
            _ => null,
        };
        return format is not null;
    }
}
