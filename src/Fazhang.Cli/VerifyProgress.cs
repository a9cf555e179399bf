using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>A progress bar over many files, on standard error of a terminal, where it disturbs no output.</summary>
internal static class VerifyProgress
{
    private const int Many = 10;

    /// <summary>Runs the work; it calls its argument after each file.</summary>
    /// <param name="files">How many files there are.</param>
    /// <param name="isFree">Whether the terminal is free of other output meanwhile.</param>
    /// <param name="work">The work; its result is returned.</param>
    public static int Show(int files, bool isFree, Func<Action, int> work)
    {
        if (files < Many || !isFree || Console.IsErrorRedirected)
            return work(() => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("核验", maxValue: files);
                return work(() => task.Increment(1));
            });
    }
}
