using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>A figure on the workbench.</summary>
public sealed record Headline(IndicatorDefinition Indicator, FigureValue Value, FigureValue Last);

/// <summary>A record that waits, with its soonest running clock.</summary>
public sealed record Waiting(Record Record, RecordClock Clock, bool Mine);

/// <summary>A return and how far it is for last month and this month.</summary>
public sealed record ReturnRow(RegisterDefinition Register, IReadOnlyList<ReturnMonth> Months);

/// <summary>What the workbench shows.</summary>
public sealed record WorkbenchModel
{
    /// <summary>The unit the figures are for; null for somebody without the right to figures.</summary>
    public required Unit? Unit { get; init; }

    public required IReadOnlyList<Headline> Headlines { get; init; }

    public required IReadOnlyList<Waiting> Waiting { get; init; }

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

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show);

    private static IResult Show(Visit visit)
    {
        var registers = visit.ReadableRegisters.ToList();
        var unit = visit.Gate.FigureReach(visit.Actor).Roots is [var first, ..] ? first : null;
        return Answers.Page<WorkbenchPage, WorkbenchModel>(
            visit,
            new WorkbenchModel
            {
                Unit = unit,
                Headlines = unit is null ? [] : Headlines(visit, unit, registers),
                Waiting = WaitingFor(visit, registers),
                Calls = (
                    new RecordStore(visit.Books).WaitingFor(visit.Actor).Count,
                    new NoticeList(visit.Books).Unread(visit.Actor)
                ),
                Returns = [.. registers.Where(register => register.IsReturn).Select(register => Chase(visit, register))],
                Creatable = [.. registers.Where(register => visit.Gate.CanCreate(visit.Actor, register))],
                Balance = visit.May(Permission.TrialBalance) ? new TrialBalance(visit.Books).Last() : null,
            }
        );
    }

    /// <summary>
    /// The figures of the registers that the visitor works in, without those that have nothing this year: first those that the
    /// definitions mark as headlines, then of each register its first count, what is open, and its first rate; with few
    /// registers more of each, so that the row is full.
    /// </summary>
    private static List<Headline> Headlines(Visit visit, Unit unit, List<RegisterDefinition> registers)
    {
        var today = visit.Books.Clock.Today;
        var book = new FigureReader(visit.Books).Read(today.Year, unit.Id);
        // The same months of last year: comparing eleven months with twelve would mislead.
        var period = Period.Cumulative(today.Year, today.Month);
        var own = registers.Where(register => visit.Gate.CanCreate(visit.Actor, register)).ToList();
        var filled = (own.Count > 0 ? own : registers)
            .Select(register => InOrder(register.Indicators).Where(indicator => book.HasData(indicator, period)).ToList())
            .Where(indicators => indicators.Count > 0)
            .ToList();
        var each = filled.Count == 0 ? 0 : Math.Max(1, HeadlinesShown / filled.Count);
        return
        [
            .. filled
                .SelectMany(indicators => indicators.Where(indicator => indicator.Headline))
                .Concat(filled.SelectMany(indicators => indicators.Take(each)))
                .Concat(filled.SelectMany(indicators => indicators.Skip(each)))
                .Distinct()
                .Take(HeadlinesShown)
                .Select(indicator => new Headline(
                    indicator,
                    book.Value(indicator, period),
                    FigurePages.LastYear(book, indicator, period)
                )),
        ];
    }

    private static IEnumerable<IndicatorDefinition> InOrder(IReadOnlyList<IndicatorDefinition> indicators)
    {
        var posted = indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Sum).ToList();
        var rates = indicators.Where(indicator => indicator.Kind == IndicatorKind.Ratio).ToList();
        var stocks = indicators.Where(indicator => indicator.Kind == IndicatorKind.Stock).ToList();
        return posted.Take(1).Concat(stocks.Take(1)).Concat(rates.Take(1)).Concat(posted.Skip(1)).Concat(rates.Skip(1));
    }

    private static List<Waiting> WaitingFor(Visit visit, List<RegisterDefinition> registers)
    {
        var store = new RecordStore(visit.Books);
        var list = new RecordList(visit.Books);
        var query = new RecordQuery
        {
            Sort = "due",
            Descending = false,
            Take = WaitingShown,
        };
        return
        [
            .. registers
                .Where(register => register.Deadlines.Count > 0)
                .SelectMany(register => list.Page(visit.Actor, register, query).Records)
                .OrderBy(record => record.DueOn)
                .Take(WaitingShown)
                .Select(record => (record, clock: SoonestClock(store, record)))
                .Where(pair => pair.clock is not null)
                .Select(pair => new Waiting(pair.record, pair.clock!, store.Actions(visit.Actor, pair.record).Count > 0)),
        ];
    }

    private static RecordClock? SoonestClock(RecordStore store, Record record) =>
        store.Clocks(record, store.History(record)).FirstOrDefault(clock => clock.Deadline.Key == record.DueKey);

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
