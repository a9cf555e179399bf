using Fazhang.Core.Definitions;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>What `fazhang check --strict` demands: each demand complains at its line, and a definition that meets all is quiet.</summary>
public sealed class StrictCheckTests
{
    private const string Settings = """
        settings:
          answer: {title: 答复期限, value: 60 days, source: 信访工作条例第三十四条}
        """;

    private const string Good = """
        register: affairs.letter
        title: 来信登记
        line: affairs
        law: 信访工作条例
        access: {read: [clerk], create: [clerk], change: [clerk], personal: [clerk]}
        fields:
          received_on: {title: 收信日期, type: date, required: true, default: today, list: true}
          sender: {title: 来信人, type: text, personal: name}
          people: {title: 人数, type: integer, default: 1, min: 1}
          claimed: {title: 诉求金额, type: money, help: "来信主张的金额。"}
          hours: {title: 用时, type: decimal, help: "小时。"}
          pages: {title: 附件清单, type: rows, help: "每份一行。", columns: {name: {title: 名称, type: text}}}
          page_count: {title: 附件数, type: computed, as: integer, value: count(pages), help: "附件清单的行数。"}
          health: {title: 健康状况, type: text, sensitive: true, help: "只写必要的。"}
          kind: {title: 类别, type: choice, help: "按主要诉求选。", choices: {a: 甲, b: 乙, c: 丙, d: 丁, e: 戊, f: 己, g: 庚, h: 辛, i: 壬}}
          answered_on: {title: 答复日期, type: date}
        flow:
          received: {title: 待答复, actions: [answer]}
          answered: {title: 已答复, actions: []}
        actions:
          answer: {title: 答复, by: clerk, to: answered, asks: [answered_on]}
        deadlines:
          answer: {title: 答复, from: received_on, until: answered_on, within: setting.answer, law: 信访工作条例第三十四条，可配置}
        rules:
          - {check: received_on <= today, say: 收信日期不能晚于今天。}
          - {check: people <= 5, say: 代表不超过五人。, law: 信访工作条例第二十条}
        indicators:
          received: {title: 收到来信, count: true, on: received_on, unit: 件, meaning: 统计期内收到的来信。}
          answered: {title: 答复来信, count: true, on: answered_on, unit: 件, meaning: 统计期内答复的来信。}
          open: {title: 未答复来信, stock: {from: received_on, until: answered_on}, unit: 件, meaning: 期末尚未答复的来信。}
          rate: {title: 答复率, ratio: answered / received, unit: "%", meaning: 答复来信占收到来信的百分比。}
          growth: {title: 来信增长, growth: received, unit: "%", meaning: 收到来信比上年同期的增长。}
        """;

    [Fact]
    public void ASettingThatIsNotThere_IsComplainedOfOnce() =>
        Strict(Good.Replace("setting.answer", "setting.nobody", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Message.ShouldContain("没有设置“nobody”");

    [Fact]
    public void TheProjectsDefinitions_MeetEveryDemand()
    {
        var problems = new List<DefinitionProblem>();

        DefinitionLoader.Load(Repository.Definitions, problems, strict: true);

        problems.ShouldBeEmpty();
    }

    [Fact]
    public void AFinishedDefinition_IsQuiet() => Strict(Good).ShouldBeEmpty();

    public static TheoryData<string, string, string> Unfinished =>
        new()
        {
            { "law: 信访工作条例\n", "", "台账“affairs.letter”没有写 law" },
            { "law: 信访工作条例\n", "law: 大家都这么办\n", "law“大家都这么办”没有说出依据" },
            { "title: 人数,", "title: 来信人,", "名称“来信人”与另一栏相同" },
            { "title: 来信人,", "title: 单位,", "名称“单位”与另一栏相同" },
            { ", help: \"来信主张的金额。\"", "", "字段“claimed”（诉求金额）是金额，没有写 help" },
            { ", help: \"小时。\"", "", "字段“hours”（用时）是小数" },
            { ", help: \"每份一行。\"", "", "字段“pages”（附件清单）是行表" },
            { ", help: \"附件清单的行数。\"", "", "字段“page_count”（附件数）是计算字段" },
            { ", help: \"只写必要的。\"", "", "字段“health”（健康状况）是敏感字段" },
            { ", help: \"按主要诉求选。\"", "", "字段“kind”（类别）是有 9 项的代码" },
            { "law: 信访工作条例第三十四条，可配置", "law: 应当及时", "时限“answer”的 law“应当及时”没有写到条" },
            { "within: setting.answer", "within: 60 days", "law 说可配置，期限却写死了" },
            { ", law: 信访工作条例第二十条", "", "规则“people <= 5”里有一个限度" },
            {
                "meaning: 统计期内收到的来信。",
                "meaning: 收到来信。",
                "指标“affairs.letter.received”的口径“收到来信。”没有说清楚"
            },
            { "meaning: 统计期内收到的来信。", "meaning: 统计期内收到的来信", "以“。”结尾" },
            { "meaning: 统计期内收到的来信。", "meaning: 收到的全部来信都算。", "没有写明期间" },
            { "meaning: 期末尚未答复的来信。", "meaning: 尚未答复的来信都算。", "没有写明时点" },
            { "meaning: 答复来信占收到来信的百分比。", "meaning: 答复来信多不多的情况。", "没有写明谁占谁" },
            { "meaning: 收到来信比上年同期的增长。", "meaning: 收到来信增长了多少件。", "没有写明与何时相比" },
        };

    [Theory]
    [MemberData(nameof(Unfinished))]
    public void EachDemand_IsSaid_AtItsLine(string piece, string instead, string message)
    {
        Good.ShouldContain(piece);
        var text = Good.Replace(piece, instead, StringComparison.Ordinal);

        var problem = Strict(text).ShouldHaveSingleItem();

        problem.Message.ShouldContain(message);
        var expected = instead.Length == 0 && piece.EndsWith('\n') ? 1 : LineOf(Good, piece);
        problem.Line.ShouldBe(expected, message);
        SmallDefinitions.TryLoad(text, [], settings: Settings).ShouldNotBeNull("without --strict it works");
    }

    [Fact]
    public void ASettingWithoutASource_IsSaid_AlsoThePlacesOwn()
    {
        Strict(Good, Settings.Replace("信访工作条例第三十四条", "大家都这么办", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .Message.ShouldContain("设置“answer”的 source“大家都这么办”没有说出来历");
        Strict(Good, Settings, "settings:\n  answer: {value: 30 days, source: 领导说的}\n")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("领导说的");
    }

    [Fact]
    public void AChoiceList_HelpsTheFieldsThatUseIt()
    {
        var list = Repository.Catalogue.Registers["mediation.case"].Field("kind")!;

        list.Help.ShouldNotBeNull();
        list.Help.ShouldBe(list.Choices!.Help);
    }

    [Fact]
    public void WhatARuleRestsOn_IsSaidWithIt() =>
        new RuleDefinition(null!, "代表不超过五人。", "信访工作条例第二十条", null).Message.ShouldBe(
            "代表不超过五人。（依据：信访工作条例第二十条）"
        );

    private static List<DefinitionProblem> Strict(string register, string settings = Settings, string? local = null)
    {
        var problems = new List<DefinitionProblem>();
        SmallDefinitions.TryLoad(register, problems, settings: settings, local: local, strict: true);
        return problems;
    }

    private static int LineOf(string text, string piece) =>
        text[..text.IndexOf(piece, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
