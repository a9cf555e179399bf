using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A figure on the workbench.</summary>
public sealed record Headline(IndicatorDefinition Indicator, FigureValue Value, FigureValue Last);

/// <summary>A return and how far it is for last month and this month.</summary>
public sealed record ReturnRow(RegisterDefinition Register, IReadOnlyList<ReturnMonth> Months);

/// <summary>What the workbench shows.</summary>
public sealed record WorkbenchModel
{
    /// <summary>The unit the figures are for; null for somebody without the right to figures.</summary>
    public required Unit? Unit { get; init; }

    public required IReadOnlyList<Headline> Headlines { get; init; }

    public required IReadOnlyList<Waiting> Waiting { get; init; }

    /// <summary>What is overdue and due soon, over all registers that the visitor reads.</summary>
    public required DeadlineTotals Deadlines { get; init; }

    /// <summary>How many approvals wait for the visitor, and how many notices are unread.</summary>
    public required (int Approvals, int Notices) Calls { get; init; }

    public required IReadOnlyList<ReturnRow> Returns { get; init; }

    public required IReadOnlyList<RegisterDefinition> Creatable { get; init; }

    public required (
        string At,
        long Indicators,
        long Records,
        long Milliseconds,
        long Differences,
        string Detail
    )? Balance { get; init; }
}

/// <summary>我的工作台: what waits, and how the figures stand.</summary>
public static class WorkbenchPages
{
    private const int WaitingShown = 12;
    private const int HeadlinesShown = 8;
    private const int HeadlinesOfLines = 12;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static IResult Show(Visit visit)
    {
        var registers = visit.ReadableRegisters.ToList();
        var unit = visit.Gate.FigureReach(visit.Actor).Roots is [var first, ..] ? first : null;
        var due = new DeadlineBoard(visit.Books).Read(visit.Actor, registers);
        return Answers.Page<WorkbenchPage, WorkbenchModel>(
            visit,
            new WorkbenchModel
            {
                Unit = unit,
                Headlines = unit is null ? [] : Headlines(visit, unit, registers),
                Waiting = WaitingList.Soonest(visit, due, WaitingShown),
                Deadlines = DeadlineTotals.Of(due),
                Calls = (
                    new RecordStore(visit.Books).WaitingFor(visit.Actor).Count,
                    new NoticeList(visit.Books).Unread(visit.Actor)
                ),
                Returns =
                [
                    // A return that nobody has sent for a year is not kept here: nothing is awaited.
                    .. registers
                        .Where(register => register.IsReturn)
                        .Select(register => Chase(visit, register))
                        .Where(row => row.Months.Any(month => month.Expected.Count > 0)),
                ],
                Creatable = [.. registers.Where(register => visit.Gate.CanCreate(visit.Actor, register))],
                Balance = visit.May(Permission.TrialBalance) ? new TrialBalance(visit.Books).Last() : null,
            }
        );
    }

    /// <summary>
    /// The figures of the registers that the visitor works in (who works in none: of those that they read), without those that
    /// have nothing this year. Each line gives one in turn, so that a director sees every line and a clerk the whole of one.
    /// </summary>
    private static List<Headline> Headlines(Visit visit, Unit unit, List<RegisterDefinition> registers)
    {
        var today = visit.Books.Clock.Today;
        var book = new FigureReader(visit.Books).Read(today.Year, unit.Id);
        // The same months of last year: comparing eleven months with twelve would mislead.
        var period = Period.Cumulative(today.Year, today.Month);
        var own = registers.Where(register => visit.Gate.CanCreate(visit.Actor, register)).ToList();
        var lines = (own.Count > 0 ? own : registers)
            .GroupBy(register => register.Line)
            .Select(line => OfLine([.. line], indicator => book.HasData(indicator, period)))
            .Where(indicators => indicators.Count > 0)
            .ToList();
        var shown = lines
            .SelectMany((indicators, line) => indicators.Select((indicator, rank) => (indicator, line, rank)))
            .OrderBy(pick => pick.rank)
            .ThenBy(pick => pick.line)
            .Take(lines.Count > 1 ? HeadlinesOfLines : HeadlinesShown)
            .OrderBy(pick => pick.line)
            .ThenBy(pick => pick.rank);
        return
        [
            .. shown.Select(pick => new Headline(
                pick.indicator,
                book.Value(pick.indicator, period),
                book.Known(pick.indicator, period.LastYear)
            )),
        ];
    }

    /// <summary>
    /// First what the definitions mark as headlines, then of each register its first count, what is open, and its first rate;
    /// with few registers more of each, so that the row is full.
    /// </summary>
    private static List<IndicatorDefinition> OfLine(List<RegisterDefinition> line, Func<IndicatorDefinition, bool> hasData)
    {
        var filled = line.Select(register => InOrder(register.Indicators).Where(hasData).ToList())
            .Where(indicators => indicators.Count > 0)
            .ToList();
        var each = filled.Count == 0 ? 0 : Math.Max(1, HeadlinesShown / filled.Count);
        return
        [
            .. line.SelectMany(register => register.Indicators)
                .Where(indicator => indicator.Headline && hasData(indicator))
                .Concat(filled.SelectMany(indicators => indicators.Take(each)))
                .Concat(filled.SelectMany(indicators => indicators.Skip(each)))
                .Distinct()
                .Take(HeadlinesOfLines),
        ];
    }

    private static IEnumerable<IndicatorDefinition> InOrder(IReadOnlyList<IndicatorDefinition> indicators)
    {
        var posted = indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Sum).ToList();
        var rates = indicators.Where(indicator => indicator.Kind == IndicatorKind.Ratio).ToList();
        var stocks = indicators.Where(indicator => indicator.Kind == IndicatorKind.Stock).ToList();
        return posted.Take(1).Concat(stocks.Take(1)).Concat(rates.Take(1)).Concat(posted.Skip(1)).Concat(rates.Skip(1));
    }

    private static ReturnRow Chase(Visit visit, RegisterDefinition register)
    {
        var today = visit.Books.Clock.Today;
        var period = register.PeriodOf(today);
        var board = new ReturnBoard(visit.Books);
        return new ReturnRow(
            register,
            [
                board.Month(visit.Actor, register, period.AddMonths(-register.PeriodMonths)),
                board.Month(visit.Actor, register, period),
            ]
        );
    }
}
