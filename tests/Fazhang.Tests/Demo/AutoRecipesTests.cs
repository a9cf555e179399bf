using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Demo.Auto;

namespace Fazhang.Tests.Demo;

/// <summary>Records that are completed by the flow: every register, every state, lawful without a word about its fields.</summary>
public sealed class AutoRecipesTests
{
    public static TheoryData<string> Registers => [.. Repository.Catalogue.Registers.Keys];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Complete_EveryState_MakesLawfulRecords(string key)
    {
        var register = Repository.Catalogue.Registers[key];
        var wrong = new List<string>();
        foreach (var state in register.States.Where(state => !state.Retired))
            if (Make(register, state.Key) is { } problem)
                wrong.Add($"{state.Key}: {problem}");

        Assert.True(wrong.Count == 0, $"{key}\n" + string.Join("\n", wrong));
    }

    private static string? Make(RegisterDefinition register, string state)
    {
        var count = register.IsReturn ? "months: 2024-01..2024-12" : "count: 6";
        var text =
            $"registers:\n  {register.Key}:\n    units: {{bureau: 1}}\n    cohorts:\n      a: {{{count}, state: {state}}}\n";
        var problems = new List<DefinitionProblem>();
        var place = DemoPlace.Load(Dalian.Folder, Repository.Catalogue, problems, [YamlTree.Read("test.yaml", text, problems)!]);
        if (problems.Count > 0)
            return string.Join("\n", problems.Select(problem => problem.Message));
        try
        {
            var (_, rows) = place.Generate(Dalian.UnitId, (_, _) => [(1, 1)]).Single();
            Assert.NotEmpty(rows.ToList());
            return null;
        }
        catch (InvalidOperationException problem)
        {
            return problem.Message;
        }
    }
}
