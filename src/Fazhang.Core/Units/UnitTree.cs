using System.Data.Common;
using Dapper;

namespace Fazhang.Core.Units;

/// <summary>A unit to be put into the tree; units come in any order, parents are named by code.</summary>
public sealed record UnitInput(string Code, string Name, string Abbr, string Kind, string? ParentCode);

/// <summary>All units of the books, in memory: a province has a few thousand.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<long, Unit> byId;
    private readonly Dictionary<string, Unit> byCode;

    private UnitTree(IReadOnlyList<Unit> units)
    {
        All = units;
        byId = units.ToDictionary(unit => unit.Id);
        byCode = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
    }

    /// <summary>Every unit, in tree order.</summary>
    public IReadOnlyList<Unit> All { get; }

    /// <summary>The topmost unit, or null while there are none.</summary>
    public Unit? Root => All.Count == 0 ? null : All[0];

    public Unit? Find(long id) => byId.GetValueOrDefault(id);

    public Unit? Find(string code) => byCode.GetValueOrDefault(code);

    public string NameOf(long id) => Find(id)?.Name ?? $"单位 {id}";

    public IEnumerable<Unit> Subtree(Unit unit) => All.Where(unit.Contains);

    public IEnumerable<Unit> Children(Unit unit) => All.Where(other => other.ParentId == unit.Id);

    /// <summary>How deep a unit lies; the root is 0.</summary>
    public int Depth(Unit unit) => unit.ParentId is { } parent && Find(parent) is { } up ? Depth(up) + 1 : 0;

    public static UnitTree Load(DbConnection connection, DbTransaction? transaction = null) =>
        new([
            .. connection
                .Query<(long, string, string, string, string, long?, long, long)>(
                    "SELECT id, code, name, abbr, kind, parent_id, lft, rgt FROM unit ORDER BY lft",
                    transaction: transaction
                )
                .Select(row => new Unit
                {
                    Id = row.Item1,
                    Code = row.Item2,
                    Name = row.Item3,
                    Abbr = row.Item4,
                    Kind = row.Item5,
                    ParentId = row.Item6,
                    Left = row.Item7,
                    Right = row.Item8,
                }),
        ]);

    /// <summary>A tree that is in no books, with the numbers given; parents stand before their children.</summary>
    internal static UnitTree Of(IReadOnlyList<UnitInput> inputs, IReadOnlyDictionary<string, long> ids)
    {
        var children = inputs.ToLookup(input => input.ParentCode);
        var units = new List<Unit>();
        var next = 0L;
        foreach (var root in children[null])
            Add(root, null);
        return new UnitTree(units);

        void Add(UnitInput input, long? parent)
        {
            var at = units.Count;
            var left = ++next;
            units.Add(null!);
            foreach (var child in children[input.Code])
                Add(child, ids[input.Code]);
            units[at] = new Unit
            {
                Id = ids[input.Code],
                Code = input.Code,
                Name = input.Name,
                Abbr = input.Abbr,
                Kind = input.Kind,
                ParentId = parent,
                Left = left,
                Right = ++next,
            };
        }
    }

    /// <summary>Writes a whole tree into empty books. The first unit without a parent is the root; there must be one.</summary>
    /// <exception cref="ArgumentException">A parent is missing, or there is not exactly one root.</exception>
    public static void Create(DbConnection connection, DbTransaction transaction, IReadOnlyList<UnitInput> inputs)
    {
        var children = inputs.ToLookup(input => input.ParentCode);
        var codes = inputs.Select(input => input.Code).ToHashSet(StringComparer.Ordinal);
        if (children[null].Count() != 1)
            throw new ArgumentException("单位树要有且只有一个顶层单位。", nameof(inputs));
        if (inputs.FirstOrDefault(input => input.ParentCode is { } parent && !codes.Contains(parent)) is { } orphan)
            throw new ArgumentException($"单位“{orphan.Name}”的上级 {orphan.ParentCode} 不存在。", nameof(inputs));
        var next = 0L;
        var id = 0L;
        Insert(children[null].Single(), null);

        void Insert(UnitInput input, long? parent)
        {
            var own = ++id;
            var left = ++next;
            var at = new
            {
                own,
                input.Code,
                input.Name,
                input.Abbr,
                input.Kind,
                parent,
                left,
            };
            connection.Execute(
                "INSERT INTO unit (id, code, name, abbr, kind, parent_id, lft, rgt) VALUES (@own, @Code, @Name, @Abbr, @Kind, @parent, @left, 0)",
                at,
                transaction
            );
            foreach (var child in children[input.Code])
                Insert(child, own);
            var right = ++next;
            connection.Execute("UPDATE unit SET rgt = @right WHERE id = @own", new { right, own }, transaction);
        }
    }
}
