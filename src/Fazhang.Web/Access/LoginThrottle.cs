using System.Collections.Concurrent;

namespace Fazhang.Web.Access;

/// <summary>
/// Slows guessing of passwords: at most five failures for a login from one address and thirty from one address in a
/// quarter of an hour. Kept in memory; a restart forgives.
/// </summary>
public sealed class LoginThrottle(TimeProvider time)
{
    public const int PerLogin = 5;
    public const int PerAddress = 30;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int LargestMemory = 10_000;

    private readonly ConcurrentDictionary<string, (int Failures, DateTimeOffset Since)> failures = new(StringComparer.Ordinal);

    public bool IsBlocked(string login, string address) =>
        Count(Pair(login, address)) >= PerLogin || Count(address) >= PerAddress;

    public void Failed(string login, string address)
    {
        if (failures.Count > LargestMemory)
            foreach (var old in failures.Where(entry => IsOver(entry.Value.Since)))
                failures.TryRemove(old.Key, out _);
        Add(Pair(login, address));
        Add(address);
    }

    public void Succeeded(string login, string address) => failures.TryRemove(Pair(login, address), out _);

    private int Count(string key) => failures.TryGetValue(key, out var entry) && !IsOver(entry.Since) ? entry.Failures : 0;

    private void Add(string key) =>
        failures.AddOrUpdate(
            key,
            _ => (1, time.GetUtcNow()),
            (_, entry) => IsOver(entry.Since) ? (1, time.GetUtcNow()) : (entry.Failures + 1, entry.Since)
        );

    private bool IsOver(DateTimeOffset since) => time.GetUtcNow() - since > Window;

    private static string Pair(string login, string address) => login + "\n" + address;
}
