using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Fazhang.Bench;

/// <summary>
/// A private PostgreSQL server on 127.0.0.1 and a free port, in a folder of its own, with the settings of a new
/// installation (fsync on). It can be killed without warning and started again. Removed at the end.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string bin;
    private readonly string directory;
    private readonly int port;

    private PostgresServer(string bin, string place)
    {
        this.bin = bin;
        directory = Path.Combine(place, "fazhang-pg-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(directory);
        port = FreePort();
        // initdb refuses root.
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", directory);
        AsOwner(Path.Combine(bin, "initdb"), "-D", Data, "-U", "fazhang", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        Start();
    }

    private string Data => Path.Combine(directory, "data");

    /// <summary>Connection string of the server, to the database the benchmarks use.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=fazhang;Database=postgres;Include Error Detail=false";

    /// <summary>Starts a new server.</summary>
    /// <param name="place">The folder to make its own folder in; null for the system's temporary files.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed here.</exception>
    public static PostgresServer New(string? place = null)
    {
        const string all = "/usr/lib/postgresql";
        var bin = Directory.Exists(all)
            ? Directory
                .GetDirectories(all)
                .Select(version => Path.Combine(version, "bin"))
                .Where(Directory.Exists)
                .Order()
                .LastOrDefault()
            : null;
        return new PostgresServer(
            bin ?? throw new InvalidOperationException("没有安装 PostgreSQL。在 Debian 上：apt install postgresql"),
            place ?? Path.GetTempPath()
        );
    }

    /// <summary>A connection string with a schema of its own, so that several books fit on one server.</summary>
    public string NewBooks()
    {
        var schema = "b_" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE SCHEMA {schema}", connection);
        command.ExecuteNonQuery();
        return ConnectionString + ";Search Path=" + schema;
    }

    /// <summary>What the server's processes, those that have ended too, have used of the processor; to a hundredth of a second.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var postmaster = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First());
            // proc(5): user and system time are the 14th and 15th field, those of children waited for the next two.
            long Ticks(int pid, int fields) =>
                Stat(pid) is { Length: > 15 } stat ? Enumerable.Range(12, fields).Sum(i => long.Parse(stat[i])) : 0;
            return TimeSpan.FromMilliseconds(10 * (Ticks(postmaster, 4) + Children(postmaster).Sum(child => Ticks(child, 2))));
        }
    }

    /// <summary>Starts the server after <see cref="Kill"/>; it recovers by itself.</summary>
    public void Start() =>
        AsOwner(
            Path.Combine(bin, "pg_ctl"),
            "-D",
            Data,
            "-w",
            "-t",
            "60",
            "-l",
            Path.Combine(directory, "log"),
            "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={directory} -c max_connections=200",
            "start"
        );

    /// <summary>Starts the server if it stopped by itself.</summary>
    public void StartIfStopped()
    {
        var file = Path.Combine(Data, "postmaster.pid");
        if (File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var pid) && !IsZombie(pid))
            return;
        File.Delete(file);
        File.Delete(Path.Combine(directory, $".s.PGSQL.{port}.lock"));
        Start();
    }

    /// <summary>Kills every process of the server at once (SIGKILL), as a power cut would.</summary>
    public void Kill()
    {
        var postmaster = int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First());
        // Stopped first, so that it starts no new process between listing and killing.
        Run("kill", "-STOP", postmaster.ToString());
        var family = Children(postmaster).Prepend(postmaster).ToList();
        foreach (var pid in family)
            Signal(pid);
        // The next start refuses while one of them still holds the shared memory.
        while (family.Any(pid => Directory.Exists($"/proc/{pid}") && !IsZombie(pid)))
            Thread.Sleep(5);
        // A dead process that nobody has reaped yet counts as alive for the server's own check of these files.
        File.Delete(Path.Combine(Data, "postmaster.pid"));
        File.Delete(Path.Combine(directory, $".s.PGSQL.{port}.lock"));
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Kill();
        Directory.Delete(directory, recursive: true);
    }

    private static IEnumerable<int> Children(int parent) =>
        Directory
            .GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), out var pid) ? pid : 0)
            .Where(pid => pid > 0 && Stat(pid) is [_, var state, var ppid, ..] && ppid == parent.ToString());

    private static bool IsZombie(int pid) => Stat(pid) is not [_, var state, ..] || state == "Z";

    /// <summary>Process id, state and parent of a process; empty when it is gone.</summary>
    private static string[] Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return [pid.ToString(), .. text[(text.LastIndexOf(')') + 2)..].Split(' ')];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static void Signal(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (ArgumentException)
        {
            // It ended by itself between listing and killing.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void AsOwner(params string[] command)
    {
        if (Environment.IsPrivilegedProcess)
            Run(["setpriv", "--reuid", "postgres", "--regid", "postgres", "--init-groups", .. command]);
        else
            Run(command);
    }

    private static void Run(params string[] command)
    {
        // Output goes to files, not pipes: the server would hold a pipe open for as long as it runs.
        var start = new ProcessStartInfo("/bin/sh") { UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null");
        start.ArgumentList.Add("sh");
        foreach (var word in command)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} 失败（退出码 {process.ExitCode}）。");
    }
}
