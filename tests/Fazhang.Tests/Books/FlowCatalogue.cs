using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>A register with everything a flow can do, as a file that a bureau could have written; for tests of the flow.</summary>
internal static class FlowCatalogue
{
    public const string Key = "reconsideration.matter";

    private const string Register = """
        register: reconsideration.matter
        title: 测试事项
        line: reconsideration
        number: "{unit.abbr}测〔{opened_on:yyyy}〕{seq}号"
        access: {read: [clerk, head, director, auditor], create: [clerk, head], change: [clerk, head], personal: [clerk, head]}
        handover: {by: [clerk, head], field: handler, unit: true}
        fields:
          opened_on: {title: 收件日期, type: date, required: true, default: today}
          party: {title: 当事人, type: text, personal: name}
          handler: {title: 承办人, type: text}
          amount: {title: 金额, type: money}
          result: {title: 结论, type: choice, choices: {won: 支持, lost: 不予支持}}
          checked_on: {title: 审查日期, type: date}
          closed_on: {title: 办结日期, type: date}
        flow:
          open: {title: 办理中, actions: [check, close, drop, note]}
          checked: {title: 已审查, actions: [finish, send_back]}
          closed: {title: 已办结, actions: []}
        actions:
          check: {title: 审查, by: [clerk, head], to: checked, set: {checked_on: today}, who: handler = user.name or handler is empty, whom: 承办人本人}
          note: {title: 登记金额, by: [clerk], asks: [amount], who: user.unit = unit, whom: 本单位经办}
          close: {title: 办结, by: [clerk, head], to: closed, asks: [result], set: {closed_on: today}, when: amount is empty or amount >= 0, otherwise: 金额不能是负数。, approve: [{by: [head], title: 审核}, {by: [director], title: 签发, when: result = won}], produces: {form: decision}}
          drop: {title: 撤件, by: [clerk, head], to: closed, set: {closed_on: today}, approve: {by: [head], title: 批准, self: true}}
          finish: {title: 归并办结, by: [clerk, head], to: closed, set: {closed_on: today}}
          send_back: {title: 退回补充, by: [head], to: open, returns: true}
        deadlines:
          handle: {title: 办理, from: opened_on, until: closed_on, within: 10 workdays, law: 测试规定, remind: [5 workdays before, {before: 1 workdays, to: [head]}], escalate: {after: 1 workdays, to: [director]}}
        forms:
          decision:
            title: 决定书
            number: "{unit.abbr}决〔{opened_on:yyyy}〕{seq}号"
            by: [head]
            text: |
              # 决定书
              {document}

              {party}：

              你于{opened_on}提出的事项，结论为{result}[[，涉及金额{amount}]]。期限至{due.handle}届满。

              ---
              {office}
              {today}
        indicators:
          opened: {title: 收件, count: true, on: opened_on, unit: 件, meaning: 期间内收到的事项。}
          closed: {title: 办结, count: true, on: closed_on, unit: 件, meaning: 期间内办结的事项。}
        """;

    private static readonly Lazy<Catalogue> Loaded = new(() => Load(Register));

    public static Catalogue Catalogue => Loaded.Value;

    /// <summary>The line, from 1, on which the definition has a text.</summary>
    public static int LineOf(string text) =>
        Register[..Register.IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    public static IReadOnlyList<DefinitionProblem> Problems(string text, string by)
    {
        var problems = new List<DefinitionProblem>();
        if (!Register.Contains(text, StringComparison.Ordinal))
            throw new ArgumentException($"“{text}” is not in the definition.");
        Read(Register.Replace(text, by, StringComparison.Ordinal), problems).ShouldBeNull();
        return problems;
    }

    /// <summary>The same with one more day off, and another worked for it, in the last year of the calendar.</summary>
    public static Catalogue WithHoliday(DateOnly off) => Load(Register, off);

    public static Record EnterMatter(this TestBooks test, string handler = "") =>
        test
            .Records.Create(
                test.Actor("clerk"),
                test.Register(Key),
                TestBooks.Input(("unit", test.City.Id.ToString()), ("party", "王小明"), ("handler", handler))
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    private static Catalogue Load(string register, DateOnly? off = null)
    {
        var problems = new List<DefinitionProblem>();
        return Read(register, problems, off) ?? throw new DefinitionException(problems);
    }

    private static Catalogue? Read(string register, List<DefinitionProblem> problems, DateOnly? off = null)
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-flow-").FullName;
        try
        {
            foreach (var name in new[] { "lines.yaml", "roles.yaml" })
                File.Copy(Path.Combine(Repository.Definitions, name), Path.Combine(directory, name));
            Directory.CreateDirectory(Path.Combine(directory, "calendar"));
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Definitions, "calendar"), "*.yaml"))
            {
                var text = File.ReadAllText(file);
                if (off is { } day && Path.GetFileNameWithoutExtension(file) == day.Year.ToString())
                    text += $"  - {{name: 测试假日, off: {day:yyyy-MM-dd}}}\n";
                File.WriteAllText(Path.Combine(directory, "calendar", Path.GetFileName(file)), text);
            }
            Directory.CreateDirectory(Path.Combine(directory, "registers"));
            File.WriteAllText(Path.Combine(directory, "registers", "matter.yaml"), register);
            return DefinitionLoader.Load(directory, problems);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
