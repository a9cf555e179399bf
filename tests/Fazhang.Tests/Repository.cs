using Fazhang.Core.Definitions;

namespace Fazhang.Tests;

/// <summary>The checkout the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Definitions => Path.Combine(Root, "definitions");

    /// <summary>The real definitions; loaded once, they are immutable.</summary>
    public static Catalogue Catalogue => LoadedCatalogue.Value;

    private static readonly Lazy<Catalogue> LoadedCatalogue = new(() =>
    {
        var problems = new List<DefinitionProblem>();
        return DefinitionLoader.Load(Definitions, problems) ?? throw new DefinitionException(problems);
    });

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Fazhang.slnx")))
                return directory.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
