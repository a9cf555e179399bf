using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>
/// Closed periods. Closing writes down every figure of a unit's subtree as published; records go on being posted, and what they
/// make now stands beside the published figure until an explicit correction replaces it. Nothing written is ever changed: a
/// correction and a reopening are further rows, and every act is journaled.
/// </summary>
public sealed class Closings(Books books)
{
    /// <summary>Names all indicators in a correction.</summary>
    public const string Everything = "*";

    /// <summary>All closings, newest first, also those opened again.</summary>
    public IReadOnlyList<Closing> All() => books.Read(connection => Load(connection, null));

    public Closing? Find(long id) => All().FirstOrDefault(closing => closing.Id == id);

    /// <summary>The closing in force for exactly this unit (by itself or a unit above it) and period.</summary>
    public Closing? InForce(Unit unit, Period period) => InForce(All(), unit, period);

    /// <summary>Whole years of a unit that are published, without categories.</summary>
    public PublishedFigures Published(long unitId, int firstYear, int lastYear) =>
        books.Read(connection => PublishedFigures.OfUnit(connection, books.Catalogue, unitId, firstYear, lastYear, null));

    /// <summary>All that is published of one indicator.</summary>
    public PublishedFigures Published(string indicator, long unitId, int firstYear, int lastYear) =>
        books.Read(connection => PublishedFigures.OfUnit(connection, books.Catalogue, unitId, firstYear, lastYear, indicator));

    /// <summary>The corrections of a closing, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections(long closing) =>
        books.Read(connection =>
            connection
                .Query<(long, string, string, string, string)>(
                    "SELECT number, indicator, at, actor, reason FROM correction WHERE closing = @closing ORDER BY number",
                    new { closing }
                )
                .Select(row => new Correction(
                    row.Item1,
                    books.Catalogue.IndicatorNow(row.Item2),
                    row.Item3,
                    row.Item4,
                    row.Item5
                ))
                .ToList()
        );

    /// <summary>Published figures that the records no longer make, and what they make now.</summary>
    public IReadOnlyList<PublishedDifference> Differences(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return books.Snapshot((connection, transaction) => Differences(connection, transaction, closing));
    }

    /// <summary>False when what is written as published is not what the journal says was published.</summary>
    public bool IsIntact(Closing closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return books.Read(connection => ClosingJournal.IsIntact(connection, closing));
    }

    /// <summary>All closings of which <see cref="IsIntact"/> is false, in words.</summary>
    public IReadOnlyList<string> Problems() =>
        [
            .. All()
                .Where(closing => !IsIntact(closing))
                .Select(closing =>
                    $"关账 {closing.Id}（{books.Units.NameOf(closing.UnitId)} {closing.Period.Title}）公布的数字与流水不一致：有人绕过程序改了数据库。请从备份核对。"
                ),
        ];

