using System.Diagnostics;

namespace Fazhang.Bench.Faults;

/// <summary>A small disk of its own (tmpfs) that can be full or read-only. Needs the right to mount.</summary>
internal sealed class TmpDisk : IDisposable
{
    public TmpDisk(int megabytes)
    {
        Path = Directory.CreateTempSubdirectory("fazhang-disk-").FullName;
        Mount(
            "-t",
            "tmpfs",
            "-o", // The PostgreSQL server runs as another user, who must get in.
            $"size={megabytes}m,mode=755",
            "tmpfs",
            Path
        );
    }

    public string Path { get; }

    public void ReadOnly(bool on) => Mount("-o", on ? "remount,ro" : "remount,rw", Path);

    public void Grow(int megabytes) => Mount("-o", $"remount,size={megabytes}m", Path);

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static void Mount(params string[] arguments) => Run("mount", arguments);

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} 失败：需要挂载的权限（root）。");
    }
}
