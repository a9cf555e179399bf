namespace Fazhang.Web.Hosting;

/// <summary>
/// Gives memory back to the machine when nobody asks for anything: what starting, loading a demonstration or a busy hour took
/// is not needed at rest, and a county's machine has other things to run. While somebody works it does nothing.
/// </summary>
internal sealed class IdleMemory(DemoRunner demo) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private long requests;

    /// <summary>Counts a request.</summary>
    public void Asked() => Interlocked.Increment(ref requests);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Differs from every count, so that the first rest after the start gives back too.
        var given = -1L;
        var before = -1L;
        using var timer = new PeriodicTimer(Rest);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Interlocked.Read(ref requests);
            if (now == before && now != given && demo.Progress is null or { Finished: true } or { Error: not null })
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                given = now;
            }
            before = now;
        }
    }
}
