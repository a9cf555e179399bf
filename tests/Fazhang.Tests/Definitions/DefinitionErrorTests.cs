using Fazhang.Core.Definitions;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>Every kind of wrong definition: what the loader says, and at which line. The broken example is beside the message.</summary>
public sealed class DefinitionErrorTests : IDisposable
{
    private const string Lines = "lines:\n  reconsideration: 复议应诉\n";
    private const string Roles = "roles:\n  clerk: {title: 经办, may: [figures]}\n";
    private const string Calendar = "definitions/calendar";

    private const string Right = """
        register: test.case
        title: 测试案件
        line: reconsideration
        number: "{unit.abbr}测〔{opened_on:yyyy}〕{seq}号"
        access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          opened_on: {title: 收案日期, type: date, required: true, default: today}
          closed_on: {title: 结案日期, type: date}
          result: {title: 结果, type: choice, choices: {won: 胜, lost: 负}}
          amount: {title: 金额, type: money}
        flow:
          open: {title: 办理中, actions: [close]}
          closed: {title: 已结, actions: []}
        actions:
          close: {title: 结案, by: clerk, to: closed, asks: [closed_on, result]}
        deadlines:
          handle: {title: 办理, from: opened_on, until: closed_on, within: 30 days, law: 测试规定}
        rules:
          - {check: closed_on >= opened_on, say: 结案日期不能早于收案日期。}
        indicators:
          opened: {title: 收案, count: true, on: opened_on, unit: 件, meaning: 收案日期在期间内的案件。}
          won: {title: 胜, count: true, on: closed_on, where: result = won, unit: 件, meaning: 胜的案件。}
          rate: {title: 胜率, ratio: won / opened, unit: "%", meaning: 胜与收案之比。}
        """;

    private readonly string directory = Path.Combine(Path.GetTempPath(), "fazhang-defs-" + Guid.NewGuid().ToString("N"));

    public DefinitionErrorTests() => Directory.CreateDirectory(directory);

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void ARightDefinition_Loads() => Load(Right).ShouldBeEmpty();

