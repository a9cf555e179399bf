using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>A progress bar over many files, on standard error of a terminal, where it disturbs no output.</summary>
internal static class VerifyProgress
{
    private const int Many = 10;

    /// <summary>Runs the work; it calls its argument after each file.</summary>
    /// <param name="files">How many files there are.</param>
    /// <param name="isFree">Whether the terminal is free of other output meanwhile.</param>
    /// <param name="work">The work. It must not write to the terminal: the bar would overwrite it.</param>
    public static void Show(int files, bool isFree, Action<Action> work)
    {
        if (files < Many || !isFree || Console.IsErrorRedirected)
        {
            work(() => { });
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask("核验", maxValue: files);
                work(() => task.Increment(1));
            });
    }
}
