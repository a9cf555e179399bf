namespace Fazhang.Core.Expressions;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    private const int MostListed = 24;
    private const int Examples = 5;

    /// <summary>
    /// The candidate with the fewest changed, missing or surplus letters; null when even the best differs in more than a
    /// third of the letters (at least two are always forgiven for names of four letters and more).
    /// </summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        var allowed = name.Length < 4 ? 1 : Math.Max(2, name.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(name, candidate)))
            .Where(pair => pair.distance <= allowed)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>
    /// What to say to somebody who wrote a name that is not there: the one that was probably meant; else those that there are;
    /// of many, those of the same group (what stands before the point), or a few to show the form.
    /// </summary>
    public static string Hint(string name, IReadOnlyCollection<string> known)
    {
        if (To(name, known) is { } near)
            return $"是不是“{near}”？";
        if (known.Count <= MostListed)
            return $"可用：{string.Join("、", known)}。";
        var group = name.Split('.')[0] + ".";
        var alike = known.Where(one => one.StartsWith(group, StringComparison.Ordinal)).ToList();
        if (alike.Count is > 0 and <= MostListed)
            return $"以“{group}”开头的有：{string.Join("、", alike)}。";
        return $"可用的有 {known.Count} 个，例如 {string.Join("、", known.Take(Examples))}。";
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