    public static TheoryData<string, string, int, string> Broken =>
        new()
        {
            // unknown key
            {
                "amount: {title: 金额, type: money}",
                "amount: {titel: 金额, type: money}",
                10,
                "不认识键“titel”。是不是“title”？"
            },
            { "law: 测试规定}", "law: 测试规定, colour: red}", 17, "不认识键“colour”" },
            { "title: 测试案件", "title: 测试案件\nstatistics: yes", 3, "不认识键“statistics”" },
            // duplicate key
            {
                "  closed_on: {title: 结案日期, type: date}",
                "  closed_on: {title: 结案日期, type: date}\n  closed_on: {title: 又一个, type: date}",
                9,
                "键“closed_on”重复：第 8 行已经写过"
            },
            // field used but not defined
            { "check: closed_on >= opened_on", "check: closed_on >= openned_on", 19, "openned_on" },
            { "asks: [closed_on, result]", "asks: [closed_on, results]", 15, "没有字段“results”。是不是“result”？" },
            { "count: true, on: opened_on", "count: true, on: started_on", 21, "没有字段“started_on”" },
            { "from: opened_on", "from: result", 17, "要用日期或月份字段" },
            // expression of the wrong type
            { "check: closed_on >= opened_on", "check: amount + 1", 19, "应当是能判断真假的条件" },
            { "check: closed_on >= opened_on", "check: closed_on >= 5", 19, "日期" },
            { "where: result = won", "where: result = win", 22, "win" },
            { "default: today", "default: 5", 7, "存的是日期" },
            { "where: result = won", "where: closed_on = today", 22, "不能用 today" },
            // states without a way in or out
            {
                "  closed: {title: 已结, actions: []}",
                "  closed: {title: 已结, actions: []}\n  lost: {title: 丢失, actions: []}",
                14,
                "环节“lost”没有入口"
            },
            { "to: closed, asks", "asks", 12, "环节“open”没有出口" },
            { "to: closed, asks", "to: gone, asks", 15, "没有环节“gone”" },
            { "actions: [close]", "actions: [close, reopen]", 12, "没有操作“reopen”" },
            // indicators
            { "ratio: won / opened", "ratio: won / openned", 23, "openned" },
            { "ratio: won / opened", "ratio: rate / opened", 23, "本身是比率" },
            { "count: true, on: opened_on, unit: 件", "unit: 件", 21, "count、sum、ratio、stock" },
            { "unit: 件, meaning: 胜的案件。", "unit: 件", 22, "缺少“meaning”" },
            { "where: result = won, unit", "where: result = won, by: amount, unit", 22, "by 要用代码字段" },
            { "where: result = won, unit", "where: result = won, by: results, unit", 22, "没有字段“results”。是不是“result”？" },
            { "won: {title: 胜, count: true", "won: {title: 胜, distinct: result, by: result", 22, "去重指标不写 by" },
            { "won: {title: 胜, count: true", "won: {title: 胜, average: result", 22, "不能求平均" },
            { "ratio: won / opened", "growth: rate", 23, "以百分比计" },
            { "ratio: won / opened", "ratio: won / opened, by: result", 23, "比率、同比和归集不写 by" },
            { "ratio: won / opened", "growth: won, where: result = won", 23, "同比不写 where" },
            { "meaning: 胜的案件。}", "meaning: 胜的案件。, version: 2}", 22, "要写 changed" },
            { "meaning: 胜的案件。}", "meaning: 胜的案件。, version: 2, changed: {on: 2025-13, because: 改}}", 22, "写成年-月" },
            {
                "meaning: 胜的案件。}",
                "meaning: 胜的案件。, version: 2, changed: {on: 2025-01, because: 改}}",
                22,
                "earlier 要写全第 1 至 1 版"
            },
            {
                "meaning: 胜的案件。}",
                "meaning: 胜的案件。, version: 2, changed: {on: 2025-01, because: 改}, earlier: [{version: 1, until: 2024-11, count: true, on: closed_on, meaning: 旧}]}",
                22,
                "until 应当是2024-12"
            },
            {
                "meaning: 胜的案件。}",
                "meaning: 胜的案件。, version: 2, changed: {on: 2025-01, because: 改}, earlier: [{version: 1, until: 2024-12, sum: amount, on: closed_on, meaning: 旧}]}",
                22,
                "种类不同"
            },
            // choice list missing
            { "choices: {won: 胜, lost: 负}", "choices: outcomes", 9, "没有代码表“outcomes”" },
            { "type: choice, choices: {won: 胜, lost: 负}", "type: choice", 9, "缺少代码表" },
            // and the rest
            { "type: money", "type: moneys", 10, "没有字段类型“moneys”。是不是“money”？" },
            { "amount: {", "Amount: {", 10, "名称“Amount”不合规" },
            { "amount: {", "version: {", 10, "由系统使用" },
            { "within: 30 days", "within: 30 moons", 17, "30 moons" },
            { "within: 30 days", "within: setting.wait", 17, "新的设置要写进定义目录的 settings.yaml：wait: {title:" },
            { "line: reconsideration", "line: nowhere", 3, "没有业务条线“nowhere”" },
            { "by: clerk", "by: king", 15, "没有角色“king”" },
            { "{seq}号", "号", 4, "有且只有一个 {seq}" },
            { "required: true", "required: perhaps", 7, "perhaps" },
            { "title: 测试案件", "title: " + string.Concat(Enumerable.Repeat("[", 3000)), 2, "嵌套超过" },
            { "title: 测试案件", "title: \"测试案件", 2, "不是正确的 YAML" },
            { "title: 测试案件", "title: [测试案件", 2, "不是正确的 YAML" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void ABrokenDefinition_IsRefusedWithFileLineAndWhatWouldBeRight(string right, string wrong, int line, string message)
    {
        Right.ShouldContain(right);

        var problems = Load(Right.Replace(right, wrong, StringComparison.Ordinal));

        problems.ShouldContain(
            problem =>
                problem.File == Path.Combine("registers", "test.yaml")
                && problem.Line == line
                && problem.Message.Contains(message),
            string.Join('\n', problems)
        );
    }

    [Fact]
    public void SeveralMistakes_AreListedAllAtOnce()
    {
        var problems = Load(
            Right
                .Replace("type: money", "type: moneys")
                .Replace("to: closed, asks", "to: gone, asks")
                .Replace("on: opened_on", "on: nothing")
        );

        problems.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void ADefinitionThatIsNotText_IsReported()
    {
        Load(Right);
        File.WriteAllBytes(Path.Combine(directory, "registers", "binary.yaml"), [0xC3, 0x28, 0xA0, 0xA1]);
        File.WriteAllText(Path.Combine(directory, "registers", "empty.yaml"), "");

        var problems = new List<DefinitionProblem>();
        DefinitionLoader.Load(directory, problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains("UTF-8"));
        problems.ShouldContain(problem => problem.Message.Contains("空的"));
    }

    [Fact]
    public void TwoRegistersOfOneTitle_AreReported()
    {
        Load(Right);
        File.WriteAllText(
            Path.Combine(directory, "registers", "copy.yaml"),
            Right.Replace("register: test.case", "register: test.copy")
        );

        var problems = new List<DefinitionProblem>();
        DefinitionLoader.Load(directory, problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().Message.ShouldContain("“test.copy”和“test.case”的 title 都是“测试案件”");
    }

    [Fact]
    public void TheSameRegisterTwice_IsReported()
    {
        Load(Right);
        File.WriteAllText(Path.Combine(directory, "registers", "zwei.yaml"), Right);

        var problems = new List<DefinitionProblem>();
        DefinitionLoader.Load(directory, problems).ShouldBeNull();

        problems.ShouldContain(problem => problem.Message.Contains("已在另一个文件里定义"));
    }

    [Fact]
    public void TheProjectsDefinitions_AreRight()
    {
        var problems = new List<DefinitionProblem>();

        var catalogue = DefinitionLoader.Load(Repository.Definitions, problems);

        problems.ShouldBeEmpty();
        Core.Reports.AnnualReport.LoadTemplate(catalogue!, problems);
        problems.ShouldBeEmpty();
    }

    private List<DefinitionProblem> Load(string register)
    {
        Directory.CreateDirectory(Path.Combine(directory, "registers"));
        Directory.CreateDirectory(Path.Combine(directory, "calendar"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Calendar), "*.yaml"))
            File.Copy(file, Path.Combine(directory, "calendar", Path.GetFileName(file)), overwrite: true);
        File.WriteAllText(Path.Combine(directory, "lines.yaml"), Lines);
        File.WriteAllText(Path.Combine(directory, "roles.yaml"), Roles);
        File.WriteAllText(Path.Combine(directory, "registers", "test.yaml"), register);
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(directory, problems);
        (catalogue is null).ShouldBe(problems.Count > 0);
        return problems;
    }
}
