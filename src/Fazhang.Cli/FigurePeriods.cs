using Fazhang.Core.Figures;

namespace Fazhang.Cli;

/// <summary>Periods as they are typed on a command line.</summary>
internal static class FigurePeriods
{
    public const string Help = Period.Help;

    public static Period Parse(string text) =>
        Period.Parse(text) ?? throw new CommandException($"看不懂期间“{text}”。{Help}。", 2);
}
