using Fazhang.Core.Definitions;

namespace Fazhang.Core.Storage;

/// <summary>
/// Plans what cannot be seen in tables and columns: states and actions that were renamed, retired or removed, fields and
/// registers that were retired, registers that are gone.
/// </summary>
internal static class RegisterNames
{
    /// <summary>Registers the books know and the definitions do not: refused while they hold records.</summary>
    public static IEnumerable<SchemaChange> Removed(DatabaseFacts database, DefinitionSnapshot before, Catalogue catalogue)
    {
        var names = catalogue.Registers.Values.SelectMany(register => register.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in before.Registers.Select(own => own.Name).Where(name => !names.Contains(name.Key)))
        {
            var table = RegisterDefinition.TableOf(gone.Key);
            if (database.HasTable(table) && database.Any(table, "1 = 1"))
                yield return NameWords.Refuse(
                    $"定义里没有台账“{gone.Title}”（{gone.Key}），而它有 {database.Count(table)} 条记录。"
                        + $"如果改了名称，在新台账上写 was: {gone.Key}；如果不再使用，把定义放回去并加上 retired: true。"
                );
        }
    }

    /// <param name="table">The table as it is called now in the database.</param>
    public static IEnumerable<SchemaChange> Plan(
        DatabaseFacts database,
        RegisterSnapshot before,
        RegisterDefinition register,
        string? table
    )
    {
        if (table is null)
            return [];
        var now = DefinitionSnapshot.Of(register);
        return
        [
            .. NameWords.Retired("台账", new NameChange(before.Name, now.Name), "，不再登记新记录，已有的仍可查看和办理"),
            .. NameWords.Forgotten("台账", [new NameChange(before.Name, now.Name)]),
            .. Fields(database, NameChange.Between(before.Fields, now.Fields), register, table),
            .. States(database, NameChange.Between(before.States, now.States), register, table),
            .. Actions(database, NameChange.Between(before.Actions, now.Actions), register),
        ];
    }

    /// <summary>Fields: renames and removals are planned from the columns; here retirement, forgotten names, and codes.</summary>
    private static IEnumerable<SchemaChange> Fields(
        DatabaseFacts database,
        IReadOnlyList<NameChange> changes,
        RegisterDefinition register,
        string table
    )
    {
        var columns = database.Columns(table);
        foreach (var change in changes)
        {
            foreach (var retired in NameWords.Retired($"台账“{register.Title}”的字段", change, Filled(change)))
                yield return retired;
            foreach (var code in CodeNames.Plan(database, change, register, table))
                yield return code;
        }
        foreach (var forgotten in NameWords.Forgotten($"台账“{register.Title}”的字段", changes))
            yield return forgotten;

        string Filled(NameChange change) =>
            change.RetiredNow && columns.ContainsKey(change.Before!.Key)
                ? $"，{database.Count(table, $"{SqlDialect.Quote(change.Before.Key)} IS NOT NULL")} 条记录的内容仍可查看"
                : "";
    }

    private static IEnumerable<SchemaChange> States(
        DatabaseFacts database,
        IReadOnlyList<NameChange> changes,
        RegisterDefinition register,
        string table
    )
    {
        var what = $"台账“{register.Title}”的环节";
        foreach (
            var change in changes.Where(change => change.Renamed || change.Removed || change.RetiredNow || change.RevivedNow)
        )
        {
            var count = database.Count(table, $"state = {SqlDialect.Literal(change.Before!.Key)}");
            if (change.Renamed)
                yield return new(
                    SchemaChangeKind.Rename,
                    $"{what}“{change.Now!.Title}”：名称 {change.Before!.Key} 改为 {change.Now.Key}，{count} 条记录随之",
                    [
                        $"UPDATE {SqlDialect.Quote(register.Table)} SET state = {SqlDialect.Literal(change.Now.Key)} "
                            + $"WHERE state = {SqlDialect.Literal(change.Before.Key)}",
                    ]
                );
            var seen = count > 0 ? $"有 {count} 条记录在这个环节" : "流水里有记录经过它";
            if (change.Removed && (count > 0 || InJournal(database, register, change, "state_from", "state_to")))
                yield return NameWords.Refuse(
                    $"定义里没有环节“{change.Before!.Title}”（{change.Before.Key}），而{seen}。"
                        + $"如果改了名称，在新环节上写 was: {change.Before.Key}；如果不再使用，把它写回定义，actions 写 []，并加上 retired: true。"
                );
            // A final state may be retired with records in it: they have come to their end there.
            if (change.RetiredNow && count > 0 && !change.Before!.Final)
                yield return NameWords.Refuse(
                    $"{what}“{change.Now!.Title}”不能停用：还有 {count} 条记录在这个环节，停用后它们走不出去。先办理完，或恢复它的操作。"
                );
            else
                foreach (var retired in NameWords.Retired(what, change))
                    yield return retired;
        }
        foreach (var forgotten in NameWords.Forgotten(what, changes))
            yield return forgotten;
    }

    private static IEnumerable<SchemaChange> Actions(
        DatabaseFacts database,
        IReadOnlyList<NameChange> changes,
        RegisterDefinition register
    )
    {
        var what = $"台账“{register.Title}”的操作";
        foreach (var change in changes)
        {
            if (change.Renamed)
                yield return new(
                    SchemaChangeKind.Rename,
                    $"{what}“{change.Now!.Title}”：名称 {change.Before!.Key} 改为 {change.Now.Key}",
                    []
                );
            if (change.Removed && InJournal(database, register, change, "action"))
                yield return NameWords.Refuse(
                    $"定义里没有操作“{change.Before!.Title}”（{change.Before.Key}），而流水里有记录办理过它。"
                        + $"如果改了名称，在新操作上写 was: {change.Before.Key}；如果不再使用，把它写回定义并加上 retired: true。"
                );
            foreach (var retired in NameWords.Retired(what, change))
                yield return retired;
        }
        foreach (var forgotten in NameWords.Forgotten(what, changes))
            yield return forgotten;
    }

    private static bool InJournal(
        DatabaseFacts database,
        RegisterDefinition register,
        NameChange change,
        params ReadOnlySpan<string> columns
    )
    {
        var keys = string.Join(", ", change.Before!.Keys.Select(SqlDialect.Literal));
        var registers = string.Join(", ", register.Keys.Select(SqlDialect.Literal));
        foreach (var column in columns)
            if (database.Any("journal", $"register IN ({registers}) AND {column} IN ({keys})"))
                return true;
        return false;
    }
}
