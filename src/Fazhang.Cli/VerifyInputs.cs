using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Fazhang.Verify.Sources;

namespace Fazhang.Cli;

/// <summary>A file to check, or what keeps it from being one.</summary>
/// <param name="Name">The file as the user wrote it, or below the directory that the user wrote.</param>
/// <param name="Problem">Why it cannot be read, known before reading; null for a file.</param>
internal sealed record VerifyInput(string Name, string? Problem = null);

/// <summary>One file's result: the text and what the checker found, or why it could not be read.</summary>
internal sealed record VerifyOutcome
{
    public required string File { get; init; }
    public ReportText? Source { get; init; }
    public CheckResult? Result { get; init; }
    public string? Problem { get; init; }

    /// <summary>Reads and checks one file. What cannot be read is an outcome too: the other files are still checked.</summary>
    public static VerifyOutcome Of(VerifyInput input, CheckOptions options)
    {
        if (input.Problem is not null)
            return new VerifyOutcome { File = input.Name, Problem = input.Problem };
        try
        {
            var source = ReportFile.Read(input.Name);
            return new VerifyOutcome
            {
                File = input.Name,
                Source = source,
                Result = ReportChecker.Check(source.Text, options),
            };
        }
        catch (UnreadableSourceException exception)
        {
            return new VerifyOutcome { File = input.Name, Problem = exception.Message };
        }
    }
}

/// <summary>Finds the files that a user means by files and directories.</summary>
internal static class VerifyInputs
{
    /// <summary>The files in the order given; a directory stands for all readable kinds of files below it, by name.</summary>
    public static IReadOnlyList<VerifyInput> Expand(IEnumerable<string> arguments) =>
        [.. arguments.SelectMany(argument => Directory.Exists(argument) ? Below(argument) : [One(argument)])];

    private static VerifyInput One(string argument) =>
        argument.StartsWith('-') && !File.Exists(argument)
            ? new VerifyInput(argument, $"没有选项 {argument}。用 ./fazhang verify --help 看有哪些选项。")
            : new VerifyInput(argument);

    private static List<VerifyInput> Below(string directory)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            // Hidden files are none that a user sees; links could lead round in a circle.
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        try
        {
            var files = Directory
                .EnumerateFiles(directory, "*", options)
                .Where(IsReport)
                .Order(StringComparer.Ordinal)
                .Select(file => new VerifyInput(file))
                .ToList();
            return files.Count > 0
                ? files
                :
                [
                    new VerifyInput(
                        directory,
                        $"目录 {directory} 里没有可核验的文件（{string.Join("、", ReportSource.Extensions)}）。请检查目录，或直接写文件名。"
                    ),
                ];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return [new VerifyInput(directory, $"读不了目录 {directory}：{exception.Message}")];
        }
    }

    /// <summary>A word processor's lock file (~$…) has a report's name but is none.</summary>
    private static bool IsReport(string file) =>
        ReportSource.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        && !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal);
}
