using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Web.Access;

namespace Fazhang.Web.Pages;

/// <summary>The definitions, and how they were changed while the books were in use.</summary>
public sealed record DefinitionsModel(Catalogue Catalogue, IReadOnlyList<DefinitionEntry> History);

/// <summary>The definitions the site runs on, read-only: what the files say, in words.</summary>
public static class DefinitionPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/system/definitions", List);
        routes.MapGet("/system/definitions/{register}", Show);
    }

    private static IResult List(Visit visit) =>
        visit.May(Permission.System)
            ? Answers.Page<DefinitionsPage, DefinitionsModel>(
                visit,
                new DefinitionsModel(visit.Catalogue, DefinitionHistory.Latest(visit.Books))
            )
            : Refused(visit);

    private static IResult Show(Visit visit, string register) =>
        !visit.May(Permission.System) ? Refused(visit)
        : visit.Catalogue.Registers.TryGetValue(register, out var definition)
            ? Answers.Page<DefinitionPage, RegisterDefinition>(visit, definition)
        : Answers.Missing(visit);

    private static IResult Refused(Visit visit)
    {
        var roles = visit.Catalogue.Roles.Where(role => role.May.Contains(Permission.System)).Select(role => role.Title);
        return Answers.Refused(visit, $"系统管理由{string.Join("、", roles)}使用。需要了解台账定义的，请联系他们。");
    }
}
