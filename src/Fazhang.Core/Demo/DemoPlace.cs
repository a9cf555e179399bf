using Fazhang.Core.Deadlines;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;

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
        LastYear = head.LastYear;
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

    /// <summary>The registers whose year before is complete too; of the others there are only the cases carried over.</summary>
    public IReadOnlyList<string> LastYear { get; }

    public IReadOnlyList<DemoUnit> Units { get; }

    public IReadOnlyList<DemoAccount> Accounts { get; }

    public int TotalRecords => files.Sum(file => file.Cohorts.Sum(cohort => cohort.Count));

    /// <summary>Reads the folder of a place. Every problem is added to the list; the place is usable only without any.</summary>
    public static DemoPlace Load(string directory, Catalogue catalogue, ICollection<DefinitionProblem> problems) =>
        Load(directory, catalogue, problems, null);

    /// <summary>The same with other cohorts than those in the folder, to be completed by the flow.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="catalogue">The definitions.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="nodes">The cohorts; null for those in the folder.</param>
    /// <param name="around">Changes what place.yaml and units.yaml say: another day, other units.</param>
    /// <param name="plain">Without the recipes that all places share.</param>
    internal static DemoPlace Load(
        string directory,
        Catalogue catalogue,
        ICollection<DefinitionProblem> problems,
        IReadOnlyList<YamlNode>? nodes,
        Func<DemoPlaceHead, DemoPlaceHead>? around = null,
        bool plain = false
    )
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(problems);
        var files = new DemoFiles(directory, problems);
        var head = new DemoPlaceReader(files, catalogue, problems).Read();
        head = around?.Invoke(head) ?? head;
        var common = new DemoFiles(Path.Combine(directory, "..", "common"), problems);
        var words = WordReader.Read(common.Read("words.yaml"), problems).ToDictionary();
        foreach (var (name, list) in WordReader.Read(files.Read("words.yaml"), problems))
            words[name] = list;
        words["place"] = [head.Name];
        words["year"] = [head.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var reader = new CohortReader(
            head,
            new(words, common.Read("guesses.yaml"), problems),
            plain ? new Dictionary<string, YamlNode>() : Shared(common, problems),
            catalogue,
            problems
        );
        var cohorts = nodes is null
            ? files
                .ReadAll("cohorts")
                .Select(reader.ReadOne)
                .OfType<CohortFile>()
                .Concat(files.ReadAll("lines").SelectMany(reader.ReadSeveral))
                .ToList()
            : [.. nodes.SelectMany(reader.ReadSeveral)];
        foreach (var again in cohorts.GroupBy(file => file.Register.Key).Where(group => group.Count() > 1))
            problems.Add(new("cohorts", 1, $"台账“{again.Key}”有 {again.Count()} 个文件。合并成一个。"));
        return new DemoPlace(head, InOrder(cohorts, catalogue), catalogue.Calendar);
    }

    private static Dictionary<string, YamlNode> Shared(DemoFiles common, ICollection<DefinitionProblem> problems)
    {
        var shared = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var node in common.ReadAll("registers"))
        {
            var reader = new YamlReader(node, node.Mark, DemoShapes.Commons, null, problems);
            foreach (var entry in reader.Entries("registers"))
                if (!shared.TryAdd(entry.Key, entry.Value))
                    problems.Add(new(entry.Mark.File, entry.Mark.Line, $"台账“{entry.Key}”写了两次。合并成一处。"));
            reader.Done();
        }
        return shared;
    }

    /// <summary>In menu order, so that what a visitor opens first is there first; but after the registers it refers to.</summary>
    private static List<CohortFile> InOrder(List<CohortFile> files, Catalogue catalogue)
    {
        var ordered = new List<CohortFile>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in catalogue.Registers.Keys)
            Visit(key);
        return ordered;

        void Visit(string key)
        {
            if (!seen.Add(key) || files.Find(file => file.Register.Key == key) is not { } file)
                return;
            foreach (var field in file.Register.Fields)
                if (field.Type is Fields.RecordField { Of: var of } && (field.Required || !Requires(of, key)))
                    Visit(of);
            ordered.Add(file);
        }

        // Where two registers refer to each other, the one that cannot do without the other comes after it.
        bool Requires(string key, string other) =>
            catalogue.Registers.TryGetValue(key, out var register)
            && register.Fields.Any(field =>
                field is { Required: true, Type: Fields.RecordField reference } && reference.Of == other
            );
    }

    /// <summary>
    /// All records, register by register in menu order, as values by slot; a register whose records refer to each other
    /// comes in several parts. The number is left to the importer. The same call gives the same records.
    /// </summary>
    /// <param name="unitId">The number of a unit in the books, by its code.</param>
    /// <param name="targets">
    /// Finds the records of registers that came before; without it only the registers whose fields are all written out come.
    /// </param>
    public IEnumerable<(RegisterDefinition Register, IEnumerable<object?[]> Rows)> Generate(
        Func<string, long> unitId,
        DemoTargets? targets = null,
        DemoTexts? texts = null
    )
    {
        ArgumentNullException.ThrowIfNull(unitId);
        var ids = Units.ToDictionary(unit => unit.Code, unit => unitId(unit.Code), StringComparer.Ordinal);
        var generator = new DemoGenerator(
            this,
            ids,
            calendar,
            targets ?? ((_, _) => []),
            texts ?? ((_, _) => new Dictionary<long, string>())
        );
        foreach (var file in files.Where(file => targets is not null || file.Cohorts.All(cohort => cohort.Path is null)))
        foreach (var part in file.Parts())
            yield return (file.Register, generator.Rows(part));
    }
}
