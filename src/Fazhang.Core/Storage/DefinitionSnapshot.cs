using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dapper;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Storage;

/// <summary>
/// A name of the definitions as the books last knew it: its key, title, former keys, whether it was retired, for a state
/// whether it was final, for a field the codes it takes.
/// </summary>
internal sealed record NameSnapshot(
    string Key,
    string Title,
    bool Retired,
    IReadOnlyList<string> Was,
    bool Final = false,
    IReadOnlyList<NameSnapshot>? Codes = null
)
{
    /// <summary>The key and every former one.</summary>
    public IEnumerable<string> Keys => [Key, .. Was];
}

/// <summary>The names of one register.</summary>
internal sealed record RegisterSnapshot(
    NameSnapshot Name,
    IReadOnlyList<NameSnapshot> Fields,
    IReadOnlyList<NameSnapshot> States,
    IReadOnlyList<NameSnapshot> Actions
);

/// <summary>
/// What the definitions said when they were last applied to these books, kept in the books. Tables and columns can be looked
/// up in the database; that an action, a state or an indicator is gone or retired can only be seen by comparing with this.
/// </summary>
internal sealed record DefinitionSnapshot(IReadOnlyList<RegisterSnapshot> Registers, IReadOnlyList<NameSnapshot> Indicators)
{
    private const string Setting = "definitions";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static DefinitionSnapshot Of(Catalogue catalogue) =>
        new(
            [.. catalogue.Registers.Values.Select(Of)],
            [.. catalogue.Indicators.Values.Select(own => new NameSnapshot(own.Key, own.Title, own.Retired, own.Was))]
        );

    /// <summary>The snapshot in the books, or null when they are new (or older than snapshots).</summary>
    public static DefinitionSnapshot? Load(DbConnection connection, DbTransaction transaction)
    {
        var text = connection.ExecuteScalar<string>(
            "SELECT value FROM setting WHERE key = @Setting",
            new { Setting },
            transaction
        );
        return text is null ? null : JsonSerializer.Deserialize<DefinitionSnapshot>(text, Options);
    }

    public void Save(DbConnection connection, DbTransaction transaction) =>
        Books.SetSetting(connection, transaction, Setting, JsonSerializer.Serialize(this, Options));

    public static RegisterSnapshot Of(RegisterDefinition register) =>
        new(
            new(register.Key, register.Title, register.Retired, register.Was),
            [
                .. register
                    .Fields.Where(field => !field.BuiltIn)
                    .Select(field => new NameSnapshot(
                        field.Key,
                        field.Title,
                        field.Retired,
                        field.Was,
                        Codes: field.Choices is { } choices
                            ? [.. choices.Items.Select(item => new NameSnapshot(item.Code, item.Title, item.Retired, item.Was))]
                            : null
                    )),
            ],
            [.. register.States.Select(state => new NameSnapshot(state.Key, state.Title, state.Retired, state.Was, state.Final))],
            [.. register.Actions.Select(own => new NameSnapshot(own.Key, own.Title, own.Retired, own.Was))]
        );
}

/// <summary>A name before and now; either may be missing.</summary>
internal readonly record struct NameChange(NameSnapshot? Before, NameSnapshot? Now)
{
    public bool Renamed => Before is not null && Now is not null && Before.Key != Now.Key;

    public bool Removed => Now is null;

    public bool RetiredNow => Before is { Retired: false } && Now is { Retired: true };

    public bool RevivedNow => Before is { Retired: true } && Now is { Retired: false };

    /// <summary>Former names that the definition no longer mentions although old entries carry them.</summary>
    public IEnumerable<string> Forgotten => Before is null || Now is null ? [] : Before.Keys.Except(Now.Keys);

    /// <summary>Pairs the names of before with those of now, by key and by former key.</summary>
    public static IReadOnlyList<NameChange> Between(IReadOnlyList<NameSnapshot> before, IReadOnlyList<NameSnapshot> now)
    {
        var changes = now.Select(name => new NameChange(
                before.FirstOrDefault(old => old.Key == name.Key) ?? before.FirstOrDefault(old => name.Was.Contains(old.Key)),
                name
            ))
            .ToList();
        var found = changes.Select(change => change.Before?.Key).ToHashSet();
        changes.AddRange(before.Where(old => !found.Contains(old.Key)).Select(old => new NameChange(old, null)));
        return changes;
    }
}
