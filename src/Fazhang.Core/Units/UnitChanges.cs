using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Units;

/// <summary>What a file of units changes.</summary>
/// <param name="Changes">Each change in words.</param>
/// <param name="Refused">What cannot be done, and what to write instead; then nothing is done.</param>
/// <param name="Moves">Whether a unit that was there comes to lie under another one.</param>
public sealed record UnitPlan(IReadOnlyList<string> Changes, IReadOnlyList<string> Refused, bool Moves);

/// <summary>
/// Brings the units of the books to those of a file: new ones, other names, other places in the tree. A unit is known by its
/// code and never goes away: one that is merged into another is moved below it, and its records and figures with it. Figures
/// follow the tree at once; what was published stays as it was, beside what the records make now.
/// </summary>
public sealed class UnitChanges(Books books)
{
    /// <summary>What <see cref="Apply"/> would do; changes nothing.</summary>
    public UnitPlan Plan(IReadOnlyList<UnitInput> inputs) => Plan(books.Units, inputs);

    /// <summary>
    /// Does it in one transaction with a journal entry. Programs that have these books open keep the tree they know: they must
    /// be started again.
    /// </summary>
    public UnitPlan Apply(Actor actor, IReadOnlyList<UnitInput> inputs, string reason)
    {
        var plan = books.Write(
            (connection, transaction) =>
            {
                books.Dialect.LockForReading(connection, transaction, "unit");
                var before = UnitTree.Load(connection, transaction);
                var plan = Plan(before, inputs);
                if (plan.Refused.Count > 0 || plan.Changes.Count == 0)
                    return plan;
                Write(connection, transaction, before, inputs);
                if (plan.Moves)
                {
                    // Nobody may fold postings into totals along the tree of before meanwhile.
                    books.Dialect.LockForReading(connection, transaction, "cell_own");
                    CellTables.SumUp(connection, transaction);
                }
                using var json = new JournalJson();
                JournalWriter.AppendEvent(
                    connection,
                    transaction,
                    books,
                    JournalAction.Units,
                    actor,
                    reason,
                    json.Write("changes", plan.Changes)
                );
                return plan;
            }
        );
        books.Refresh();
        return plan;
    }

    private static UnitPlan Plan(UnitTree before, IReadOnlyList<UnitInput> inputs)
    {
        var names = inputs.ToDictionary(input => input.Code, input => input.Name, StringComparer.Ordinal);
        var changes = new List<string>();
        var moves = false;
        foreach (var input in inputs)
        {
            if (before.Find(input.Code) is not { } unit)
            {
                changes.Add($"新增“{input.Name}”（{input.Code}），在{Under(input.ParentCode)}");
                continue;
            }
            if (unit.Name != input.Name)
                changes.Add($"“{unit.Name}”（{unit.Code}）改称“{input.Name}”");
            if (unit.Abbr != input.Abbr)
                changes.Add($"“{input.Name}”的简称由“{unit.Abbr}”改为“{input.Abbr}”，以后的编号用新的");
            if (unit.Kind != input.Kind)
                changes.Add($"“{input.Name}”的类别由 {unit.Kind} 改为 {input.Kind}");
            var parent = unit.ParentId is { } id ? before.Find(id) : null;
            if (parent?.Code == input.ParentCode)
                continue;
            moves = true;
            changes.Add($"“{input.Name}”由{parent?.Name ?? "最上级"}移到{Under(input.ParentCode)}，它和下级的记录、数字随之");
        }
        return new(
            changes,
            [
                .. before
                    .All.Where(unit => !names.ContainsKey(unit.Code))
                    .Select(unit =>
                        $"文件里没有“{unit.Name}”（{unit.Code}）：单位不能删去。并入别的单位的，照旧列出，把 parent 写成接收的单位。"
                    ),
            ],
            moves
        );

        string Under(string? code) => code is null ? "最上级" : $"“{names.GetValueOrDefault(code, code)}”之下";
    }

    private static void Write(
        DbConnection connection,
        DbTransaction transaction,
        UnitTree before,
        IReadOnlyList<UnitInput> inputs
    )
    {
        var next = before.All.Count == 0 ? 0 : before.All.Max(unit => unit.Id);
        var ids = inputs.ToDictionary(
            input => input.Code,
            input => before.Find(input.Code)?.Id ?? ++next,
            StringComparer.Ordinal
        );
        foreach (var unit in UnitTree.Of(inputs, ids).All)
            connection.Execute(
                "INSERT INTO unit (id, code, name, abbr, kind, parent_id, lft, rgt) VALUES (@Id, @Code, @Name, @Abbr, @Kind, @ParentId, @Left, @Right) "
                    + "ON CONFLICT (id) DO UPDATE SET name = excluded.name, abbr = excluded.abbr, kind = excluded.kind, "
                    + "parent_id = excluded.parent_id, lft = excluded.lft, rgt = excluded.rgt",
                unit,
                transaction
            );
    }
}
