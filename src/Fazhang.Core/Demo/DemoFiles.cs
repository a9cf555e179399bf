using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo;

/// <summary>The YAML files of a demonstration folder; paths in messages are relative to it.</summary>
internal sealed class DemoFiles(string directory, ICollection<DefinitionProblem> problems)
{
    public string FolderName => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));

    public YamlNode? Read(string name)
    {
        var path = Path.Combine(directory, name);
        if (File.Exists(path))
            return YamlTree.Read(name, File.ReadAllText(path), problems);
        problems.Add(new(name, 1, "缺少这个文件。演示城市需要 place.yaml、units.yaml、accounts.yaml、words.yaml 和 cohorts/。"));
        return null;
    }

    /// <summary>Every file of a folder, in the order of its name.</summary>
    public IReadOnlyList<YamlNode> ReadAll(string folder)
    {
        var path = Path.Combine(directory, folder);
        if (!Directory.Exists(path))
            return [];
        return
        [
            .. Directory
                .EnumerateFiles(path, "*.yaml")
                .Order(StringComparer.Ordinal)
                .Select(file => Read(Path.Combine(folder, Path.GetFileName(file))))
                .OfType<YamlNode>(),
        ];
    }
}
