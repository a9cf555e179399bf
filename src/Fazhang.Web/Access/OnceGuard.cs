using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Fazhang.Web.Access;

/// <summary>
/// Makes a second press of the same button harmless: each form carries a mark, and a form whose mark has already led to
/// a saved record answers with that record instead of saving again. Remembered for an hour, in memory.
/// </summary>
public sealed class OnceGuard(TimeProvider time)
{
    public const string Field = "once";
    private const int LargestMemory = 10_000;
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    public static string NewMark() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Does the work, unless the mark has already led somewhere. The work gives the address it led to, or null when nothing was saved.</summary>
    public IResult Do(long accountId, string? mark, Func<(IResult Answer, string? SavedAt)> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (mark is not { Length: 32 })
            return work().Answer;
        Forget();
        var entry = entries.GetOrAdd($"{accountId}:{mark}", _ => new Entry(time.GetUtcNow()));
        lock (entry)
        {
            if (entry.SavedAt is { } saved)
                return Results.Redirect(saved);
            var (answer, address) = work();
            entry.SavedAt = address;
            return answer;
        }
    }

    private void Forget()
    {
        if (entries.Count < LargestMemory)
            return;
        foreach (var old in entries.Where(entry => time.GetUtcNow() - entry.Value.Since > Memory))
            entries.TryRemove(old.Key, out _);
    }

    private sealed class Entry(DateTimeOffset since)
    {
        public DateTimeOffset Since => since;

        public string? SavedAt { get; set; }
    }
}
