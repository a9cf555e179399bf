using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>Which year and which unit figures are shown for, and what else may be chosen.</summary>
public sealed record FigureChoice(int Year, Unit Unit, IReadOnlyList<int> Years, IReadOnlyList<Unit> Units);

/// <summary>What the catalogue of figures shows.</summary>
public sealed record FiguresModel(FigureChoice Choice, FigureBook Book);

/// <summary>A month of a figure, this year and last; a month that has not begun has no value this year.</summary>
public sealed record MonthRow(int Month, FigureValue? Value, FigureValue Last);

/// <summary>Several months of a figure together; no value this year before they have begun.</summary>
public sealed record SpanRow(string Title, Period Period, FigureValue? Value, FigureValue Last);

/// <summary>A unit's share of a figure. The row without a link is what the unit above has of its own.</summary>
public sealed record UnitRow(Unit Unit, bool Own, FigureValue Value, FigureValue Last);

/// <summary>What the page of a figure shows.</summary>
public sealed record FigureModel
{
    public required FigureChoice Choice { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required FigureValue Value { get; init; }

    public required FigureValue Last { get; init; }

    public required IReadOnlyList<MonthRow> Months { get; init; }

    /// <summary>Quarters, and the year so far at the end of each.</summary>
    public required IReadOnlyList<SpanRow> Spans { get; init; }

    public required IReadOnlyList<UnitRow> ByUnit { get; init; }

    /// <summary>The register whose records stand behind the figure.</summary>
    public required RegisterDefinition Register { get; init; }

    /// <summary>The first records behind it; null when the visitor may not read the register.</summary>
    public required IReadOnlyList<Record>? Records { get; init; }

    /// <summary>True when there are more records than shown.</summary>
    public required bool More { get; init; }
}

/// <summary>The catalogue of figures, and one figure.</summary>
public static class FigurePages
{
    private const int RecordsShown = 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/figures", Catalogue);
        routes.MapGet("/figures/{key}", Show);
    }

    private static IResult Catalogue(Visit visit) =>
        Choose(visit, null, out var refusal) is { } choice
            ? Answers.Page<FiguresPage, FiguresModel>(
                visit,
                new FiguresModel(choice, new FigureReader(visit.Books).Read(choice.Year, choice.Unit.Id))
            )
            : refusal;

    private static IResult Show(Visit visit, string key)
    {
        if (Choose(visit, null, out var refusal) is not { } choice)
            return refusal;
        if (!visit.Catalogue.Indicators.TryGetValue(key, out var indicator))
            return Answers.Missing(visit);
        var reader = new FigureReader(visit.Books);
        var book = reader.Read(choice.Year, choice.Unit.Id);
        var year = Period.Year(choice.Year);
        var register = DrillDown.Register(visit.Catalogue, indicator);
        var page = visit.Gate.CanRead(visit.Actor, register)
            ? new RecordList(visit.Books).Page(
                visit.Actor,
                register,
                new RecordQuery { Behind = new FigureCell(indicator, choice.Unit.Id, year), Take = RecordsShown }
            )
            : null;
        return Answers.Page<FigurePage, FigureModel>(
            visit,
            new FigureModel
            {
                Choice = choice,
                Indicator = indicator,
                Value = book.Value(indicator, year),
                Last = LastYear(book, indicator, year),
                Months = Months(visit, book, indicator, choice.Year),
                Spans = Spans(visit, book, indicator, choice.Year),
                ByUnit = ByUnit(visit, reader, indicator, choice.Unit, book, year),
                Register = register,
                Records = page?.Records,
                More = page?.Next is not null,
            }
        );
    }

