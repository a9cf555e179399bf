using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Demo.Compare;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>The books of the demonstration cities, each loaded once for the tests of a class, which only read them.</summary>
public sealed class PlaceBooks : IDisposable
{
    private readonly Dictionary<string, TestBooks> loaded = new(StringComparer.Ordinal);

    /// <summary>Every folder of definitions/demo that is a place.</summary>
    public static IEnumerable<string> All =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Definitions, "demo"))
            .Where(path => File.Exists(Path.Combine(path, "place.yaml")))
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal);

    public Core.Storage.Books Of(string place)
    {
        if (!loaded.TryGetValue(place, out var test))
        {
            loaded[place] = test = new TestBooks(withUnits: false);
            new DemoLoader(test.Books, test.Directory).Run(place, TestContext.Current.CancellationToken);
        }
        return test.Books;
    }

    /// <summary>The figures that the city published, each with its indicator or the reason why it has none.</summary>
    public static IReadOnlyList<PlaceFigure> Published(string place)
    {
        var problems = new List<DefinitionProblem>();
        var directory = Path.Combine(Repository.Definitions, "demo", place);
        var head = DemoPlace.Load(directory, Repository.Catalogue, problems);
        var published = PlaceFigureReader.Read(directory, head, Repository.Catalogue, problems);
        problems.ShouldBeEmpty();
        return published;
    }

    public void Dispose()
    {
        foreach (var test in loaded.Values)
            test.Dispose();
    }
}
