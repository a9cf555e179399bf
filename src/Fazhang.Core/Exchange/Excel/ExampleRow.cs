using System.Globalization;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Exchange.Excel;

/// <summary>
/// An invented row for a register's sample sheet: what a new record needs, lawful by the register's own rules, with the
/// words of the demonstration. Given the books, it names their units and records that the reader may read, so that it can
/// be brought in as it stands; without them it speaks of the demonstration's units.
/// </summary>
public static class ExampleRow
{
    /// <summary>The record that stands for one that is not there yet.</summary>
    private const long Missing = 0;

    private const int DaysBack = 300;

    private static readonly Dictionary<string, string> None = [];

    /// <summary>
    /// The row by field, as people write it; empty when the definitions have no demonstration to take words from. The unit is
    /// left empty, which means that of whoever brings the sheet in.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(Catalogue catalogue, RegisterDefinition register)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(register);
        List<DemoUnit> units = [];
        var row = Make(
            catalogue,
            register,
            head =>
            {
                units = [.. head.Units];
                return head;
            },
            null,
            code => units.FindIndex(unit => unit.Code == code) + 1,
            (_, _) => [],
            (field, id) => field.Type is UnitField ? units[(int)id - 1].Name : Register(catalogue, field)
        );
        row.Remove(register.Fields[FieldDefinition.UnitSlot].Key);
        return row;
    }

    /// <summary>The same for the reader of books; empty too for who may enter nothing.</summary>
    public static IReadOnlyDictionary<string, string> Of(Books books, Actor actor, RegisterDefinition register)
    {
        ArgumentNullException.ThrowIfNull(books);
        if (
            books.Units.All.FirstOrDefault(unit => books.Gate.CanCreate(actor, register, unit.Id)) is not { } own
            || own.Code.Length < 2
        )
            return None;
        var words = new FieldWords(books, actor);
        return Make(
            books.Catalogue,
            register,
            head =>
                head with
                {
                    Today = books.Clock.Today,
                    Year = books.Clock.Today.Year,
                    Units = [.. books.Units.All.Select(unit => Unit(books, unit))],
                },
            own.Code,
            code => books.Units.Find(code)!.Id,
            (key, having) => Targets(books, actor, key, having),
            (field, id) => Name(books, words, field, id)
        );
    }

    private static DemoUnit Unit(Books books, Unit unit) =>
        new()
        {
            Code = unit.Code,
            Name = unit.Name,
            Abbr = unit.Abbr,
            Kind = unit.Kind,
            ParentCode = unit.ParentId is { } parent ? books.Units.Find(parent)?.Code : null,
        };

    private static string Name(Books books, FieldWords words, FieldDefinition field, long id) =>
        field.Type switch
        {
            RecordField when id == Missing => Register(books.Catalogue, field),
            RecordField reference => words.NumberOf(reference.Of, id) ?? string.Create(CultureInfo.InvariantCulture, $"#{id}"),
            UnitField => books.Units.All.Count(unit => unit.Name == words.Unit(id)) > 1
                ? books.Units.Find(id)!.Code
                : words.Unit(id),
            _ => words.User(id),
        };

    /// <summary>What stands for the number of a record that is not there yet.</summary>
    private static string Register(Catalogue catalogue, FieldDefinition field) =>
        $"（“{catalogue.Registers[((RecordField)field.Type).Of].Title}”里的编号）";

    /// <summary>Records that the reader may read, those that have the values wanted if there are any.</summary>
    private static List<(long Id, long Unit)> Targets(
        Books books,
        Actor actor,
        string key,
        IReadOnlyList<(string Field, object Value)> having
    )
    {
        var register = books.Catalogue.Registers[key];
        var conditions = having.Select((one, i) => $" AND {SqlDialect.Quote(one.Field)} = @v{i}");
        var values = new DynamicParameters();
        for (var i = 0; i < having.Count; i++)
            values.Add($"v{i}", having[i].Value);
        var some = books.Read(connection =>
            connection
                .Query<(long, long)>(
                    $"SELECT id, unit FROM {SqlDialect.Quote(register.Table)} WHERE {books.Gate.ReadReach(actor, register).Sql("unit")}{string.Concat(conditions)} ORDER BY id LIMIT 1",
                    values
                )
                .ToList()
        );
        return some.Count == 0 && having.Count > 0 ? Targets(books, actor, key, []) : some;
    }

    private static Dictionary<string, string> Make(
        Catalogue catalogue,
        RegisterDefinition register,
        Func<DemoPlaceHead, DemoPlaceHead> around,
        string? unit,
        Func<string, long> unitId,
        DemoTargets targets,
        Func<FieldDefinition, long, string> names
    )
    {
        if (Place(catalogue) is not { } folder)
            return None;
        // The recipes that the demonstrations share make the better example; where they do not fit these units, the
        // definition alone decides. What is entered for a whole year often takes only the year's first day.
        var values =
            Values(folder, catalogue, register, around, unit, unitId, targets, plain: false, newYear: false)
            ?? Values(folder, catalogue, register, around, unit, unitId, targets, plain: true, newYear: false)
            ?? Values(folder, catalogue, register, around, unit, unitId, targets, plain: false, newYear: true)
            ?? Values(folder, catalogue, register, around, unit, unitId, targets, plain: true, newYear: true);
        if (values is null)
            return None;
        return RegisterSheet
            .Columns(register)
            .Where(field => values[field.Slot] is not null)
            .ToDictionary(
                field => field.Key,
                field => SheetWords.Write(field, values[field.Slot]!, names),
                StringComparer.Ordinal
            );
    }

    private static object?[]? Values(
        string folder,
        Catalogue catalogue,
        RegisterDefinition register,
        Func<DemoPlaceHead, DemoPlaceHead> around,
        string? unit,
        Func<string, long> unitId,
        DemoTargets targets,
        bool plain,
        bool newYear
    )
    {
        var today = default(DateOnly);
        var problems = new List<DefinitionProblem>();
        var nodes = new List<YamlNode>();
        var place = DemoPlace.Load(
            folder,
            catalogue,
            problems,
            nodes,
            head =>
            {
                head = around(head);
                today = head.Today;
                nodes.Add(
                    YamlTree.Read(
                        "example.yaml",
                        Cohort(
                            register,
                            head.Units.First(one => one.Code == (unit ?? one.Code)),
                            newYear ? new(today.Year, 1, 1) : today.AddDays(-DaysBack),
                            newYear ? new(today.Year, 1, 1) : today
                        ),
                        problems
                    )!
                );
                return head;
            },
            plain
        );
        if (problems.Count > 0)
            return null;
        try
        {
            return place
                .Generate(unitId, (key, having) => targets(key, having) is { Count: > 0 } some ? some : [(Missing, 0)])
                .SelectMany(file => file.Rows)
                .First();
        }
        catch (InvalidOperationException)
        {
            // The recipes cannot meet the register's rules with these units: the caller tries without them, or has no example.
            return null;
        }
    }

    /// <summary>One record as it is entered, with its dates between two days.</summary>
    private static string Cohort(RegisterDefinition register, DemoUnit unit, DateOnly from, DateOnly to)
    {
        var selector = char.IsAsciiDigit(unit.Code[0]) ? unit.Code : unit.Kind;
        var count = "count: 1";
        if (register.IsReturn)
        {
            var month = register.PeriodOf(to.AddMonths(-register.PeriodMonths));
            count = string.Create(CultureInfo.InvariantCulture, $"months: {month:yyyy-MM}..{month:yyyy-MM}");
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"registers:\n  {register.Key}:\n    units: {{'{selector}': 1}}\n    cohorts:\n      example: {{{count}, state: {register.Initial.Key}, period: {from:yyyy-MM-dd}..{to:yyyy-MM-dd}}}\n"
        );
    }

    /// <summary>The first demonstration of the definitions; its words and, without books, its units are used.</summary>
    private static string? Place(Catalogue catalogue) =>
        DemoLoader.PlacesOf(catalogue) is [var first, ..] ? Path.Combine(catalogue.Directory, "demo", first) : null;
}