    /// <summary>Closes a month, quarter, half-year or year that is over, for a unit and all below it.</summary>
    public ClosingResult Close(Actor actor, Unit unit, Period period, string? reason)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!books.Gate.ClosingReach(actor).Includes(unit.Id))
            return Refused(Definitions.Permission.Closing, $"您的角色不能为“{unit.Name}”关账。");
        if (!period.IsCalendar)
            return new ClosingResult.Invalid("只能对一个月、一个季度、半年或一年关账。请另选期间。");
        if (period.LastDay > books.Clock.Today)
            return new ClosingResult.Invalid(
                $"{period.Title}还没有过完，不能关账。请在 {period.LastDay:yyyy-MM-dd} 及以后办理。"
            );
        // Computed as of one moment, so that wholes and parts belong together; nobody has to wait for it.
        var (figures, refusal) = books.Snapshot((connection, transaction) => Prepare(connection, transaction, unit, period));
        if (refusal is not null)
            return refusal;
        return books.Write<ClosingResult>(
            (connection, transaction) =>
            {
                books.Dialect.LockForReading(connection, transaction, "closing");
                if (Already(Load(connection, transaction), unit, period) is { } already)
                    return already;
                var id = Append(connection, transaction, unit.Id, period, null, actor, reason);
                ClosingFigures.Write(connection, transaction, books.Dialect, (id, period), figures, 1, 0);
                ClosingJournal.Closed(books, connection, transaction, id, unit, period, figures, actor, reason);
                return new ClosingResult.Done(id, figures.Count);
            }
        );
    }

    /// <summary>The figures to publish, or why the period cannot be closed.</summary>
    private (IReadOnlyList<CurrentFigure> Figures, ClosingResult? Refusal) Prepare(
        DbConnection connection,
        DbTransaction transaction,
        Unit unit,
        Period period
    )
    {
        var all = Load(connection, transaction);
        if (Already(all, unit, period) is { } already)
            return ([], already);
        var below = all.Where(other =>
                other.Reopened is null
                && other.Period == period
                && books.Units.Find(other.UnitId) is { } own
                && unit.Contains(own)
            )
            .ToList();
        if (below.SelectMany(other => Differences(connection, transaction, other)).FirstOrDefault() is { } open)
            return (
                [],
                new ClosingResult.Invalid(
                    $"下级“{books.Units.NameOf(open.Published.UnitId)}”已关账的数字“{Title(open.Published)}”与现在的记录不同："
                        + "上级的合计会与下级公布的数不符。请先更正下级的数字，再关账。"
                )
            );
        var closed = below.Select(other => books.Units.Find(other.UnitId)!).ToList();
        var units = books.Units.Subtree(unit).Where(own => !closed.Any(other => other.Contains(own)));
        return ([.. ClosingFigures.Compute(books, connection, transaction, units, period)], null);
    }

    private ClosingResult.Invalid? Already(IReadOnlyList<Closing> all, Unit unit, Period period) =>
        InForce(all, unit, period) is { } already
            ? new ClosingResult.Invalid(
                $"{period.Title}已经关账（{books.Units.NameOf(already.UnitId)}，{already.At[..10]}，{already.Actor}）。要改数字的，请用更正。"
            )
            : null;

    /// <summary>
    /// Replaces the published figures of one indicator, and of what is computed from it, by what the records make now: in every
    /// unit of the closing where they differ, so that wholes and parts stay equal.
    /// </summary>
    /// <param name="actor">Who corrects.</param>
    /// <param name="closingId">The closing.</param>
    /// <param name="indicator">Key of the indicator, or <see cref="Everything"/> for all that differ.</param>
    /// <param name="reason">Why; kept with the old and the new value.</param>
    public ClosingResult Correct(Actor actor, long closingId, string indicator, string? reason)
    {
        if (Find(closingId) is not { } found)
            return new ClosingResult.Invalid($"没有第 {closingId} 号关账。");
        if (!books.Gate.ClosingReach(actor).Includes(found.UnitId))
            return Refused(Definitions.Permission.Closing, $"您的角色不能更正“{books.Units.NameOf(found.UnitId)}”已公布的数字。");
        if (string.IsNullOrWhiteSpace(reason))
            return new ClosingResult.Invalid("请填写更正的理由：它与原来的数、更正后的数一起留存。");
        if (indicator != Everything && !books.Catalogue.Indicators.ContainsKey(indicator))
            return new ClosingResult.Invalid($"没有指标“{indicator}”。");
        var (before, changes) = books.Snapshot(
            (connection, transaction) =>
                (
                    LastCorrection(connection, transaction, closingId),
                    Differences(connection, transaction, found)
                        .Where(change => indicator == Everything || IsMadeFrom(change.Published.Indicator, indicator))
                        .ToList()
                )
        );
        return books.Write<ClosingResult>(
            (connection, transaction) =>
            {
                books.Dialect.LockForReading(connection, transaction, "closing");
                var closing = Load(connection, transaction).First(one => one.Id == closingId);
                if (closing.Reopened is not null)
                    return new ClosingResult.Invalid("这次关账已经重开，没有公布的数字可以更正。要公布的，请重新关账。");
                if (LastCorrection(connection, transaction, closingId) != before)
                    return new ClosingResult.Invalid("刚有人更正了这次关账的数字，本次没有更正。请刷新后再看还有没有不同。");
                if (changes.Count == 0)
                    return new ClosingResult.Invalid("公布的数字与现在的记录相同，没有要更正的。");
                var number = before + 1;
                Note(connection, transaction, closingId, number, indicator, actor, reason);
                var last = connection.ExecuteScalar<long>(
                    "SELECT MAX(number) FROM published WHERE closing = @closingId",
                    new { closingId },
                    transaction
                );
                var figures = changes
                    .Select(change => new CurrentFigure(
                        change.Published.Indicator,
                        change.Published.Version,
                        change.Published.Code,
                        change.Published.UnitId,
                        change.Now
                    ))
                    .ToList();
                ClosingFigures.Write(
                    connection,
                    transaction,
                    books.Dialect,
                    (closingId, closing.Period),
                    figures,
                    last + 1,
                    number
                );
                ClosingJournal.Corrected(books, connection, transaction, closing, number, changes, actor, reason);
                return new ClosingResult.Done(closingId, figures.Count);
            }
        );
    }

    private static long LastCorrection(DbConnection connection, DbTransaction transaction, long closingId) =>
        connection.ExecuteScalar<long>(
            "SELECT COALESCE(MAX(number), 0) FROM correction WHERE closing = @closingId",
            new { closingId },
            transaction
        );

    /// <summary>Opens a closed period again: its published figures stay written down but are no longer in force.</summary>
    public ClosingResult Reopen(Actor actor, long closingId, string? reason)
    {
        if (Find(closingId) is not { } found)
            return new ClosingResult.Invalid($"没有第 {closingId} 号关账。");
        if (!books.Gate.ReopeningReach(actor).Includes(found.UnitId))
            return Refused(Definitions.Permission.Reopening, $"您的角色不能重开“{books.Units.NameOf(found.UnitId)}”的关账。");
        if (string.IsNullOrWhiteSpace(reason))
            return new ClosingResult.Invalid("请填写重开的理由：它会记入流水。");
        return books.Write<ClosingResult>(
            (connection, transaction) =>
            {
                books.Dialect.LockForReading(connection, transaction, "closing");
                var all = Load(connection, transaction);
                var closing = all.First(one => one.Id == closingId);
                if (closing.Reopened is null && Above(all, closing) is { } above)
                    return new ClosingResult.Invalid(
                        $"上级“{books.Units.NameOf(above.UnitId)}”{closing.Period.Title}已经关账，它的合计里有这里公布的数。请先重开上级的关账，或在这里用更正。"
                    );
                if (closing.Reopened is not null)
                    return new ClosingResult.Invalid(
                        $"这次关账已于 {closing.Reopened.At[..10]} 由{closing.Reopened.Actor}重开。"
                    );
                var id = Append(connection, transaction, closing.UnitId, closing.Period, closingId, actor, reason);
                ClosingJournal.Reopened(books, connection, transaction, closing, actor, reason);
                return new ClosingResult.Done(id, 0);
            }
        );
    }

    /// <summary>The closing in force of a unit above for the same period: it took over what this one had published.</summary>
    private Closing? Above(IReadOnlyList<Closing> all, Closing closing) =>
        all.FirstOrDefault(other =>
            other.Reopened is null
            && other.Period == closing.Period
            && other.UnitId != closing.UnitId
            && books.Units.Find(other.UnitId) is { } above
            && books.Units.Find(closing.UnitId) is { } own
            && above.Contains(own)
        );

    private List<PublishedDifference> Differences(DbConnection connection, DbTransaction? transaction, Closing closing)
    {
        if (books.Units.Find(closing.UnitId) is not { } root || closing.Reopened is not null)
            return [];
        var published = PublishedFigures.OfClosing(connection, transaction, books.Catalogue, closing.Id);
        var units = books.Units.Subtree(root).Where(unit => published.ContainsKey(unit.Id)).ToList();
        var now = ClosingFigures
            .Compute(books, connection, transaction, units, closing.Period)
            .ToDictionary(figure => (figure.UnitId, figure.Indicator, figure.Version, figure.Code), figure => figure.Value);
        var differences = new List<PublishedDifference>();
        foreach (var unit in units)
        {
            var own = published[unit.Id];
            foreach (var figure in own.All)
            {
                // What the definitions no longer name cannot be computed again; it stays as it was published.
                if (!now.ContainsKey((unit.Id, figure.Indicator, figure.Version, null)))
                    continue;
                var current = now.GetValueOrDefault(
                    (unit.Id, figure.Indicator, figure.Version, figure.Code),
                    new FigureValue(figure.Value.Denominator is null ? 0 : null)
                );
                if (current != figure.Value && !(ClosingFigures.IsNothing(current) && ClosingFigures.IsNothing(figure.Value)))
                    differences.Add(new PublishedDifference(figure, current));
            }
            // A code that had nothing in it when the period was closed.
            differences.AddRange(
                now.Where(pair => pair.Key.UnitId == unit.Id && pair.Key.Code is not null)
                    .Where(pair =>
                        own.All.All(figure =>
                            (figure.Indicator, figure.Version, figure.Code)
                            != (pair.Key.Indicator, pair.Key.Version, pair.Key.Code)
                        )
                    )
                    .Select(pair =>
                        (
                            pair.Value,
                            Total: own.All.FirstOrDefault(figure =>
                                figure.Code is null
                                && (figure.Indicator, figure.Version) == (pair.Key.Indicator, pair.Key.Version)
                            ),
                            pair.Key.Code
                        )
                    )
                    .Where(pair => pair.Total is not null)
                    .Select(pair => new PublishedDifference(
                        pair.Total! with
                        {
                            Code = pair.Code,
                            Value = new FigureValue(0),
                            Before = [],
                        },
                        pair.Value
                    ))
            );
        }
        return differences;
    }

    /// <summary>Whether a figure is the indicator's or computed from it.</summary>
    private bool IsMadeFrom(string figure, string indicator) =>
        figure == indicator
        || (
            books.Catalogue.Indicators.TryGetValue(figure, out var definition)
            && new[]
            {
                definition.Numerator,
                definition.Denominator,
                definition.Base,
                definition.Sources?.Records,
                definition.Sources?.Returns,
            }.Any(part => part is not null && IsMadeFrom(part, indicator))
        );

    private Closing? InForce(IReadOnlyList<Closing> all, Unit unit, Period period) =>
        all.FirstOrDefault(closing =>
            closing.Reopened is null && closing.Period == period && books.Units.Find(closing.UnitId)?.Contains(unit) == true
        );

    private string Title(PublishedFigure figure) =>
        books.Catalogue.Indicators.TryGetValue(figure.Indicator, out var indicator) ? indicator.Title : figure.Indicator;

    private ClosingResult.Refused Refused(Definitions.Permission permission, string message) =>
        new(
            message
                + "能办理的角色："
                + string.Join("、", books.Catalogue.Roles.Where(role => role.May.Contains(permission)).Select(role => role.Title))
                + "。"
        );

    private static List<Closing> Load(DbConnection connection, DbTransaction? transaction) =>
        [
            .. connection
                .Query<(long Id, long Unit, long From, long To, string At, string Actor, string? Reason)>(
                    "SELECT id, unit_id, from_month, to_month, at, actor, reason FROM closing WHERE reopens IS NULL ORDER BY id DESC",
                    transaction: transaction
                )
                .GroupJoin(
                    connection.Query<(long Reopens, string At, string Actor, string? Reason)>(
                        "SELECT reopens, at, actor, reason FROM closing WHERE reopens IS NOT NULL",
                        transaction: transaction
                    ),
                    row => row.Id,
                    reopening => reopening.Reopens,
                    (row, reopenings) =>
                        new Closing
                        {
                            Id = row.Id,
                            UnitId = row.Unit,
                            Period = new Period((int)row.From, (int)row.To),
                            At = row.At,
                            Actor = row.Actor,
                            Reason = row.Reason,
                            Reopened = reopenings
                                .Select(reopening => new ClosingNote(reopening.At, reopening.Actor, reopening.Reason))
                                .FirstOrDefault(),
                        }
                ),
        ];

    private long Append(
        DbConnection connection,
        DbTransaction transaction,
        long unit,
        Period period,
        long? reopens,
        Actor actor,
        string? reason
    )
    {
        var id = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM closing", transaction: transaction);
        using var command = connection.Command(
            transaction,
            "INSERT INTO closing (id, unit_id, from_month, to_month, reopens, on_day, at, actor_id, actor, reason) "
                + "VALUES (@id, @unit, @from, @to, @reopens, @day, @at, @actor_id, @actor, @reason)",
            books.Dialect,
            new Dictionary<string, object?>
            {
                ["id"] = id,
                ["unit"] = unit,
                ["from"] = (long)period.From,
                ["to"] = (long)period.To,
                ["reopens"] = reopens,
                ["day"] = books.Clock.Today,
                ["at"] = books.Clock.Stamp,
                ["actor_id"] = actor.AccountId,
                ["actor"] = actor.Name,
                ["reason"] = string.IsNullOrWhiteSpace(reason) ? null : reason,
            }
        );
        command.ExecuteNonQuery();
        return id;
    }

    private void Note(
        DbConnection connection,
        DbTransaction transaction,
        long closing,
        long number,
        string indicator,
        Actor actor,
        string reason
    )
    {
        using var command = connection.Command(
            transaction,
            "INSERT INTO correction (closing, number, indicator, on_day, at, actor_id, actor, reason) "
                + "VALUES (@closing, @number, @indicator, @day, @at, @actor_id, @actor, @reason)",
            books.Dialect,
            new Dictionary<string, object?>
            {
                ["closing"] = closing,
                ["number"] = number,
                ["indicator"] = indicator,
                ["day"] = books.Clock.Today,
                ["at"] = books.Clock.Stamp,
                ["actor_id"] = actor.AccountId,
                ["actor"] = actor.Name,
                ["reason"] = reason,
            }
        );
        command.ExecuteNonQuery();
    }
}
