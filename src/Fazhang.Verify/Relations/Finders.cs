namespace Fazhang.Verify.Relations;

/// <summary>All relation finders, in the order in which they are asked.</summary>
internal static class Finders
{
    public static void Run(Context context, Ledger ledger)
    {
        new TableFinder(context, ledger).Find();
        new SumFinder(context, ledger).Find();
        new StatedWholes(context, ledger).Find();
        new RatioFinder(context, ledger).Find();
        // Last year's report knows better than the implied range which ChangeFinder would note down.
        new PreviousFinder(context, ledger).Find();
        new ChangeFinder(context, ledger).Find();
        new DifferenceFinder(context, ledger).Find();
        new DistributedChanges(context, ledger).Find();
        new LevelFinder(context, ledger).Find();
        new ShareFeasibility(context, ledger).Find();
        new MultipleFinder(context, ledger).Find();
        new AverageFinder(context, ledger).Find();
        new PerHeadFinder(context, ledger).Find();
        new PercentSumFinder(context, ledger).Find();
        new RepeatFinder(context, ledger).Find();
    }
}
