namespace Fazhang.Verify.Relations;

/// <summary>Amounts of one sentence that could be added: the same kind of thing, in the order of the text.</summary>
internal static class Runs
{
    /// <summary>All runs, sentence by sentence; within a sentence one run for each kind of thing.</summary>
    public static IEnumerable<List<int>> Of(Context context)
    {
        var open = new List<List<int>>();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            if (i > 0 && !context.SameSentence(i - 1, i))
            {
                foreach (var run in open)
                {
                    yield return run;
                }
                open.Clear();
            }
            if (!context.IsCurrent(i))
            {
                continue;
            }
            var home = open.Find(run => context.Compatible(run[^1], i) && context.Compatible(run[0], i));
            if (home is null)
            {
                open.Add([i]);
            }
            else
            {
                home.Add(i);
            }
        }
        foreach (var run in open)
        {
            yield return run;
        }
    }
}
