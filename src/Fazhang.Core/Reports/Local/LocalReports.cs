using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Reports;

/// <summary>
/// The files of places' own report parts: <c>reports/CODE/YEAR.yaml</c> for the unit of that code, and for a demonstration
/// <c>demo/PLACE/report.yaml</c>.
/// </summary>
internal static class LocalReports
{
    private const string DemoFile = "report.yaml";

    /// <summary>The own part of a unit's report of a year; null when it has none, or after adding what is wrong with it.</summary>
    public static LocalReport? Find(
        Books books,
        Unit unit,
        int year,
        LocalReportReader reader,
        ICollection<DefinitionProblem> problems
    )
    {
        var directory = books.Catalogue.Directory;
        var own = Path.Combine(directory, "reports", unit.Code, $"{year}.yaml");
        var demo =
            unit.ParentId is null && DemoLoader.PlaceOf(books) is { } place
                ? Path.Combine(directory, "demo", place, DemoFile)
                : null;
        var path =
            File.Exists(own) ? own
            : File.Exists(demo) ? demo
            : null;
        if (path is null || Read(directory, path, reader, problems) is not { } local || (path == demo && local.Year != year))
            return null;
        foreach (var (name, (code, mark)) in local.Units)
            if (books.Units.Find(code) is not { } named || !unit.Contains(named))
                problems.Add(
                    new(
                        mark.File,
                        mark.Line,
                        $"units 里的“{name}”：{(books.Units.Find(code) is null ? $"没有代码为 {code} 的单位" : $"代码 {code} 的单位不在“{unit.Name}”之内")}。请核对单位代码。"
                    )
                );
        return local;
    }

    /// <summary>Reads every such file, for `check` and for the start.</summary>
    public static void CheckAll(string directory, LocalReportReader reader, ICollection<DefinitionProblem> problems)
    {
        foreach (var path in Files(directory))
            if (
                Read(directory, path, reader, problems) is { } local
                && Path.GetFileName(path) is var name
                && name != DemoFile
                && name != $"{local.Year}.yaml"
            )
                problems.Add(new(Relative(directory, path), 1, $"文件名应当是报告年度：{local.Year}.yaml。"));
    }

    private static IEnumerable<string> Files(string directory) =>
        Under(directory, "reports", "*.yaml").Concat(Under(directory, "demo", DemoFile)).Order(StringComparer.Ordinal);

    /// <summary>Files one folder below: reports/CODE/*, demo/PLACE/*.</summary>
    private static IEnumerable<string> Under(string directory, string folder, string pattern) =>
        Directory.Exists(Path.Combine(directory, folder))
            ? Directory
                .EnumerateDirectories(Path.Combine(directory, folder))
                .SelectMany(below => Directory.EnumerateFiles(below, pattern))
            : [];

    private static LocalReport? Read(
        string directory,
        string path,
        LocalReportReader reader,
        ICollection<DefinitionProblem> problems
    ) => YamlTree.Read(Relative(directory, path), File.ReadAllText(path), problems) is { } node ? reader.Read(node) : null;

    private static string Relative(string directory, string path) => Path.GetRelativePath(directory, path).Replace('\\', '/');
}
