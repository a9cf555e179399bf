namespace Fazhang.Core.Access;

/// <summary>A role held at a unit, perhaps for one business line only.</summary>
/// <param name="Role">Key of the role.</param>
/// <param name="UnitId">The unit; the role reaches its whole subtree.</param>
/// <param name="Line">Key of the business line; null = every line.</param>
/// <param name="For">Whose role it is, when it is exercised by delegation (授权); null = one's own.</param>
public sealed record Grant(string Role, long UnitId, string? Line, Principal? For = null);

/// <summary>The person in whose place somebody acts.</summary>
public sealed record Principal(long AccountId, string Login, string Name);

/// <summary>Who acts: a signed-in account with its grants, or the system itself.</summary>
public sealed record Actor
{
    public required long AccountId { get; init; }

    public required string Login { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>True only for the engine's own work (loading a demonstration, importing at the command line): no gate applies.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>The same person as the journal shows them when they act by this grant: 乙（受甲委托）.</summary>
    public Actor Through(Grant? grant) =>
        grant?.For is { } principal ? this with { Name = $"{Name}（受{principal.Name}委托）" } : this;

    /// <summary>The engine at work because of somebody: no gate applies, and the journal says who it was.</summary>
    public Actor ForSystem() => IsSystem ? this : this with { Name = $"系统（{Name}办理）", IsSystem = true, Person = this };

    /// <summary>Whose rights decide what is told: one's own, also while the engine works because of one.</summary>
    public Actor Reader => Person ?? this;

    private Actor? Person { get; init; }

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
