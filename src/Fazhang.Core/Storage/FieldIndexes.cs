using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Storage;

/// <summary>The indexes that fields need beside those of the register: uniqueness that no race gets past, and links both ways.</summary>
internal static class FieldIndexes
{
    /// <summary>Unique indexes by their field, for a message when existing records stand in the way.</summary>
    public static IEnumerable<(FieldDefinition Field, string Sql)> Of(RegisterDefinition register)
    {
        foreach (var field in register.Fields)
        {
            var column = SqlDialect.Quote(field.Column);
            if (field.UniqueWithin is { } within)
            {
                // The columns are part of the name: a changed surrounding is another index.
                var name = $"u_{register.Table}_{string.Join("_", within.Prepend(field.Key))}";
                var columns = string.Join(", ", within.Select(SqlDialect.Quote).Prepend(column));
                yield return (
                    field,
                    $"CREATE UNIQUE INDEX IF NOT EXISTS {Name(name)} ON {SqlDialect.Quote(register.Table)} ({columns}) WHERE {column} IS NOT NULL"
                );
            }
            if (field.Type is RecordField)
                yield return (
                    field,
                    $"CREATE INDEX IF NOT EXISTS {Name($"{register.Table}_{field.Key}")} ON {SqlDialect.Quote(register.Table)} ({column}, id) WHERE {column} IS NOT NULL"
                );
        }
    }

    /// <summary>PostgreSQL cuts names at 63 characters, which could make two the same.</summary>
    private static string Name(string name) =>
        name.Length <= 60
            ? name
            : name[..44]
                + "_"
                + Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))
                )[..12];
}
