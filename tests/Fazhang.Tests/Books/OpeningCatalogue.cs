using Fazhang.Core.Definitions;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Two registers of which one opens records of the other in every way there is, as a bureau could have written them.</summary>
internal static class OpeningCatalogue
{
    public const string Call = """
        register: services.call
        title: 来电
        line: services
        number: "{unit.abbr}电〔{called_on:yyyy}〕{seq}号"
        access: {read: [clerk, head], create: [clerk, head], change: [clerk, head], personal: [head]}
        fields:
          called_on: {title: 来电日期, type: date, required: true, default: today}
          caller: {title: 来电人, type: text, personal: name}
          topic: {title: 事项, type: choice, choices: {wage: 欠薪, family: 家事, other: 其他}}
          matter: {title: 情况, type: text}
          organ: {title: 对象单位, type: unit}
          tags: {title: 标记, type: choices, choices: {urgent: 紧急, group: 群体}}
          task: {title: 转出的任务, type: record, of: services.task, show: [number]}
          closed_on: {title: 办结日期, type: date}
        opens: {register: services.task, title: 登记回访, back: visited, offer: true, again: true, fill: {title: "回访{caller}", person: caller, kind: visit}}
        flow:
          open: {title: 处理中, actions: [transfer, apply]}
          closed: {title: 已办结, actions: []}
        actions:
          transfer:
            title: 转办
            by: [clerk, head]
            to: closed
            set: {closed_on: today}
            approve: {by: [head], title: 批准, self: true}
            opens: {register: services.task, back: call, into: task, unit: organ, when: topic != other, fill: {title: "{number}“{topic}”：{matter}", person: caller, kind: {topic: {wage: urgent, family: plain}}, day: called_on, tags: tags, organ: organ}}
          apply:
            title: 引导申请
            by: [clerk, head]
            to: closed
            set: {closed_on: today}
            opens: {register: services.task, title: 登记申请, back: call, offer: true, when: topic = wage, fill: {title: matter, person: caller, kind: plain}}
        rules:
          - {check: called_on <= today, say: 来电日期不能晚于今天。}
        indicators:
          transferred: {title: 转出, count: true, on: closed_on, where: task is not empty, unit: 件, meaning: 期间内转出任务的来电。}
        """;

    public const string Task = """
        register: services.task
        title: 任务
        line: services
        number: "{unit.abbr}任〔{day:yyyy}〕{seq}号"
        access: {read: [clerk, head], create: [head], change: [head], personal: [head]}
        fields:
          day: {title: 交办日期, type: date, required: true, default: today}
          title: {title: 事由, type: text, required: true, personal: other}
          person: {title: 当事人, type: text, personal: name}
          kind: {title: 类别, type: choice, required: true, choices: {urgent: 急件, plain: 平件, visit: 回访}}
          tags: {title: 标记, type: choices, choices: {urgent: 紧急, group: 群体, other: 其他}}
          organ: {title: 对象, type: unit}
          call: {title: 来电, type: record, of: services.call, show: [number]}
          visited: {title: 回访的来电, type: record, of: services.call, show: [number]}
          note: {title: 备注, type: text}
          done_on: {title: 完成日期, type: date}
        flow:
          open: {title: 待办, actions: [finish]}
          done: {title: 已完成, actions: []}
        actions:
          finish: {title: 完成, by: [head], to: done, asks: [done_on]}
        deadlines:
          finish: {title: 完成, from: day, until: done_on, within: 5 workdays, law: 测试规定}
        rules:
          - {check: kind != urgent or person is not empty, say: 急件要填当事人。, field: person}
        indicators:
          given: {title: 交办, count: true, on: day, by: kind, unit: 件, meaning: 期间内交办的任务。}
        """;

    private static readonly Lazy<Catalogue> Loaded = new(() =>
    {
        var problems = new List<DefinitionProblem>();
        return Read(Call, Task, problems) ?? throw new DefinitionException(problems);
    });

    public static Catalogue Catalogue => Loaded.Value;

    /// <summary>What is wrong when a piece of one of the two files is replaced.</summary>
    public static IReadOnlyList<DefinitionProblem> Problems(string text, string by)
    {
        (Call + Task).ShouldContain(text);
        var problems = new List<DefinitionProblem>();
        string Changed(string file) => file.Replace(text, by, StringComparison.Ordinal);
        Read(Changed(Call), Changed(Task), problems).ShouldBeNull();
        return problems;
    }

    private static Catalogue? Read(string call, string task, List<DefinitionProblem> problems)
    {
        var directory = Directory.CreateTempSubdirectory("fazhang-opens-").FullName;
        try
        {
            foreach (var name in new[] { "lines.yaml", "roles.yaml" })
                File.Copy(Path.Combine(Repository.Definitions, name), Path.Combine(directory, name));
            Directory.CreateDirectory(Path.Combine(directory, "calendar"));
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Definitions, "calendar"), "*.yaml"))
                File.Copy(file, Path.Combine(directory, "calendar", Path.GetFileName(file)));
            Directory.CreateDirectory(Path.Combine(directory, "registers"));
            File.WriteAllText(Path.Combine(directory, "registers", "call.yaml"), call);
            File.WriteAllText(Path.Combine(directory, "registers", "task.yaml"), task);
            return DefinitionLoader.Load(directory, problems);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
