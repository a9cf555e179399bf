using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// The same work by several hands that begin at one moment, each a thread of its own: the pool lends its threads one after the
/// other when other tests hold them, and hands that come one after the other never meet.
/// </summary>
internal static class Together
{
    public static void Run(int hands, Action<int> work)
    {
        var failures = new List<Exception>();
        using var start = new Barrier(hands);
        var threads = Enumerable
            .Range(0, hands)
            .Select(hand => new Thread(() =>
            {
                start.SignalAndWait();
                try
                {
                    work(hand);
                }
                catch (Exception exception)
                {
                    lock (failures)
                        failures.Add(exception);
                }
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        failures.ShouldBeEmpty();
    }
}
