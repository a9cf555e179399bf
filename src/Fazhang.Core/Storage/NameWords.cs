namespace Fazhang.Core.Storage;

/// <summary>The sentences that plans of all kinds of names share.</summary>
internal static class NameWords
{
    public static SchemaChange Refuse(string words) => new(SchemaChangeKind.Refuse, words, []);

    /// <summary>The change when a name was retired or is used again; nothing otherwise.</summary>
    /// <param name="what">What it is, for example 台账“行政复议案件”的字段.</param>
    /// <param name="change">The name before and now.</param>
    /// <param name="effect">What retiring it means, begun with a comma; may be empty.</param>
    public static IEnumerable<SchemaChange> Retired(string what, NameChange change, string effect = "")
    {
        if (change.RetiredNow)
            yield return new(SchemaChangeKind.Retire, $"停用{what}“{change.Now!.Title}”（{change.Now.Key}）{effect}", []);
        if (change.RevivedNow)
            yield return new(SchemaChangeKind.Revive, $"重新使用{what}“{change.Now!.Title}”（{change.Now.Key}）", []);
    }

    /// <summary>Former names must stay in the definition: without them old entries could not be understood.</summary>
    public static IEnumerable<SchemaChange> Forgotten(string what, IReadOnlyList<NameChange> changes) =>
        changes
            .Where(change => change.Forgotten.Any())
            .Select(change =>
                Refuse(
                    $"{what}“{change.Now!.Title}”（{change.Now.Key}）没有写旧名 {string.Join("、", change.Forgotten)}，旧流水要靠它认出这一项。"
                        + $"写上 was: [{string.Join(", ", change.Before!.Keys.Where(key => key != change.Now.Key))}]。"
                )
            );
}
