using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Journal;

namespace Fazhang.Core.Storage;

/// <summary>The machine's clock went back; nothing is written until it is right. The message says what to do.</summary>
public sealed class ClockException(string message) : Exception(message);

/// <summary>
/// Refuses to write when the machine's clock is behind the last journal entry: entries would be dated before what
/// happened before them, and deadlines counted from days that are not today. A small step back, as time servers make,
/// is let through. If the clock was wrong in the future and is right now, an administrator says so with a reason, and
/// that is an entry of the journal itself.
/// </summary>
public sealed class ClockGuard(Books books, TimeProvider time)
{
    /// <summary>How far back the clock may step without anybody being asked.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private long latest;

    /// <summary>Called before every write.</summary>
    /// <exception cref="ClockException">The clock is behind the last entry by more than <see cref="Tolerance"/>.</exception>
    public void Check()
    {
        // The day of a demonstration stands still: its entries are not dated by the machine's clock.
        if (books.Clock.FixedDay is not null)
            return;
        var now = time.GetUtcNow().UtcTicks;
        var seen = Interlocked.Read(ref latest);
        // The first write of a process, and one that would be refused, ask the journal; the rest ask memory.
        if (seen == 0 || now < seen - Tolerance.Ticks)
        {
            seen = LastEntry()?.UtcTicks ?? now;
            if (now < seen - Tolerance.Ticks)
                throw new ClockException(
                    $"服务器时钟现在是 {books.Clock.Stamp}，比最后一条流水（{Business(seen)}）还早，本次没有保存。"
                        + "请校准时钟；如果现在的时钟是对的、以前的是错的，请管理员运行 ./fazhang clock --accept --reason 理由。"
                );
        }
        Interlocked.Exchange(ref latest, Math.Max(now, seen));
    }

    /// <summary>The instant of the last journal entry; null when there is none.</summary>
    public DateTimeOffset? LastEntry() =>
        books.Read(connection =>
            connection.QueryFirstOrDefault<string>("SELECT at FROM journal ORDER BY seq DESC LIMIT 1") is { } at
                ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)
                : (DateTimeOffset?)null
        );

    /// <summary>Goes on from the clock as it is now, and puts that and the reason into the journal.</summary>
    public void Accept(Actor actor, string reason)
    {
        books.WriteUnguarded(
            (connection, transaction) =>
            {
                JournalWriter.AppendEvent(connection, transaction, books, JournalAction.Clock, actor, reason);
                return 0;
            }
        );
        Interlocked.Exchange(ref latest, time.GetUtcNow().UtcTicks);
    }

    private static string Business(long utcTicks) =>
        new DateTimeOffset(utcTicks, TimeSpan.Zero)
            .ToOffset(TimeSpan.FromHours(8))
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
