using System.Globalization;
using System.Text.RegularExpressions;
using Fazhang.Core.Figures;

namespace Fazhang.Cli;

/// <summary>Periods as they are typed: 2024, 2024-H1, 2024-Q3, 2024-03, 2024-01..2024-05.</summary>
internal static partial class FigurePeriods
{
    public const string Help = "期间：2024、2024-H1（上半年）、2024-Q3、2024-03，或 2023-08..2024-07";

    public static Period Parse(string text)
    {
        var ends = text.Split("..");
        if (ends.Length == 2 && One(ends[0]) is { } first && One(ends[1]) is { } last && first.From <= last.To)
            return new Period(first.From, last.To);
        return ends.Length == 1 && One(text) is { } period
            ? period
            : throw new CommandException($"看不懂期间“{text}”。{Help}。", 2);
    }

    private static Period? One(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
            return null;
        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var year = Number("year");
        return match.Groups["half"].Success ? Period.HalfYear(year, Number("half"))
            : match.Groups["quarter"].Success ? Period.Quarter(year, Number("quarter"))
            : match.Groups["month"].Success ? Period.Month(year, Number("month"))
            : Period.Year(year);
    }

    [GeneratedRegex("^(?<year>(19|20|21)[0-9]{2})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$")]
    private static partial Regex Pattern();
}
