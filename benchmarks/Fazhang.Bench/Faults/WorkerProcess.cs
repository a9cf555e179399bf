using System.Diagnostics;

namespace Fazhang.Bench.Faults;

/// <summary>A worker in a process of its own, with its acknowledgements as they come.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly Thread reading;
    private readonly ManualResetEventSlim ready = new();

    public WorkerProcess(string where, int clerks, int seed, Acknowledged acknowledged)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Run as `dotnet fazhang-bench.dll` the process is dotnet and needs the assembly's name.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(WorkerProcess).Assembly.Location);
        foreach (var word in new[] { "faults-worker", where, clerks.ToString(), seed.ToString() })
            start.ArgumentList.Add(word);
        process = Process.Start(start)!;
        Errors = process.StandardError.ReadToEndAsync();
        reading = new Thread(() => Read(acknowledged));
        reading.Start();
    }

    /// <summary>What it wrote to standard error, complete once it has ended.</summary>
    public Task<string> Errors { get; }

    public bool Ended => process.HasExited;

    /// <summary>Waits until its books are open; false when it ended before.</summary>
    public bool WaitReady() => ready.Wait(TimeSpan.FromSeconds(60)) && !(process.HasExited && process.ExitCode != 137);

    /// <summary>kill −9, and waits until everything it had said is read.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        reading.Join();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        ready.Dispose();
    }

    private void Read(Acknowledged acknowledged)
    {
        var text = new List<byte>();
        var buffer = new byte[65536];
        var stream = process.StandardOutput.BaseStream;
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            foreach (var one in buffer.AsSpan(0, count))
                if (one == '\n')
                {
                    // A last line without its end was cut by the kill and acknowledges nothing.
                    acknowledged.Take(System.Text.Encoding.UTF8.GetString([.. text]));
                    text.Clear();
                    if (acknowledged.Ready)
                        ready.Set();
                }
                else
                    text.Add(one);
        ready.Set();
    }
}
