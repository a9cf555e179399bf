using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What is overdue and due soon.</summary>
/// <param name="Line">The line that is shown alone; null for all.</param>
/// <param name="All">Every line with something due, for choosing.</param>
/// <param name="Lines">The registers with something due, by line.</param>
/// <param name="Waiting">The records that are due first.</param>
public sealed record DeadlinesModel(
    LineDefinition? Line,
    IReadOnlyList<LineDefinition> All,
    IReadOnlyList<(LineDefinition Line, IReadOnlyList<DeadlineRow> Rows)> Lines,
    DeadlineTotals Totals,
    IReadOnlyList<Waiting> Waiting
);

/// <summary>时限看板: by line and register, what is overdue and what is due within a month; below it the records themselves.</summary>
public static class DeadlinePages
{
    private const int Shown = 20;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/deadlines", Show);

    private static IResult Show(Visit visit)
    {
        var chosen = visit.Query("line");
        var line = visit.Catalogue.Lines.FirstOrDefault(line => line.Key == chosen);
        if (chosen is not null && line is null)
            return Answers.Missing(visit);
        var due = new DeadlineBoard(visit.Books).Read(visit.Actor, visit.ReadableRegisters);
        List<DeadlineRow> rows = [.. due.Where(row => line is null || row.Register.Line == line.Key)];
        return Answers.Page<DeadlinesPage, DeadlinesModel>(
            visit,
            new DeadlinesModel(
                line,
                [.. visit.Catalogue.Lines.Where(one => due.Any(row => row.Register.Line == one.Key))],
                [
                    .. visit
                        .Catalogue.Lines.Select(one =>
                            (one, (IReadOnlyList<DeadlineRow>)[.. rows.Where(row => row.Register.Line == one.Key)])
                        )
                        .Where(pair => pair.Item2.Count > 0),
                ],
                DeadlineTotals.Of(rows),
                WaitingList.Soonest(visit, rows, Shown)
            )
        );
    }
}
