namespace Fazhang.Core.Definitions;

/// <summary>
/// A code of a choice list. A code below another one names it as parent; a retired code stays readable on old records and
/// cannot be chosen anew. Depth counts from 0.
/// </summary>
public sealed record Choice(string Code, string Title, string? Parent = null, int Depth = 0, bool Retired = false)
{
    /// <summary>Codes it had before: old journal entries still carry them.</summary>
    public IReadOnlyList<string> Was { get; init; } = [];
}

/// <summary>A closed list of codes with their Chinese titles, children after their parent.</summary>
public sealed record ChoiceList(string Key, string Title, IReadOnlyList<Choice> Items)
{
    private readonly Dictionary<string, int> positions = Items
        .Select((item, position) => (item.Code, position))
        .ToDictionary(pair => pair.Code, pair => pair.position, StringComparer.Ordinal);

    /// <summary>How to choose: the help of every field that uses the list and has none of its own.</summary>
    public string? Help { get; init; }

    public bool Has(string code) => positions.ContainsKey(code);

    public string TitleOf(string code) => positions.TryGetValue(code, out var at) ? Items[at].Title : code;

    public bool IsRetired(string code) => positions.TryGetValue(code, out var at) && Items[at].Retired;

    /// <summary>Today's code of a code that the list has or once had; the code itself when it never did.</summary>
    public string Now(string code) => Has(code) ? code : Items.FirstOrDefault(item => item.Was.Contains(code))?.Code ?? code;

    /// <summary>The place of a code in the list; unknown codes come last.</summary>
    public int PositionOf(string code) => positions.GetValueOrDefault(code, int.MaxValue);

    /// <summary>The code that has this title, if only one has; codes in use come before retired ones.</summary>
    public string? CodeOf(string title)
    {
        var found = Items.Where(item => item.Title == title).ToList();
        return (found.Count == 1 ? found : found.FindAll(item => !item.Retired)) is [var only] ? only.Code : null;
    }

    /// <summary>The code and all codes below it, at any depth; an unknown code alone.</summary>
    public IReadOnlyList<string> Subtree(string code)
    {
        if (!positions.TryGetValue(code, out var at))
            return [code];
        return [code, .. Items.Skip(at + 1).TakeWhile(item => item.Depth > Items[at].Depth).Select(item => item.Code)];
    }
}
