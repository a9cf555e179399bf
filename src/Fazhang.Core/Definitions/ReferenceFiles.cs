using Fazhang.Core.Definitions.Shapes;

namespace Fazhang.Core.Definitions;

/// <summary>The files of docs/reference that are made from code and definitions, by name.</summary>
public static class ReferenceFiles
{
    public static IReadOnlyDictionary<string, string> Of(Catalogue catalogue)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["registers.md"] = DefinitionReference.Write(catalogue),
            ["definitions.md"] = DefinitionLanguage.Write(),
        };
        foreach (var kind in DefinitionFiles.All.DistinctBy(kind => kind.SchemaFile))
            files.Add(kind.SchemaFile, DefinitionSchema.Write(kind));
        return files;
    }
}
