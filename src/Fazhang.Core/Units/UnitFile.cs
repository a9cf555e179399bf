using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;

namespace Fazhang.Core.Units;

/// <summary>Reads a file of units: the same format as units.yaml of a demonstration.</summary>
public static class UnitFile
{
    /// <summary>The units, parents before children. Every mistake is added to the list; the units are usable only without any.</summary>
    public static IReadOnlyList<UnitInput> Read(string path, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var name = Path.GetFileName(path);
        var node = YamlTree.Read(name, File.ReadAllText(path), problems);
        return problems.Count > 0
            ? []
            :
            [
                .. DemoPlaceReader
                    .Units(node, name, problems)
                    .Select(unit => new UnitInput(unit.Code, unit.Name, unit.Abbr, unit.Kind, unit.ParentCode)),
            ];
    }
}
