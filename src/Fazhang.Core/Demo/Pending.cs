using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo;

#pragma warning disable
public sealed record DemoUnit
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Abbr { get; init; }
    public required string Kind { get; init; }
    public string? ParentCode { get; init; }
}

public sealed record DemoAccount
{
    public required string Login { get; init; }
    public required string Name { get; init; }
    public required string Role { get; init; }
    public required string UnitCode { get; init; }
    public string? Line { get; init; }
}

public sealed class DemoPlace
{
    public static DemoPlace Load(string directory, Catalogue catalogue, ICollection<DefinitionProblem> problems) => new();

    public string Key,
        Name,
        Office;
    public int Year;
    public DateOnly Today;
    public IReadOnlyDictionary<string, string> Variables;
    public IReadOnlyList<DemoUnit> Units = [];
    public IReadOnlyList<DemoAccount> Accounts = [];
    public int TotalRecords;

    public IEnumerable<(RegisterDefinition Register, IEnumerable<object?[]> Rows)> Generate(Func<string, long> unitId) => [];
}
