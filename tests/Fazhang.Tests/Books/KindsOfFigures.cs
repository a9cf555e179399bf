using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Definitions with one indicator of every kind, written for tests, and random records for them.</summary>
internal static class KindsOfFigures
{
    public const string Case = "reconsideration.trial";
    public const string Sheet = "reconsideration.sheet";

    public const string CaseFile = """
        register: reconsideration.trial
        title: 试验案件
        line: reconsideration
        access: {read: [clerk, head], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          opened_on: {title: 收案日期, type: date, required: true}
          closed_on: {title: 结案日期, type: date}
          outcome: {title: 结果, type: choice, choices: {won: 胜, lost: 负, drawn: 和}}
          amount: {title: 金额, type: money}
          people: {title: 人数, type: integer}
          against: {title: 对方单位, type: unit}
        flow:
          open: {title: 办理中, actions: []}
        indicators:
          opened: {title: 收案, count: true, on: opened_on, by: outcome, unit: 件, meaning: 收案的案件。}
          closed:
            title: 结案
            count: true
            on: closed_on
            where: people > 2
            by: outcome
            unit: 件
            meaning: 三人以上的案件。
            version: 2
            changed: {on: 2024-01, because: 依新的统计制度}
            earlier:
              - {version: 1, until: 2023-12, count: true, on: closed_on, where: amount > 10, meaning: 金额十元以上的案件。}
          paid: {title: 金额, sum: amount, on: closed_on, by: outcome, unit: 元, decimals: 2, meaning: 结案案件的金额。}
          mean: {title: 平均金额, average: amount, on: opened_on, where: people > 1, by: outcome, unit: 元, decimals: 2, meaning: 每案金额。}
          open: {title: 未结, stock: {from: opened_on, until: closed_on}, by: outcome, unit: 件, meaning: 期末未结。}
          held: {title: 在押金额, stock: {from: opened_on, until: closed_on, sum: amount}, where: people > 1, by: outcome, unit: 元, decimals: 2, meaning: 期末未结案件的金额。}
          waiting: {title: 在册人数, stock: {from: opened_on, until: closed_on, sum: people}, unit: 人, meaning: 期末未结案件的人数。}
          against: {title: 对方单位数, distinct: against, on: opened_on, unit: 个, meaning: 不同的对方单位。}
          won: {title: 胜, count: true, on: closed_on, where: outcome = won, by: outcome, unit: 件, meaning: 胜的案件。}
          rate: {title: 胜率, ratio: won / closed, unit: "%", meaning: 胜与结案之比。}
          density: {title: 万件胜数, ratio: won / opened, per: 10000, unit: 件/万件, meaning: 每万件收案中胜的。}
          per_unit: {title: 每单位收案, ratio: opened / against, unit: "%", meaning: 收案与对方单位数之比。}
          growth: {title: 收案同比, growth: opened, unit: "%", meaning: 收案比上年同期的增长。}
          mean_growth: {title: 平均金额同比, growth: mean, unit: "%", meaning: 平均金额比上年同期的增长。}
        """;

    public const string SheetFile = """
        register: reconsideration.sheet
        title: 试验月报
        line: reconsideration
        period: month
        access: {read: [clerk, head], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          cases: {title: 收案数, type: integer}
        flow:
          sent: {title: 已报, actions: []}
        indicators:
          cases: {title: 报送收案, sum: cases, on: period, unit: 件, meaning: 各单位报送的收案数。}
        """;

    public const string CombinedFile = """
        indicators:
          reconsideration.whole: {title: 全市收案, line: reconsideration, sources: {records: reconsideration.trial.opened, returns: reconsideration.sheet.cases}, unit: 件, meaning: 逐案登记的单位用记录，其余用月报。}
          reconsideration.whole_growth: {title: 全市收案同比, line: reconsideration, growth: reconsideration.whole, unit: "%", meaning: 全市收案的增长。}
          reconsideration.whole_rate: {title: 登记结案率, line: reconsideration, ratio: reconsideration.whole / reconsideration.trial.closed, unit: "%", meaning: 全市收案与结案之比。}
        """;

    private static readonly Lazy<Catalogue> AsWritten = new(() => Load(null));

