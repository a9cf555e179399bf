namespace Fazhang.Bench.Verify;

/// <summary>Compares the open cases with those of the result committed last.</summary>
internal static class Baseline
{
    public static void Compare(List<string> cases, string? baseline, string? write)
    {
        if (baseline is not null && File.Exists(baseline))
        {
            var before = File.ReadAllLines(baseline).ToHashSet();
            var won = before.Except(cases).ToList();
            var lost = cases.Except(before).ToList();
            Console.WriteLine($"AGAINST {Path.GetFileName(baseline)}: {won.Count} won, {lost.Count} lost");
            won.ForEach(line => Console.WriteLine("  won " + line[4..]));
            lost.ForEach(line => Console.WriteLine("  lost " + line[4..]));
        }
        if (write is not null)
        {
            File.WriteAllLines(write, cases.Distinct().Order(StringComparer.Ordinal));
            Console.WriteLine($"written: {write}");
        }
    }
}
