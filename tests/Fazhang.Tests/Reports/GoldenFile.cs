using System.Runtime.CompilerServices;
using Shouldly;

namespace Fazhang.Tests.Reports;

/// <summary>
/// Compares an export with the file kept in Golden/. <c>FAZHANG_UPDATE_GOLDEN=1</c> rewrites the files; the diff is then read in git.
/// </summary>
internal static class GoldenFile
{
    public static void ShouldMatch(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("FAZHANG_UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        File.Exists(path).ShouldBeTrue($"{name} is missing; run the tests once with FAZHANG_UPDATE_GOLDEN=1 and read it.");
        actual.ShouldBe(File.ReadAllText(path), $"{name} changed; if that is meant, run with FAZHANG_UPDATE_GOLDEN=1.");
    }
}
