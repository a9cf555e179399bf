namespace Fazhang.Core.Definitions.Shapes;

/// <summary>A kind of definition file.</summary>
/// <param name="Path">Where such files lie below the definitions folder; * stands for names.</param>
/// <param name="Shape">What is in them.</param>
public sealed record DefinitionFileKind(string Path, Shape Shape)
{
    /// <summary>The name of its JSON Schema in docs/reference.</summary>
    public string SchemaFile => Shape.Name + ".schema.json";

    /// <summary>Whether a file, named relative to the definitions folder, is of this kind.</summary>
    public bool Fits(string file) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Path, file.Replace('\\', '/'), ignoreCase: false);
}

/// <summary>All kinds of definition files.</summary>
public static class DefinitionFiles
{
    public static IReadOnlyList<DefinitionFileKind> All { get; } =
    [
        new("registers/*.yaml", RegisterShapes.Register),
        new("indicators/*.yaml", IndicatorShapes.File),
        new("choices/*.yaml", ListShapes.Choices),
        new("lines.yaml", ListShapes.Lines),
        new("roles.yaml", ListShapes.Roles),
        new("settings.yaml", SettingShapes.File),
        new("calendar/*.yaml", ListShapes.Calendar),
        new("reports/*/*.yaml", ReportShapes.Local),
        new("demo/*/report.yaml", ReportShapes.Local),
        new("demo/*/place.yaml", DemoShapes.Place),
        new("demo/*/units.yaml", DemoShapes.Units),
        new("demo/*/accounts.yaml", DemoShapes.Accounts),
        new("demo/*/words.yaml", DemoShapes.Words),
        new("demo/*/cohorts/*.yaml", DemoShapes.Cohorts),
        new("demo/*/lines/*.yaml", DemoShapes.CohortRegisters),
        new("demo/common/registers/*.yaml", DemoShapes.Commons),
        new("demo/common/guesses.yaml", DemoShapes.Guesses),
    ];
}
