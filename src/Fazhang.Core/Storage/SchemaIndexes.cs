using System.Security.Cryptography;
using System.Text;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Storage;

/// <summary>An index that a register wants.</summary>
/// <param name="Part">Its own part of the name: a fixed word, or one that ends with the key of its field.</param>
/// <param name="Unique">Whether it forbids doubles.</param>
/// <param name="On">Columns and condition: what stands behind the table's name.</param>
/// <param name="Field">The field it is made for, whose renaming renames it; null for the engine's own columns.</param>
internal sealed record RegisterIndex(string Part, bool Unique, string On, FieldDefinition? Field = null)
{
    /// <summary>Begins the part of indexes that keep a field unique; no field's key begins so.</summary>
    public const string UniquePart = "_";

    /// <summary>PostgreSQL cuts longer names, and two names cut alike would be one index.</summary>
    private const int LongestName = 63;

    /// <summary>
    /// Tables and indexes share one space of names: a register inspection with a field plan must not meet the register
    /// inspection_plan. Therefore another first letter than a table's and two underscores before the part.
    /// </summary>
    public string Name(string table)
    {
        var name = Prefix(table) + Part;
        return name.Length <= LongestName
            ? name
            : name[..(LongestName - 9)] + "_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name)))[..8];
    }

    /// <summary>How the names of all indexes of a table begin.</summary>
    public static string Prefix(string table) => "i" + table[1..] + "__";

    public string Create(string table) =>
        $"CREATE {(Unique ? "UNIQUE " : "")}INDEX IF NOT EXISTS {Name(table)} ON {SqlDialect.Quote(table)} {On}";
}

/// <summary>The indexes of a register: what the engine sorts, filters and keeps unique by.</summary>
internal static class SchemaIndexes
{
    /// <summary>
    /// The number (unique), what waits (due date), each date that an indicator counts on (drill-down and sorting), each of
    /// them within a unit (lists of some units), the unit, for a return the unit and month (unique), and what fields need:
    /// uniqueness that no race gets past, and links both ways.
    /// </summary>
    public static IEnumerable<RegisterIndex> Of(SqlDialect dialect, RegisterDefinition register)
    {
        if (register.Number is not null)
            yield return new("number", true, "(number) WHERE number IS NOT NULL");
        yield return new("due", false, "(due_on, id) WHERE due_on IS NOT NULL");
        yield return new("unit_due", false, "(unit, due_on, id) WHERE due_on IS NOT NULL");
        if (register.IsReturn)
            yield return new("period", true, "(period, unit)");
        else
            yield return new("unit", false, "(unit, id)");
        var filters = dialect.FiltersInIndexes ? Filters(register) : "";
        foreach (var field in Schema.SortableDates(register).Where(field => field.Key != "period"))
        {
            var column = SqlDialect.Quote(field.Column) + dialect.EmptyFirst;
            yield return new(field.Key, false, $"({column}, id)", field);
            yield return new("unit_" + field.Key, false, $"(unit, {column}, id{filters})", field);
            filters = "";
        }
        foreach (var field in register.Fields)
        {
            var column = SqlDialect.Quote(field.Column);
            if (field.UniqueWithin is { } within)
                // The columns are part of the name: a changed surrounding is another index.
                yield return new(
                    RegisterIndex.UniquePart + string.Join("_", within.Prepend(field.Key)),
                    true,
                    $"({string.Join(", ", within.Select(SqlDialect.Quote).Prepend(column))}) WHERE {column} IS NOT NULL",
                    field
                );
            if (field.Type is RecordField)
                yield return new(field.Key, false, $"({column}, id) WHERE {column} IS NOT NULL", field);
        }
    }

    /// <summary>
    /// The choices that lists show and are filtered by, behind the first date within a unit: a rare one is found in the index,
    /// without a look at each record of the unit.
    /// </summary>
    private static string Filters(RegisterDefinition register) =>
        string.Concat(
            register
                .Fields.Where(field => field.Listed && field.Type is ChoiceField && field.Personal == Personal.None)
                .Select(field => ", " + SqlDialect.Quote(field.Column))
        );
}
