namespace Fazhang.Core.Expressions;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
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
