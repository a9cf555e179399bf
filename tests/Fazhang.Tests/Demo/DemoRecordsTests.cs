using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;
using Shouldly;

namespace Fazhang.Tests.Demo;

/// <summary>Every generated record is one that a clerk could have entered: types, required fields, codes, rules, flow.</summary>
public sealed class DemoRecordsTests
{
    private static readonly EvaluationContext Context = new()
    {
        Today = Dalian.Place.Today,
        Calendar = Repository.Catalogue.Calendar,
    };

    public static TheoryData<string> Registers => [.. Dalian.Registers];

    [Theory]
    [MemberData(nameof(Registers))]
    public void Values_OfEveryRecord_HaveTheTypeOfTheirField(string register)
    {
        var fields = Repository.Catalogue.Registers[register].Fields;

        foreach (var row in Dalian.Rows(register))
        foreach (var field in fields)
            if (row[field.Slot] is { } value)
            {
                var fits = field.Type switch
                {
                    UnitField => value is long id && id >= 1 && id <= Dalian.Place.Units.Count,
                    IntegerField or MoneyField => value is long number && !(number < field.Min) && !(number > field.Max),
                    DateField => value is DateOnly,
                    MonthField => value is DateOnly { Day: 1 },
                    YesNoField => value is bool,
                    ChoiceField => value is string code && field.Choices!.Has(code),
                    _ => value is string text && field.Type.Parse(text).Error is null,
                };
                if (!fits)
                    Assert.Fail($"{register}.{field.Key} = {value}");
            }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Records_All_HaveWhatIsRequiredAndKeepTheRules(string register)
    {
        var definition = Repository.Catalogue.Registers[register];
        var required = definition.Fields.Where(field => field.Required && field.Key != "number").ToList();
        var conditional = definition.Fields.Where(field => field.RequiredWhen is not null).ToList();

        foreach (var row in Dalian.Rows(register))
        {
            foreach (var field in required)
                if (row[field.Slot] is null)
                    Assert.Fail($"{register}.{field.Key}: {Show(definition, row)}");
            foreach (var field in conditional)
                if (row[field.Slot] is null)
                    field
                        .RequiredWhen!.Evaluate(row, Context)
                        .ShouldNotBe(true, $"{register}.{field.Key}: {Show(definition, row)}");
            foreach (var rule in definition.Rules)
                if (rule.Check.Evaluate(row, Context) is false)
                    Assert.Fail($"{rule.Say} {Show(definition, row)}");
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Records_InAState_HaveWhatTheActionThatLeadsThereAsks(string register)
    {
        var definition = Repository.Catalogue.Registers[register];
        var ways = definition.States.ToDictionary(
            state => state.Key,
            state => definition.Actions.Where(action => action.To == state.Key).Select(NeedsFields).ToList()
        );
        foreach (var row in Dalian.Rows(register))
        {
            var state = (string)row[FieldDefinition.StateSlot]!;
            if (ways[state] is not { Count: > 0 } into || state == definition.Initial.Key)
                continue;
            if (!into.Any(fields => fields.All(field => row[field.Slot] is not null)))
                Assert.Fail($"{register}: no way into this state. {Show(definition, row)}");
        }
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Dates_OfEveryRecord_AreNotAfterTheDayTheDemonstrationStandsStill(string register)
    {
        var definition = Repository.Catalogue.Registers[register];
        var dates = definition.Fields.Where(field => field.Type is DateField && field.Key != "valid_until").ToList();

        foreach (var row in Dalian.Rows(register))
        foreach (var field in dates)
            if (row[field.Slot] is DateOnly date && date > Dalian.Place.Today)
                Assert.Fail($"{register}.{field.Key}: {Show(definition, row)}");
    }

    [Theory]
    [MemberData(nameof(Registers))]
    public void Records_WithANumber_ComeInTheOrderOfItsDate(string register)
    {
        var definition = Repository.Catalogue.Registers[register];
        if (definition.Number?.Parts.FirstOrDefault(part => part.Kind == NumberPartKind.Date)?.Field is not { } field)
            return;

        var dates = Dalian.Rows(register).Select(row => row[field.Slot]).OfType<DateOnly>().ToList();

        dates.ShouldBe(dates.Order().ToList());
    }

    [Fact]
    public void Generate_Twice_GivesTheSameRecords()
    {
        var again = Dalian.Load();

        foreach (var parts in again.Generate(Dalian.UnitId).GroupBy(pair => pair.Register))
        {
            var register = parts.Key;
            var first = Dalian.Rows(register.Key);
            var second = parts.SelectMany(part => part.Rows).ToList();
            second.Count.ShouldBe(first.Count);
            for (var i = 0; i < first.Count; i++)
                if (!second[i].SequenceEqual(first[i]))
                    Assert.Fail($"{register.Key}, row {i}");
        }
    }

    /// <summary>The fields that are filled after an action: those it asks and must have, and those it sets.</summary>
    private static List<FieldDefinition> NeedsFields(ActionDefinition action) =>
        [.. action.Asks.Where(field => !action.Optional.Contains(field.Key)), .. action.Sets.Select(set => set.Field)];

    private static string Show(RegisterDefinition definition, object?[] row) =>
        string.Join(
            ", ",
            definition.Fields.Where(field => row[field.Slot] is not null).Select(field => $"{field.Key}={row[field.Slot]}")
        );
}
