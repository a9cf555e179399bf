using Fazhang.Verify;

namespace Fazhang.Cli;

/// <summary>Hands each result to the forms the user asked for, as it comes, and knows the exit code in the end.</summary>
internal sealed class VerifyWriters(bool json, bool quiet, VerifyPages? pages, VerifyCsv? csv) : IDisposable
{
    private readonly VerifyJsonStream? stream = json ? new VerifyJsonStream() : null;
    private int files;
    private readonly List<string> problems = [];
    private int errors;
    private int questions;

    /// <summary>True when nothing is printed to the terminal while the files are checked.</summary>
    public bool LeavesTerminalFree => Console.IsOutputRedirected || (!json && WritesFiles);

    private bool WritesFiles => pages is not null || csv is not null;

    public void Write(VerifyOutcome outcome)
    {
        files++;
        csv?.Write(outcome);
        if (outcome.Problem is not null)
        {
            problems.Add(outcome.Problem); // told in the end, where no progress bar overwrites it
            return;
        }
        var result = outcome.Result!;
        var wrong = result.Findings.Count(finding => finding.Level == FindingLevel.Error);
        errors += wrong;
        questions += result.Findings.Count - wrong;
        pages?.Write(outcome);
        stream?.Write(outcome);
        if (!json && !WritesFiles)
            VerifyPrinter.Print(outcome, quiet);
    }

    /// <summary>Ends what was written and returns the exit code: 2 = something unreadable, 1 = errors, 0 = neither.</summary>
    public int Finish()
    {
        stream?.Finish();
        csv?.Finish();
        foreach (var problem in problems)
            Console.Error.WriteLine(problem);
        if (!json && (files > 1 || WritesFiles))
            Console.WriteLine(
                $"共 {files} 份：{errors} 处差错，{questions} 个疑问"
                    + (problems.Count > 0 ? $"，{problems.Count} 份读不出。" : "。")
                    + string.Concat(
                        new[] { pages?.Target, csv?.Target }.Select(target => target is null ? "" : $"已写入 {target}。")
                    )
            );
        return problems.Count > 0 ? 2
            : errors > 0 ? 1
            : 0;
    }

    public void Dispose()
    {
        stream?.Dispose();
        csv?.Dispose();
    }
}
