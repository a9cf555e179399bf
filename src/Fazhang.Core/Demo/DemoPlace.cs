using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;

namespace Fazhang.Core.Demo;

/// <summary>
/// A demonstration place: its units, its accounts and cohorts of synthetic records whose totals are published figures.
/// No record describes a real person or case.
/// </summary>
public sealed class DemoPlace
{
    private readonly IReadOnlyList<CohortFile> files;
    private readonly WorkCalendar calendar;

    internal DemoPlace(DemoPlaceHead head, IReadOnlyList<CohortFile> files, WorkCalendar calendar)
    {
        this.files = files;
        this.calendar = calendar;
        Key = head.Key;
        Name = head.Name;
        Office = head.Office;
        Year = head.Year;
        Today = head.Today;
        Note = head.Note;
        Published = head.Published;
        Units = head.Units;
        Accounts = head.Accounts;
    }

    public string Key { get; }

    public string Name { get; }

    /// <summary>The bureau that writes the annual report.</summary>
    public string Office { get; }

    /// <summary>The year of the report.</summary>
    public int Year { get; }

    /// <summary>The day on which the demonstration stands still.</summary>
    public DateOnly Today { get; }

    /// <summary>What is public and what is invented, in words.</summary>
    public string Note { get; }

    /// <summary>The figures that the records must add up to.</summary>
    public IReadOnlyList<PublishedFigure> Published { get; }

    public IReadOnlyList<DemoUnit> Units { get; }

    public IReadOnlyList<DemoAccount> Accounts { get; }

    public int TotalRecords => files.Sum(file => file.Cohorts.Sum(cohort => cohort.Count));

    /// <summary>Reads the folder of a place. Every problem is added to the list; the place is usable only without any.</summary>
    public static DemoPlace Load(string directory, Catalogue catalogue, ICollection<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(problems);
        var files = new DemoFiles(directory, problems);
        var head = new DemoPlaceReader(files, catalogue, problems).Read();
        var words = WordReader.Read(files.Read("words.yaml"), problems);
        var cohorts = new List<CohortFile>();
        foreach (var node in files.ReadAll("cohorts"))
            if (new CohortReader(head.Units, words, catalogue, problems).Read(node) is { } file)
                cohorts.Add(file);
        foreach (var again in cohorts.GroupBy(file => file.Register.Key).Where(group => group.Count() > 1))
            problems.Add(new("cohorts", 1, $"台账“{again.Key}”有 {again.Count()} 个文件。合并成一个。"));
        // In menu order: what a visitor opens first is there first.
        var order = catalogue.Registers.Keys.ToList();
        return new DemoPlace(head, [.. cohorts.OrderBy(file => order.IndexOf(file.Register.Key))], catalogue.Calendar);
    }

    /// <summary>
    /// All records, register by register in menu order, as values by slot. The number is left to the importer. The same
    /// call gives the same records.
    /// </summary>
    /// <param name="unitId">The number of a unit in the books, by its code.</param>
    public IEnumerable<(RegisterDefinition Register, IEnumerable<object?[]> Rows)> Generate(Func<string, long> unitId)
    {
        ArgumentNullException.ThrowIfNull(unitId);
        var ids = Units.ToDictionary(unit => unit.Code, unit => unitId(unit.Code), StringComparer.Ordinal);
        var generator = new DemoGenerator(Key, Units, ids, calendar);
        foreach (var file in files)
            yield return (file.Register, generator.Rows(file));
    }
}
