using System.Text;

namespace Fazhang.Core.Reports;

/// <summary>
/// Which figure a sentence means: an indicator of the report's unit and year, or one attribute or more of it written behind the
/// key: <c>{litigation.case.leader_rate unit=本级 period=Q3}</c>.
/// </summary>
/// <param name="Key">Key of the indicator.</param>
public sealed record FigureReference(string Key)
{
    /// <summary>The unit by the name the place gave it (本级); null for the report's own unit with everything below it.</summary>
    public string? Unit { get; init; }

    /// <summary>A part of the year; null for the whole.</summary>
    public MonthSpan? Period { get; init; }

    /// <summary>A code of the indicator's category field (分类); null for all.</summary>
    public string? Code { get; init; }

    /// <summary>As it is written in a template, without the braces.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Key);
        if (Unit is not null)
            text.Append(" unit=").Append(Unit);
        if (Period is { } period)
            text.Append(" period=").Append(period);
        if (Code is not null)
            text.Append(" by=").Append(Code);
        return text.ToString();
    }
}
