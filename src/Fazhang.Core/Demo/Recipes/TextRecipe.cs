namespace Fazhang.Core.Demo.Recipes;

/// <summary>
/// One of several sentences with gaps: <c>{surname}</c> a word of that list, <c>{#}</c> digits (as many as there are
/// signs), <c>{unit}</c> the abbreviation of the row's unit, <c>{index}</c> the row's place in its cohort.
/// </summary>
internal sealed record TextRecipe(IReadOnlyList<IReadOnlyList<TextPart>> Sentences) : Recipe
{
    public override Func<DemoRow, object?> Begin(CohortRun run)
    {
        var sentences = Sentences.Select(parts => parts.ToArray()).ToArray();
        return row =>
        {
            var parts = sentences[sentences.Length == 1 ? 0 : row.Random.Below(sentences.Length)];
            if (parts.Length == 1)
                return parts[0].Write(row);
            var text = new System.Text.StringBuilder(48);
            foreach (var part in parts)
                text.Append(part.Write(row));
            return text.ToString();
        };
    }
}

/// <summary>A piece of a sentence: fixed text, one of some words, digits, the row's place, or the unit's abbreviation.</summary>
internal sealed record TextPart(string? Fixed, string[]? Words, int Digits)
{
    /// <summary>The row's place in its cohort, from 1.</summary>
    public static TextPart Index { get; } = new(null, null, -1);

    public string Write(DemoRow row) =>
        Fixed is not null ? Fixed
        : Words is not null ? Words[row.Random.Below(Words.Length)]
        : Digits < 0 ? (row.Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Digits > 0 ? string.Create(Digits, row.Random, FillDigits)
        : row.Unit.Abbr;

    private static void FillDigits(Span<char> digits, SplitMix64 random)
    {
        foreach (ref var digit in digits)
            digit = (char)('0' + random.Below(10));
    }
}
