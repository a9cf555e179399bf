using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the trial balance page shows.</summary>
public sealed record BalanceModel(
    (string At, long Indicators, long Records, long Milliseconds, long Differences, string Detail)? Last,
    bool JustDone,
    Seal? LastSeal
);

/// <summary>试算平衡: the last result, and recomputing now.</summary>
public static class BalancePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/balance", Show);
        routes.MapPost("/balance", Recompute);
    }

    private static IResult Show(Visit visit) =>
        visit.May(Permission.TrialBalance)
            ? Answers.Page<BalancePage, BalanceModel>(
                visit,
                new BalanceModel(
                    new TrialBalance(visit.Books).Last(),
                    visit.Query("done") == "1",
                    new JournalSeals(visit.Books).All() is [.., var newest] ? newest : null
                )
            )
            : Refused(visit);

    private static IResult Recompute(Visit visit)
    {
        if (!visit.May(Permission.TrialBalance))
            return Refused(visit);
        new TrialBalance(visit.Books).Compare();
        return Results.Redirect("/balance?done=1");
    }

    private static IResult Refused(Visit visit)
    {
        var roles = visit.Catalogue.Roles.Where(role => role.May.Contains(Permission.TrialBalance)).Select(role => role.Title);
        return Answers.Refused(visit, $"试算平衡由{string.Join("、", roles)}查看。需要结果的，请联系他们。");
    }
}
