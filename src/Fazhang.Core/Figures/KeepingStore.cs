using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>A unit and month for which both sources have figures: one of them speaks, and somebody should ask why the other is there.</summary>
/// <param name="Month">Year × 100 + month.</param>
/// <param name="Records">What the records make, in the indicator's measure.</param>
/// <param name="Returns">What the unit reported.</param>
/// <param name="RecordsSpeak">Which of the two is counted.</param>
public sealed record TwoSources(Unit Unit, int Month, decimal Records, decimal Returns, bool RecordsSpeak);

/// <summary>Says since when units keep records of their own, and finds where both sources speak of the same month.</summary>
public sealed class KeepingStore(Books books)
{
    private const string Subject = "keeping";

    /// <summary>
    /// From <paramref name="since"/> on the records of the unit and of all below it speak, before it their returns.
    /// <see cref="Keeping.Never"/>: only returns. Figures follow at once; closed ones stay as published.
    /// </summary>
    public ClosingResult Say(Actor actor, Unit unit, RegisterDefinition register, int since, string? reason)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(register);
        if (!books.Gate.ClosingReach(actor).Includes(unit.Id))
            return new ClosingResult.Refused(
                $"您的角色不能决定“{unit.Name}”用哪种来源。能决定的角色："
                    + string.Join(
                        "、",
                        books.Catalogue.Roles.Where(role => role.May.Contains(Permission.Closing)).Select(role => role.Title)
                    )
                    + "。"
            );
        if (!Registers(books.Catalogue).Contains(register))
            return new ClosingResult.Invalid($"没有哪个指标在“{register.Title}”的记录和报表之间取舍，不需要起用月份。");
        if (since != Keeping.Never && (since / 100 is < 1950 or > 2199 || since % 100 is < 1 or > 12))
            return new ClosingResult.Invalid("起用月份写成年-月，例如 2024-07。");
        if (string.IsNullOrWhiteSpace(reason))
            return new ClosingResult.Invalid("请填写理由：它会记入流水。");
        return books.Write<ClosingResult>(
            (connection, transaction) =>
            {
                books.Dialect.LockForReading(connection, transaction, "keeping");
                var before = Keeping.Load(connection, books.Catalogue, books.Units, transaction).Since(register.Key, unit.Id);
                var id = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM keeping", transaction: transaction);
                using var command = connection.Command(
                    transaction,
                    "INSERT INTO keeping (id, unit_id, register, since, on_day, at, actor_id, actor, reason) "
                        + "VALUES (@id, @unit, @register, @since, @day, @at, @actor_id, @actor, @reason)",
                    books.Dialect,
                    new Dictionary<string, object?>
                    {
                        ["id"] = id,
                        ["unit"] = unit.Id,
                        ["register"] = register.Key,
                        ["since"] = (long)since,
                        ["day"] = books.Clock.Today,
                        ["at"] = books.Clock.Stamp,
                        ["actor_id"] = actor.AccountId,
                        ["actor"] = actor.Name,
                        ["reason"] = reason,
                    }
                );
                command.ExecuteNonQuery();
                string Text(int month) => $"{{\"unit\":\"{unit.Code}\",\"register\":\"{register.Key}\",\"since\":{month}}}";
                JournalWriter.AppendSubject(
                    connection,
                    transaction,
                    books,
                    (Subject, id, 1),
                    "say",
                    (Text(before), Text(since)),
                    actor,
                    reason
                );
                return new ClosingResult.Done(id, 0);
            }
        );
    }

    /// <summary>The registers whose records compete with returns.</summary>
    public static IReadOnlyList<RegisterDefinition> Registers(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            .. catalogue
                .Indicators.Values.Where(indicator => indicator.Sources is not null)
                .Select(indicator => catalogue.RegisterOf(catalogue.Of(indicator.Sources!.Records))!)
                .DistinctBy(register => register.Key),
        ];
    }

    /// <summary>Units and months of a period for which records and returns both have something. Counted once; still a question (疑问).</summary>
    public IReadOnlyList<TwoSources> Both(IndicatorDefinition indicator, Unit unit, Period period)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        ArgumentNullException.ThrowIfNull(unit);
        if (indicator.Sources is not { } sources)
            return [];
        var records = books.Catalogue.Of(sources.Records);
        var scale = (decimal)Math.Pow(10, records.Scale);
        var keeping = books.Keeping;
        return books.Read(connection =>
            connection
                .Query<(long Unit, long Month, long Records, long Returns)>(
                    "SELECT c.unit_id, c.month, CAST(SUM(CASE WHEN c.indicator = @records THEN c.value ELSE 0 END) AS BIGINT), "
                        + "CAST(SUM(CASE WHEN c.indicator = @returns THEN c.value ELSE 0 END) AS BIGINT) "
                        + "FROM cell c JOIN unit u ON u.id = c.unit_id WHERE u.lft BETWEEN @Left AND @Right AND c.month BETWEEN @From AND @To "
                        + "AND c.indicator IN (@records, @returns) GROUP BY c.unit_id, c.month ORDER BY c.month, c.unit_id",
                    new
                    {
                        records = books.IndicatorIds[sources.Records],
                        returns = books.IndicatorIds[sources.Returns],
                        unit.Left,
                        unit.Right,
                        period.From,
                        period.To,
                    }
                )
                .Where(row => row.Records != 0 && row.Returns != 0)
                .Select(row => new TwoSources(
                    books.Units.Find(row.Unit)!,
                    (int)row.Month,
                    row.Records / scale,
                    row.Returns / scale,
                    row.Month >= keeping.Since(records.Register!, row.Unit)
                ))
                .ToList()
        );
    }
}
