using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>Since when a unit, with all below it that say nothing else, keeps records of its own in a register.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Register">Key of the register of records.</param>
/// <param name="Since">The first month, year × 100 + month; <see cref="Keeping.Never"/> when only returns speak again.</param>
public sealed record KeepingSince(long UnitId, string Register, int Since);

/// <summary>
/// Which of two sources speaks (the one rule): records from the month on from which the unit keeps them, its returns before
/// that. What is said for a unit holds for all below it, unless one of those has its own. Where nothing was ever said, returns
/// speak. So for each unit and month exactly one source counts.
/// </summary>
public sealed class Keeping
{
    /// <summary>A month that never comes: the unit keeps no records, its returns speak.</summary>
    public const int Never = 999912;

    private readonly Dictionary<string, IReadOnlyList<Range>> ranges = new(StringComparer.Ordinal);
    private readonly UnitTree units;

    private Keeping(UnitTree units, IReadOnlyList<KeepingSince> all)
    {
        this.units = units;
        All = all;
        foreach (var own in all.GroupBy(one => one.Register, StringComparer.Ordinal))
            ranges[own.Key] = Ranges(units, own.ToDictionary(one => one.UnitId, one => one.Since));
    }

    /// <summary>What was said last, for each unit and register.</summary>
    public IReadOnlyList<KeepingSince> All { get; }

    /// <summary>The first month in which the unit's records speak; <see cref="Never"/> when they do not.</summary>
    public int Since(string register, long unitId) =>
        units.Find(unitId) is { } unit
        && ranges.TryGetValue(register, out var own)
        && own.FirstOrDefault(range => range.Left <= unit.Left && unit.Left <= range.Right) is { } found
            ? found.Since
            : Never;

    /// <summary>SQL: true where the records of the unit in a row of the register speak for the month of a date column.</summary>
    internal string RecordsSpeak(string register, SqlDialect dialect, string dateColumn) =>
        Sql(
            register,
            range =>
                $"(unit IN (SELECT id FROM unit WHERE lft BETWEEN {range.Left} AND {range.Right}) "
                + $"AND {dateColumn} >= {dialect.Literal(new DateOnly(range.Since / 100, range.Since % 100, 1))})"
        );

    /// <summary>SQL: true where the records of unit u speak for the month of cell c.</summary>
    internal string RecordsSpeakForCell(string register) =>
        Sql(register, range => $"(u.lft BETWEEN {range.Left} AND {range.Right} AND c.month >= {range.Since})");

    internal static Keeping Load(
        DbConnection connection,
        Definitions.Catalogue catalogue,
        UnitTree units,
        DbTransaction? transaction = null
    ) =>
        new(
            units,
            [
                .. connection
                    .Query<(long UnitId, string Register, long Since)>(
                        "SELECT unit_id, register, since FROM keeping ORDER BY id",
                        transaction: transaction
                    )
                    // What was said of a register stands under the name it had then; the last word counts.
                    .GroupBy(row => (Register: catalogue.RegisterNow(row.Register), row.UnitId))
                    .OrderBy(said => said.Key.Register, StringComparer.Ordinal)
                    .ThenBy(said => said.Key.UnitId)
                    .Select(said => new KeepingSince(said.Key.UnitId, said.Key.Register, (int)said.Last().Since)),
            ]
        );

    private string Sql(string register, Func<Range, string> condition) =>
        ranges.TryGetValue(register, out var own) && own.Where(range => range.Since < Never).ToList() is { Count: > 0 } spoken
            ? string.Join(" OR ", spoken.Select(condition))
            : "1 = 0";

    /// <summary>The tree, unit by unit in its order, as runs of units with the same first month.</summary>
    private static List<Range> Ranges(UnitTree units, Dictionary<long, int> said)
    {
        var since = new Dictionary<long, int>();
        var runs = new List<Range>();
        foreach (var unit in units.All)
        {
            var own =
                said.TryGetValue(unit.Id, out var month) ? month
                : unit.ParentId is { } parent ? since[parent]
                : Never;
            since[unit.Id] = own;
            if (runs.Count > 0 && runs[^1].Since == own)
                runs[^1] = runs[^1] with { Right = unit.Left };
            else
                runs.Add(new Range(unit.Left, unit.Left, own));
        }
        return runs;
    }

    private sealed record Range(long Left, long Right, int Since)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Left}–{Right}: {Since}");
    }
}
