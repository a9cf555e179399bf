namespace Fazhang.Core.Storage;

/// <summary>The folder that holds the books, the keys and the accounts' file of one installation.</summary>
public static class DataDirectory
{
    /// <summary>Makes the folder if it is missing; only its owner may enter, for it holds personal data.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
