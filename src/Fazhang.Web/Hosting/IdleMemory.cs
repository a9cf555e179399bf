namespace Fazhang.Web.Hosting;

/// <summary>
/// Gives memory back to the machine when nothing is going on: what starting, loading a demonstration or a busy hour took
/// is not needed at rest, and a county's machine has other things to run. While somebody works it does nothing.
/// </summary>
internal sealed class IdleMemory : BackgroundService
{
    private const long Quiet = 1 << 20;
    private const long WorthWhile = 8 << 20;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (given, before) = (0L, 0L);
        using var timer = new PeriodicTimer(Rest);
        // The end of the host ends the loop quietly: a timer that is disposed answers false, a cancelled wait would throw.
        using var ending = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before < Quiet && now - given > WorthWhile)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = now;
            }
            before = now;
        }
    }
}
