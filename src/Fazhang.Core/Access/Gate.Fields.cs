using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Access;

/// <summary>Rights to single fields: `visible`, `editable` and personal data.</summary>
public sealed partial class Gate
{
    /// <summary>Whether the actor may see the field of a record at that unit and in that state. Says nothing about masking.</summary>
    public bool CanSee(Actor actor, RegisterDefinition register, FieldDefinition field, long unitId, string state) =>
        Open(actor, register, field.Visible, unitId, state);

    /// <summary>
    /// Whether the actor may fill in or correct the field. <paramref name="isNew"/>: of a record being entered, when there is
    /// nothing to see yet; later a personal field is changed only by those who may see it.
    /// </summary>
    public bool CanEdit(
        Actor actor,
        RegisterDefinition register,
        FieldDefinition field,
        long unitId,
        string state,
        bool isNew = false
    ) =>
        Open(actor, register, field.Visible, unitId, state)
        && Open(actor, register, field.Editable, unitId, state)
        && (isNew || field.Personal == Personal.None || CanSeePersonal(actor, register, unitId));

    /// <summary>
    /// SQL condition on the register's table: the records in which the actor may see the field in clear, and may therefore
    /// search in it, filter by it and sort by it. Only names and numbers from definitions and the tree go into it.
    /// </summary>
    public string SeeSql(Actor actor, RegisterDefinition register, FieldDefinition field)
    {
        var conditions = new List<string>();
        if (field.Visible is { } visible && !actor.IsSystem)
        {
            if (visible.States is { } states)
                conditions.Add(
                    states.Count == 0 ? "1 = 0" : $"state IN ({string.Join(", ", states.Select(SqlDialect.Literal))})"
                );
            if (visible.Roles is { } roles)
                conditions.Add(Reach(actor, register, roles).Sql("unit"));
        }
        if (field.Personal != Personal.None)
            conditions.Add(PersonalReach(actor, register).Sql("unit"));
        return conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", conditions);
    }

    /// <summary>Whether there are records in which the actor may see the field in clear: whether to offer a filter by it.</summary>
    public bool CanSeeSome(Actor actor, RegisterDefinition register, FieldDefinition field) =>
        IsOpenTo(actor, register, field) && (field.Personal == Personal.None || PersonalReach(actor, register).Any);

    /// <summary>Whether the field is meant for a role that the actor has, masked or not: whether a list has a column for it.</summary>
    public bool IsOpenTo(Actor actor, RegisterDefinition register, FieldDefinition field) =>
        actor.IsSystem || field.Visible?.Roles is not { } roles || Reach(actor, register, roles).Any;

    private bool Open(Actor actor, RegisterDefinition register, FieldAccess? access, long unitId, string state) =>
        access is null
        || actor.IsSystem
        || (
            access.States?.Contains(state) != false
            && (access.Roles is null || Reach(actor, register, access.Roles).Includes(unitId))
        );
}
