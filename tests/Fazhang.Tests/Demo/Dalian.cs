using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Shouldly;

namespace Fazhang.Tests.Demo;

/// <summary>The demonstration city, read and generated once for all tests of this folder.</summary>
internal static class Dalian
{
    private static readonly Lazy<DemoPlace> Loaded = new(Load);

    private static readonly Lazy<Dictionary<string, List<object?[]>>> Generated = new(() =>
        Place
            .Generate(UnitId)
            .GroupBy(pair => pair.Register.Key)
            .ToDictionary(parts => parts.Key, parts => parts.SelectMany(part => part.Rows).ToList())
    );

    private static readonly Lazy<Dictionary<string, long>> Numbers = new(() =>
        Place.Units.Select((unit, index) => (unit.Code, index)).ToDictionary(pair => pair.Code, pair => (long)pair.index + 1)
    );

    public static DemoPlace Place => Loaded.Value;

    public static string Folder => Path.Combine(Repository.Definitions, "demo", "dalian-2024");

    /// <summary>A unit's number: its place in units.yaml, counted from 1.</summary>
    public static long UnitId(string code) => Numbers.Value[code];

    /// <summary>The registers that the demonstration has records of.</summary>
    public static IEnumerable<string> Registers => Generated.Value.Keys;

    public static IReadOnlyList<object?[]> Rows(string register) => Generated.Value[register];

    /// <summary>The rows of a register whose date falls into a year and that satisfy a condition.</summary>
    public static IEnumerable<DemoRecord> In(int year, string register, string date) =>
        Records(register).Where(record => record.Date(date)?.Year == year);

    public static IEnumerable<DemoRecord> Records(string register)
    {
        var definition = Repository.Catalogue.Registers[register];
        return Rows(register).Select(values => new DemoRecord(definition, values));
    }

    public static DemoPlace Load()
    {
        var problems = new List<DefinitionProblem>();
        var place = DemoPlace.Load(Folder, Repository.Catalogue, problems);
        problems.ShouldBeEmpty();
        return place;
    }
}

/// <summary>A generated record with its fields by name.</summary>
internal readonly record struct DemoRecord(RegisterDefinition Register, object?[] Values)
{
    public string? Code(string field) => Value(field) as string;

    public DateOnly? Date(string field) => Value(field) as DateOnly?;

    public long Number(string field) => Value(field) as long? ?? 0;

    public object? Value(string field) => Values[Register.Field(field)!.Slot];
}
