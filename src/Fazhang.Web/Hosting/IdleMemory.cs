using System.Runtime.InteropServices;
using Fazhang.Core.Storage;

namespace Fazhang.Web.Hosting;

/// <summary>
/// Gives memory back to the machine when nothing is going on: what starting, loading a demonstration or a busy hour took
/// is not needed at rest, and a county's machine has other things to run. While somebody works it does nothing.
/// </summary>
internal sealed class IdleMemory(Books books) : BackgroundService
{
    // Bytes allocated: less than the first within a look is rest; less than the second since the last time is not worth it.
    private const long Little = 1 << 20;
    private const long WorthWhile = 2 << 20;

    // Longer than the writer of a SQLite file keeps its connection.
    private const int RestfulLooks = 7;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Returns the free memory of all heaps to the system, but for so many bytes at the top of the first.</summary>
    private delegate int MallocTrim(nuint keep);

    // Only glibc keeps what was freed in heaps of each thread, and only it has this call.
    private static readonly MallocTrim? Trim =
        OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad("libc.so.6", out var libc)
        && NativeLibrary.TryGetExport(libc, "malloc_trim", out var address)
            ? Marshal.GetDelegateForFunctionPointer<MallocTrim>(address)
            : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (given, before, restful) = (0L, 0L, 0);
        using var timer = new PeriodicTimer(Look);
        // The end of the host ends the loop quietly: a timer that is disposed answers false, a cancelled wait would throw.
        using var ending = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            var now = GC.GetTotalAllocatedBytes();
            restful = now - before < Little ? restful + 1 : 0;
            before = now;
            if (restful < RestfulLooks || now - given < WorthWhile)
                continue;
            GiveBack();
            given = GC.GetTotalAllocatedBytes();
        }
    }

    private void GiveBack()
    {
        books.Dialect.Rest();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Trim?.Invoke(0);
    }
}
