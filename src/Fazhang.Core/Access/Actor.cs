namespace Fazhang.Core.Access;

/// <summary>A role held at a unit, perhaps for one business line only.</summary>
public sealed record Grant(string Role, long UnitId, string? Line);

/// <summary>Who acts: a signed-in account with its grants, or the system itself.</summary>
public sealed record Actor
{
    public required long AccountId { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>True only for the engine's own work (loading a demonstration, importing at the command line): no gate applies.</summary>
    public bool IsSystem { get; private init; }

    public static Actor System(string name) =>
        new()
        {
            AccountId = 0,
            Login = "system",
            Name = name,
            Grants = [],
            IsSystem = true,
        };
}
