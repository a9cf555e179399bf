namespace Fazhang.Core.Storage;

/// <summary>
/// What time it is for the business: Asia/Shanghai, which has been UTC+8 without summer time since 1991, so a fixed
/// offset needs no time-zone data on the machine.
/// </summary>
public sealed class BusinessClock(TimeProvider time, DateOnly? fixedDay = null)
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>Set for demonstration books: their day stands still, so that the demonstration is the same every time.</summary>
    public DateOnly? FixedDay => fixedDay;

    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow().ToOffset(Offset);
            return fixedDay is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.FromDateTime(now.DateTime)), Offset) : now;
        }
    }

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>How instants are stored: ISO 8601 to the millisecond in business time, sortable as text.</summary>
    public string Stamp => Now.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);
}