    /// <summary>Year (if not given, the address says it) and unit; the unit must be within the visitor's reach of figures.</summary>
    public static FigureChoice? Choose(Visit visit, int? ofYear, out IResult refusal)
    {
        ArgumentNullException.ThrowIfNull(visit);
        refusal = Answers.Missing(visit);
        var reach = visit.Gate.FigureReach(visit.Actor);
        if (!reach.Any)
        {
            refusal = Answers.Refused(visit, "您的角色不能查看数字。需要查看的，请向系统管理员申请有“数字”权限的角色。");
            return null;
        }
        var unit = reach.Roots[0];
        if (visit.Query("unit") is { } asked)
        {
            if (!long.TryParse(asked, out var id) || visit.Books.Units.Find(id) is not { } found)
                return null;
            if (!reach.Includes(id))
            {
                refusal = Answers.Refused(
                    visit,
                    $"“{found.Name}”不在您能查看的单位范围内。需要查看的，请联系该单位或系统管理员。"
                );
                return null;
            }
            unit = found;
        }
        var today = visit.Books.Clock.Today.Year;
        var text = ofYear is null ? visit.Query("year") : null;
        var year = ofYear ?? (text is null ? today : visit.QueryNumber("year") ?? 0);
        if (year is < 1950 or > 2199)
        {
            refusal = Answers.Message(
                visit,
                StatusCodes.Status404NotFound,
                "没有这一年",
                "地址里的年份不对。请从年份列表中选择。"
            );
            return null;
        }
        return new FigureChoice(
            year,
            unit,
            [.. Enumerable.Range(today - 4, 5).Append(year).Distinct().OrderDescending()],
            [.. visit.Books.Units.All.Where(other => reach.Includes(other.Id))]
        );
    }

    /// <summary>The value a year earlier; unknown, not zero, when nothing was ever posted in that time.</summary>
    public static FigureValue LastYear(FigureBook book, IndicatorDefinition indicator, Period period)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.HasData(indicator, period.LastYear) ? book.Value(indicator, period.LastYear) : new FigureValue(null);
    }

    private static List<MonthRow> Months(Visit visit, FigureBook book, IndicatorDefinition indicator, int year)
    {
        var today = visit.Books.Clock.Today;
        return
        [
            .. Enumerable
                .Range(1, 12)
                .Select(month => new MonthRow(
                    month,
                    new DateOnly(year, month, 1) <= today ? book.Value(indicator, Period.Month(year, month)) : null,
                    book.HasData(indicator, Period.Year(year - 1))
                        ? book.Value(indicator, Period.Month(year - 1, month))
                        : new FigureValue(null)
                )),
        ];
    }

    private static List<SpanRow> Spans(Visit visit, FigureBook book, IndicatorDefinition indicator, int year)
    {
        (string Title, Period Period)[] spans =
        [
            ("一季度", Period.Quarter(year, 1)),
            ("二季度", Period.Quarter(year, 2)),
            ("三季度", Period.Quarter(year, 3)),
            ("四季度", Period.Quarter(year, 4)),
            ("上半年", Period.Cumulative(year, 6)),
            ("前三季度", Period.Cumulative(year, 9)),
            ("全年", Period.Year(year)),
        ];
        return
        [
            .. spans.Select(span => new SpanRow(
                span.Title,
                span.Period,
                span.Period.FirstDay <= visit.Books.Clock.Today ? book.Value(indicator, span.Period) : null,
                LastYear(book, indicator, span.Period)
            )),
        ];
    }

    private static List<UnitRow> ByUnit(
        Visit visit,
        FigureReader reader,
        IndicatorDefinition indicator,
        Unit unit,
        FigureBook book,
        Period year
    )
    {
        var rows = reader.ByUnit(indicator, unit, year).Select(row => new UnitRow(row.Unit, false, row.Value, row.Last)).ToList();
        if (rows.Count == 0)
            return rows;
        var own = new UnitRow(
            unit,
            true,
            Rest(indicator, book.Value(indicator, year), rows.Select(row => row.Value)),
            Rest(indicator, book.Value(indicator, year.LastYear), rows.Select(row => row.Last))
        );
        rows.RemoveAll(row => IsNothing(row.Value) && IsNothing(row.Last));
        if (!IsNothing(own.Value) || !IsNothing(own.Last))
            rows.Insert(0, own);
        return rows;
    }

    /// <summary>What is left of a total when the units below are taken away: the unit's own part.</summary>
    private static FigureValue Rest(IndicatorDefinition indicator, FigureValue total, IEnumerable<FigureValue> parts)
    {
        var all = parts.ToList();
        if (indicator.Kind != IndicatorKind.Ratio)
            return new FigureValue(total.Value - all.Sum(part => part.Value ?? 0));
        var numerator = (total.Numerator ?? 0) - all.Sum(part => part.Numerator ?? 0);
        var denominator = (total.Denominator ?? 0) - all.Sum(part => part.Denominator ?? 0);
        return new FigureValue(denominator == 0 ? null : numerator / denominator * 100, numerator, denominator);
    }

    private static bool IsNothing(FigureValue value) => value.Value is null or 0 && value.Denominator is null or 0;
}