    /// <summary>The definitions as they stand above.</summary>
    public static Catalogue Load() => AsWritten.Value;

    /// <summary>Loads the definitions, with the text of the register of cases changed, or other combined indicators.</summary>
    public static Catalogue Load(Func<string, string>? change, string? combined = null)
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("fazhang-kinds-").FullName;
        try
        {
            var problems = new List<DefinitionProblem>();
            Write("lines.yaml", "lines:\n  reconsideration: 复议应诉\n");
            Write(
                "roles.yaml",
                "roles:\n  clerk: {title: 经办, may: [figures, report]}\n  head: {title: 负责人, may: [figures, closing]}\n  director: {title: 局领导, may: [figures, closing, reopening]}\n"
            );
            Write("registers/case.yaml", change is null ? CaseFile : change(CaseFile));
            Write("registers/sheet.yaml", SheetFile);
            Write("indicators/all.yaml", combined ?? CombinedFile);
            foreach (var year in System.IO.Directory.EnumerateFiles(Path.Combine(Repository.Definitions, "calendar"), "*.yaml"))
                Write("calendar/" + Path.GetFileName(year), File.ReadAllText(year));
            return DefinitionLoader.Load(directory, problems) ?? throw new DefinitionException(problems);
        }
        finally
        {
            System.IO.Directory.Delete(directory, recursive: true);
        }

        void Write(string name, string text)
        {
            var path = Path.Combine(directory, name);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    public static Record Add(this TestBooks test, Unit unit, DateOnly opened, params (string, string?)[] more) =>
        test
            .Records.Create(
                test.Actor("clerk"),
                test.Register(Case),
                TestBooks.Input([("unit", unit.Id.ToString()), ("opened_on", opened.ToString("yyyy-MM-dd")), .. more])
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    public static Record Report(this TestBooks test, Unit unit, int year, int month, int cases) =>
        test
            .Records.Create(
                test.Actor("clerk"),
                test.Register(Sheet),
                TestBooks.Input(("unit", unit.Id.ToString()), ("period", $"{year}-{month:00}"), ("cases", cases.ToString()))
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    public static Record Change(this TestBooks test, Record record, params (string, string?)[] changes) =>
        test
            .Records.Correct(
                test.Actor("clerk"),
                record.Register,
                record.Id,
                record.Version,
                TestBooks.Input(changes),
                "测试更正"
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    /// <summary>From that month on the unit's records speak.</summary>
    public static void Keep(this TestBooks test, string register, Unit unit, int since) =>
        new KeepingStore(test.Books)
            .Say(test.Actor("head"), unit, test.Register(register), since, "测试")
            .ShouldBeOfType<ClosingResult.Done>();

    /// <summary>Random cases over five years and all units, some changed again, and returns of some units.</summary>
    public static void Fill(TestBooks test, Random random, int cases)
    {
        var units = new[] { test.City, test.East, test.Town, test.West };
        for (var i = 0; i < cases; i++)
        {
            var record = test.Add(units[random.Next(4)], Day(), Values());
            if (random.Next(3) == 0)
                test.Change(
                    record,
                    [("opened_on", Day().ToString("yyyy-MM-dd")), .. Values()[..^1], ("against", i % 2 == 0 ? "" : "2")]
                );
        }
        foreach (var unit in units)
            for (var month = 0; month < 30; month += 1 + random.Next(3))
                test.Report(unit, 2022 + month / 12, month % 12 + 1, random.Next(20));

        DateOnly Day() => new DateOnly(2024, 12, 20).AddDays(-random.Next(0, 1500));

        (string, string?)[] Values() =>
            [
                ("closed_on", random.Next(3) == 0 ? "" : Day().ToString("yyyy-MM-dd")),
                ("outcome", new[] { "", "won", "lost", "drawn" }[random.Next(4)]),
                ("amount", random.Next(4) == 0 ? "" : $"{random.Next(-500, 5000)}.{random.Next(100):00}"),
                ("people", random.Next(4) == 0 ? "" : random.Next(0, 6).ToString()),
                ("against", random.Next(4) == 0 ? "" : units[random.Next(4)].Id.ToString()),
            ];
    }
}
