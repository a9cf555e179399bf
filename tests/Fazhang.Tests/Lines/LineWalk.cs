using System.Globalization;
using System.Text.RegularExpressions;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>
/// Takes registers through their flow by a script, one step a line. A value may name a unit (@city, @east, @town, @west) and
/// the record last entered in a register (#register.key).
/// <code>
/// = register.key                        what the following lines speak of
/// new field=value; field=value          enters a record (unit: the city, unless given)
/// no field=value -> words               the same record with these fields changed is refused with these words
/// do action field=value; field=value    acts on the record; whoever has to approve agrees
/// not action field=value -> words       the action is refused with these words
/// change field=value                    the record is corrected
/// offers register.key                   the record's page offers a form for that register, filled in already
/// opens register.key                    the action before has made a record there, which the following lines may speak of
/// state key · number text · due deadline date · none deadline (its clock does not exist) · figure indicator value
/// value field=text                      what the field holds
/// look                                  at the record again: another one has acted on it
/// mark name · take name                 remembers the record; speaks of it again
/// paper number -> words                 the record has the document of that number, with these words
/// </code>
/// </summary>
internal sealed partial class LineWalk(TestBooks test)
{
    private readonly Dictionary<string, Record> records = [];
    private readonly Dictionary<string, Record> marked = [];
    private Dictionary<string, string?> entered = [];
    private RegisterDefinition register = null!;
    private IReadOnlyList<Record> opened = [];

    /// <summary>The registers that the script has walked to a state without actions.</summary>
    public IEnumerable<string> Finished =>
        records.Values.Where(record => record.State.Final).Select(record => record.Register.Key);

    public void Run(string script)
    {
        foreach (var line in script.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            Step(line);
    }

    private Record Current
    {
        get => records[register.Key];
        set => records[register.Key] = value;
    }

    private void Step(string line)
    {
        var (word, rest) = Split(line, ' ');
        switch (word)
        {
            case "=":
                register = test.Register(rest);
                break;
            case "new":
                entered = Input("unit=@city; " + rest);
                Current = Saved(test.Records.Create(Actor(register.Access.Create), register, entered), line);
                break;
            case "no":
                var (changes, words) = Split(rest, " -> ");
                var input = new Dictionary<string, string?>(entered);
                foreach (var (key, value) in Input(changes))
                    input[key] = value;
                Refused(test.Records.Create(Actor(register.Access.Create), register, input), words, line);
                break;
            case "do":
                Current = Agreed(Saved(Act(rest), line), line);
                break;
            case "change":
                Current = Saved(
                    test.Records.Correct(
                        Actor(register.Access.Change),
                        register,
                        Current.Id,
                        Current.Version,
                        Input(rest),
                        "测试更正"
                    ),
                    line
                );
                break;
            case "offers":
                test.Records.Offered(Actor(register.Access.Create), Current, test.Records.History(Current))
                    .ShouldContain(offer => offer.Target.Key == rest, line);
                break;
            case "opens":
                var made = opened.Where(record => record.Register.Key == rest).ShouldHaveSingleItem(line);
                records[rest] = made;
                break;
            case "not":
                var (attempt, say) = Split(rest, " -> ");
                Refused(Act(attempt), say, line);
                break;
            case "paper":
                var (number, written) = Split(rest, " -> ");
                var papers = new Documents(test.Books);
                var paper = papers.Of(Current).Single(paper => paper.Number == number);
                ReportText.Of(papers.Open(Current, paper.Id)!).Text.ShouldContain(written, customMessage: line);
                break;
            case "value":
                var (what, shown) = Split(rest, '=');
                var field = register.Field(what)!;
                (Current[what] is { } held ? field.Type.Show(held) : "").ShouldBe(shown, line);
                break;
            case "look":
                Current = test.Records.Find(test.Actor("clerk"), register, Current.Id)!;
                break;
            case "mark":
                marked[rest] = Current;
                break;
            case "take":
                Current = marked[rest];
                break;
            case "state":
                Current.State.Key.ShouldBe(rest, line);
                break;
            case "number":
                Current.Number.ShouldBe(rest, line);
                break;
            case "due":
                var (deadline, day) = Split(rest, ' ');
                test.Records.Clocks(Current, test.Records.History(Current))
                    .Single(clock => clock.Deadline.Key == deadline)
                    .Clock.Due.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture), line);
                break;
            case "none":
                test.Records.Clocks(Current, test.Records.History(Current))
                    .ShouldAllBe(clock => clock.Deadline.Key != rest, line);
                break;
            case "figure":
                var (indicator, expected) = Split(rest, ' ');
                test.Figure(register.Key + "." + indicator).ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture), line);
                break;
            default:
                throw new InvalidOperationException($"A walk has no step “{line}”.");
        }
    }

    private SaveResult Act(string text)
    {
        var (name, input) = Split(text, ' ');
        var action = register.Actions.Single(action => action.Key == name);
        return test.Records.Act(
            Actor(action.By),
            register,
            Current.Id,
            Current.Version,
            name,
            Input(input),
            action.Reason ? "测试理由" : null
        );
    }

    /// <summary>Those whom the action waits for agree, one after another; none of them is the one who put it up.</summary>
    private Record Agreed(Record record, string line)
    {
        for (var account = 8; test.Records.Pending(record)?.Step is { } step; account++)
            record = Saved(
                test.Records.Agree(
                    test.Actor(step.By[0]) with
                    {
                        AccountId = account,
                    },
                    record.Register,
                    record.Id,
                    record.Version,
                    null
                ),
                line
            );
        return record;
    }

    /// <summary>The clerk where a clerk may: no walk needs more rights than the work.</summary>
    private Actor Actor(IEnumerable<string> roles)
    {
        var may = roles.ToList();
        return test.Actor(may.Contains("clerk") ? "clerk" : may[0]);
    }

    private Record Saved(SaveResult result, string line)
    {
        opened = (result as SaveResult.Saved)?.Opened ?? [];
        return Entered(result, line);
    }

    private static Record Entered(SaveResult result, string line) =>
        result switch
        {
            SaveResult.Saved saved => saved.Record,
            SaveResult.Invalid invalid => throw new ShouldAssertException(
                line + "\n" + string.Join('\n', invalid.Errors.Select(error => error.Message))
            ),
            _ => throw new ShouldAssertException(line + "\n" + result),
        };

    private static void Refused(SaveResult result, string words, string line) =>
        string.Join('\n', result.ShouldBeOfType<SaveResult.Invalid>(line).Errors.Select(error => error.Message))
            .ShouldContain(words, customMessage: line);

    private Dictionary<string, string?> Input(string text) =>
        Named(text)
            .Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => Split(pair, '='))
            .GroupBy(pair => pair.Head)
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Last().Tail);

    private string Named(string text)
    {
        foreach (var (name, unit) in new[] { ("city", test.City), ("east", test.East), ("town", test.Town), ("west", test.West) })
            text = text.Replace("@" + name, unit.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return Reference().Replace(text, match => "#" + records[match.Groups[1].Value].Id.ToString(CultureInfo.InvariantCulture));
    }

    private static (string Head, string Tail) Split(string text, char separator) => Split(text, separator.ToString());

    private static (string Head, string Tail) Split(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + separator.Length)..]);
    }

    [GeneratedRegex("#([a-z_]+\\.[a-z_]+)")]
    private static partial Regex Reference();
}
