using System.CommandLine;
using Fazhang.Core.Exchange;
using Fazhang.Verify;
using Fazhang.Verify.Sources;

namespace Fazhang.Cli;

/// <summary>
/// `fazhang verify FILE|DIR…`: reads reports, lists their figures, recomputes their arithmetic. 0 = no errors, 1 = errors,
/// 2 = an input that cannot be read.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "报告文件（txt、md、html、docx、pdf）或装有报告的目录",
            Arity = ArgumentArity.OneOrMore,
        };
        var previous = new Option<FileInfo?>("--previous") { Description = "同一单位上一年的报告，用来核对同比" };
        var json = Output.JsonOption();
        var html = new Option<string?>("--html") { Description = "把标注后的报告写成网页：一份写成文件，多份写进目录" };
        var csv = new Option<FileInfo?>("--csv") { Description = "把结果写成一张表，可用 Excel 打开" };
        var quiet = new Option<bool>("--quiet") { Description = "只列差错和疑问，不列数字和相符的关系" };
        var command = new Command("verify", "核验报告：列出数字，重算勾稽关系，指出差错和疑问")
        {
            files,
            previous,
            json,
            html,
            csv,
            quiet,
        };
        command.SetAction(result =>
        {
            var inputs = VerifyInputs.Expand(result.GetRequiredValue(files));
            var options = new CheckOptions { PreviousText = Previous(result.GetValue(previous)) };
            using var writers = new VerifyWriters(
                result.GetValue(json),
                result.GetValue(quiet),
                result.GetValue(html) is { } target ? VerifyPages.To(target, inputs) : null,
                result.GetValue(csv) is { } table ? new VerifyCsv(table, result.GetValue(quiet)) : null
            );
            VerifyProgress.Show(inputs.Count, writers.LeavesTerminalFree, step => Run(inputs, options, writers, step));
            return writers.Finish();
        });
        return command;
    }

    private static void Run(IReadOnlyList<VerifyInput> inputs, CheckOptions options, VerifyWriters writers, Action step)
    {
        foreach (var outcome in InOrder(inputs, input => VerifyOutcome.Of(input, options)))
        {
            writers.Write(outcome);
            step();
        }
    }

    /// <summary>
    /// Works on all processors and hands over in the order given. Only a few results are ahead of the one handed over, so
    /// memory does not grow with the number of files.
    /// </summary>
    private static IEnumerable<VerifyOutcome> InOrder(IEnumerable<VerifyInput> inputs, Func<VerifyInput, VerifyOutcome> check)
    {
        var ahead = new Queue<Task<VerifyOutcome>>();
        foreach (var input in inputs)
        {
            ahead.Enqueue(Task.Run(() => check(input)));
            if (ahead.Count > 2 * Environment.ProcessorCount)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
        }
        while (ahead.TryDequeue(out var task))
            yield return task.GetAwaiter().GetResult();
    }

    private static string? Previous(FileInfo? file)
    {
        try
        {
            return file is null ? null : ReportFile.Read(file.FullName).Text;
        }
        catch (UnreadableSourceException exception)
        {
            throw new CommandException("--previous：" + exception.Message, 2);
        }
    }
}
