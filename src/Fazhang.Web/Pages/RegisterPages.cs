using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>What the list of a register shows.</summary>
public sealed record RegisterModel
{
    public required RegisterDefinition Register { get; init; }

    public required ListFilter Filter { get; init; }

    public required RecordPage Page { get; init; }

    public required bool CanCreate { get; init; }

    /// <summary>The units offered in the search block.</summary>
    public required IReadOnlyList<Unit> Units { get; init; }
}

/// <summary>The list of a register.</summary>
public static class RegisterPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/r/{register}", List);

    /// <summary>The register, when it exists and the visitor may read something of it; otherwise the answer to give.</summary>
    public static RegisterDefinition? Readable(Visit visit, string key, out IResult refusal)
    {
        ArgumentNullException.ThrowIfNull(visit);
        refusal = Answers.Missing(visit);
        if (!visit.Catalogue.Registers.TryGetValue(key, out var register))
            return null;
        if (visit.Gate.CanRead(visit.Actor, register))
            return register;
        var roles = string.Join("、", register.Access.Read.Select(visit.Catalogue.RoleTitle));
        refusal = Answers.Refused(
            visit,
            $"您的角色不能查看“{register.Title}”。能查看的角色是：{roles}。需要查看的，请向系统管理员申请。"
        );
        return null;
    }

    private static IResult List(Visit visit, string register)
    {
        if (Readable(visit, register, out var refusal) is not { } definition)
            return refusal;
        var filter = ListFilter.Read(visit, definition);
        if (filter.Unknown || (filter.Behind is { } cell && !LeadsHere(visit, definition, cell)))
            return Answers.Missing(visit);
        var reach = visit.Gate.ReadReach(visit.Actor, definition);
        return Answers.Page<RegisterPage, RegisterModel>(
            visit,
            new RegisterModel
            {
                Register = definition,
                Filter = filter,
                Page = new RecordList(visit.Books).Page(visit.Actor, definition, filter.Query),
                CanCreate = visit.Gate.CanCreate(visit.Actor, definition),
                Units = [.. visit.Books.Units.All.Where(unit => reach.Includes(unit.Id))],
            }
        );
    }

    private static bool LeadsHere(Visit visit, RegisterDefinition register, FigureCell cell) =>
        DrillDown.LeadsTo(visit.Catalogue, cell.Indicator, register);
}
