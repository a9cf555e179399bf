using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Units;

namespace Fazhang.Core.Access;

/// <summary>
/// The one gate: what an actor may see and do. Lists, pages, forms, figures, drill-downs and exports all ask here;
/// nothing else in the project decides about rights.
/// </summary>
public sealed partial class Gate(Catalogue catalogue, UnitTree units)
{
    /// <summary>Whether the actor may do something outside the registers.</summary>
    public bool May(Actor actor, Permission permission) =>
        actor.IsSystem
        || actor.Grants.Any(grant => catalogue.Roles.Any(role => role.Key == grant.Role && role.May.Contains(permission)));

    public bool CanRead(Actor actor, RegisterDefinition register) => Reach(actor, register, register.Access.Read).Any;

    public bool CanRead(Actor actor, RegisterDefinition register, long unitId) =>
        Reach(actor, register, register.Access.Read).Includes(unitId);

    public bool CanCreate(Actor actor, RegisterDefinition register) =>
        !register.Retired && Reach(actor, register, register.Access.Create).Any;

    public bool CanCreate(Actor actor, RegisterDefinition register, long unitId) =>
        !register.Retired && Reach(actor, register, register.Access.Create).Includes(unitId);

    public bool CanChange(Actor actor, RegisterDefinition register, long unitId) =>
        Reach(actor, register, register.Access.Change).Includes(unitId);

    /// <summary>Whether the actor may do the action on a record, and by which of their grants (null for the engine itself).</summary>
    public bool CanAct(Actor actor, ActionDefinition action, Record record, EvaluationContext context, out Grant? by) =>
        Holds(
            actor,
            record.Register,
            action.By,
            record.UnitId,
            grant => action.Who is null || action.Who.Evaluate(UserWords.Values(record.Values, actor, grant), context) is true,
            out by
        );

    /// <summary>Whether the actor holds one of the roles for a unit's records, and by which grant.</summary>
    public bool Holds(Actor actor, RegisterDefinition register, IReadOnlyCollection<string> roles, long unitId, out Grant? by) =>
        Holds(actor, register, roles, unitId, _ => true, out by);

    /// <summary>The units for whose records the actor holds one of the roles.</summary>
    public Reach RoleReach(Actor actor, RegisterDefinition register, IReadOnlyList<string> roles) =>
        Reach(actor, register, roles);

    public bool CanSeePersonal(Actor actor, RegisterDefinition register, long unitId) =>
        Reach(actor, register, register.Access.Personal).Includes(unitId);

    /// <summary>The units whose records of a register the actor may read.</summary>
    public Reach ReadReach(Actor actor, RegisterDefinition register) => Reach(actor, register, register.Access.Read);

    /// <summary>The units whose records' personal fields the actor may see, and therefore search in.</summary>
    public Reach PersonalReach(Actor actor, RegisterDefinition register) => Reach(actor, register, register.Access.Personal);

    /// <summary>The units the actor may register new records for, in tree order.</summary>
    public IReadOnlyList<Unit> CreateUnits(Actor actor, RegisterDefinition register)
    {
        var reach = Reach(actor, register, register.Access.Create);
        return [.. units.All.Where(unit => reach.Includes(unit.Id))];
    }

    /// <summary>
    /// The units whose figures the actor may see. Figures are totals without personal data, so a role with the right
    /// to figures sees those of its whole subtree, in every line.
    /// </summary>
    public Reach FigureReach(Actor actor) => ReachOf(actor, Permission.Figures);

    /// <summary>The units for whose subtrees the actor may close and correct figures (关账、更正).</summary>
    public Reach ClosingReach(Actor actor) => ReachOf(actor, Permission.Closing);

    /// <summary>The units whose closed periods the actor may open again (重开).</summary>
    public Reach ReopeningReach(Actor actor) => ReachOf(actor, Permission.Reopening);

    private Reach ReachOf(Actor actor, Permission permission) =>
        actor.IsSystem
            ? Access.Reach.All(units)
            : new Reach(
                units,
                [
                    .. actor
                        .Grants.Where(grant =>
                            catalogue.Roles.Any(role => role.Key == grant.Role && role.May.Contains(permission))
                        )
                        .Select(grant => units.Find(grant.UnitId))
                        .OfType<Unit>(),
                ]
            );

    private bool Holds(
        Actor actor,
        RegisterDefinition register,
        IReadOnlyCollection<string> roles,
        long unitId,
        Func<Grant, bool> fits,
        out Grant? by
    )
    {
        by = null;
        if (actor.IsSystem)
            return true;
        if (units.Find(unitId) is not { } unit)
            return false;
        // One's own grants stand first: nobody acts for another what they may do themselves.
        by = actor.Grants.FirstOrDefault(grant =>
            (grant.Line is null || grant.Line == register.Line)
            && roles.Contains(grant.Role)
            && units.Find(grant.UnitId)?.Contains(unit) == true
            && fits(grant)
        );
        return by is not null;
    }

    private Reach Reach(Actor actor, RegisterDefinition register, IEnumerable<string> roles) =>
        actor.IsSystem
            ? Access.Reach.All(units)
            : new Reach(
                units,
                [
                    .. actor
                        .Grants.Where(grant => (grant.Line is null || grant.Line == register.Line) && roles.Contains(grant.Role))
                        .Select(grant => units.Find(grant.UnitId))
                        .OfType<Unit>(),
                ]
            );
}

/// <summary>A set of subtrees.</summary>
public sealed class Reach(UnitTree units, IReadOnlyList<Unit> roots)
{
    public IReadOnlyList<Unit> Roots => roots;

    public bool Any => roots.Count > 0;

    public bool Everything => units.Root is { } root && roots.Any(unit => unit.Id == root.Id);

    public bool Includes(long unitId) => units.Find(unitId) is { } unit && roots.Any(root => root.Contains(unit));

    public static Reach All(UnitTree units) => new(units, units.Root is { } root ? [root] : []);

    /// <summary>SQL condition on a unit column; only numbers from the tree go into it.</summary>
    public string Sql(string column) =>
        !Any ? "1 = 0"
        : Everything ? "1 = 1"
        : $"{column} IN (SELECT id FROM unit WHERE {string.Join(" OR ", roots.Select(root => $"lft BETWEEN {root.Left} AND {root.Right}"))})";
}
