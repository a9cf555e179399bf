using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>Wrong flows, approvals, hand-overs, alerts and print forms: each is refused with words that say what would be right.</summary>
public sealed class FlowDefinitionTests
{
    [Theory]
    [InlineData("approve: {by: [head], title: 批准, self: true}", "approve: {by: [boss], title: 批准}", "没有角色“boss”")]
    [InlineData("approve: {by: [head], title: 批准, self: true}", "approve: {title: 批准}", "审批步骤缺少 by")]
    [InlineData("approve: {by: [head], title: 批准, self: true}", "approve: {by: [head]}", "审批步骤缺少“title”")]
    [InlineData("approve: {by: [head], title: 批准, self: true}", "approve: {by: [head], title: 批准, wenn: x}", "是不是“when”")]
    [InlineData("when: result = won}", "when: result = win}", "没有代码 win")]
    [InlineData(", whom: 本单位经办", "", "who 和 whom 要一起写")]
    [InlineData("who: user.unit = unit", "who: user.unite = unit", "没有字段 user.unite，是不是 user.unit")]
    [InlineData("who: user.unit = unit", "who: user.unit", "应当是能判断真假的条件")]
    [InlineData("when: amount is empty or amount >= 0", "when: user.unit = unit", "没有字段 user.unit")]
    [InlineData("  opened_on: {title", "  user: {title: 人, type: text}\n  opened_on: {title", "字段名“user”由系统使用")]
    [InlineData("to: open, returns: true", "returns: true", "要用 to 写明退回到哪个环节")]
    [InlineData("to: open, returns: true", "to: closed, returns: true", "从“closed”往前办不到“checked”")]
    [InlineData(
        "handover: {by: [clerk, head], field: handler,",
        "handover: {by: [clerk, head], field: amount,",
        "要是一个人员字段"
    )]
    [InlineData("handover: {by: [clerk, head], field: handler, unit: true}", "handover: {by: [clerk]}", "handover 要写 field")]
    [InlineData("remind: [5 workdays before,", "remind: [5 workdays,", "应写成 5 workdays before")]
    [InlineData("remind: [5 workdays before,", "remind: [many workdays before,", "不是期限")]
    [InlineData("escalate: {after: 1 workdays, to: [director]}", "escalate: {after: 1 workdays}", "escalate 缺少 to")]
    [InlineData("escalate: {after: 1 workdays, to: [director]}", "escalate: 1 workdays", "写明告诉谁")]
    [InlineData("produces: {form: decision}", "produces: {form: decisions}", "没有文书“decisions”。是不是“decision”")]
    [InlineData("{party}：", "{partie}：", "没有字段“partie”,是不是“party”(当事人)?")]
    [InlineData("{due.handle}", "{due.handel}", "是不是“due.handle”(办理届满日)?")]
    [InlineData("[[，涉及金额{amount}]]", "[[，无]]", "可选部分里没有{字段}")]
    [InlineData("# 决定书", "决定书", "模板要以标题开头")]
    [InlineData("by: [head]\n    text: |", "by: [head]\n    template: forms/none.md\n    texts: |", "没有模板文件")]
    [InlineData("by: [head]\n    text: |", "by: [head]\n    when: result = won\n    text: |", "when 和 otherwise 要一起写")]
    [InlineData(
        "by: [head]\n    text: |",
        "by: [head]\n    when: result = win\n    otherwise: 支持的才出具。\n    text: |",
        "没有代码 win"
    )]
    public void AWrongFlow_IsRefusedInWords(string right, string wrong, string words)
    {
        var problems = FlowCatalogue.Problems(right, wrong);

        problems.ShouldContain(problem => problem.Message.Contains(words, StringComparison.Ordinal), string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.Line > 0);
    }

    [Fact]
    public void AProblemInATemplate_IsAtItsLine()
    {
        var problem = FlowCatalogue.Problems("{party}：", "{partie}：").ShouldHaveSingleItem();

        FlowCatalogue.LineOf("{party}：").ShouldBe(problem.Line);
    }
}
