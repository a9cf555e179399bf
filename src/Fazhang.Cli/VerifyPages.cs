using Fazhang.Verify;

namespace Fazhang.Cli;

/// <summary>Writes each report as a marked web page: a single one to a file, several into a directory.</summary>
internal sealed class VerifyPages
{
    private readonly string? directory;
    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    private VerifyPages(string target, bool isDirectory)
    {
        Target = target;
        directory = isDirectory ? target : null;
        if (isDirectory)
            Directory.CreateDirectory(target);
    }

    /// <summary>The file or directory that the pages are written to.</summary>
    public string Target { get; }

    /// <exception cref="CommandException">Several reports, but the target is a file.</exception>
    public static VerifyPages To(string target, IReadOnlyList<VerifyInput> inputs)
    {
        var isDirectory = inputs.Count > 1 || Directory.Exists(target);
        if (isDirectory && File.Exists(target))
            throw new CommandException($"有 {inputs.Count} 份报告，而 {target} 是一个文件。请给 --html 一个目录名。", 2);
        return new VerifyPages(target, isDirectory);
    }

    public void Write(VerifyOutcome outcome)
    {
        var title = Path.GetFileNameWithoutExtension(outcome.File);
        File.WriteAllText(directory is null ? Target : PathFor(title), VerifyHtml.Page(outcome.Result!, title));
    }

    /// <summary>Reports of the same name from different directories get a number.</summary>
    private string PathFor(string title)
    {
        var name = title;
        for (var i = 2; !used.Add(name); i++)
            name = $"{title}-{i}";
        return Path.Combine(directory!, name + ".html");
    }
}
