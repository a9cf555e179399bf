using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Reports;

/// <summary>What people wrote into fields, in the words of a print form.</summary>
public sealed class FormTextTests
{
    [Theory]
    [InlineData("经查，{facts}。决定如下。", "事实清楚。", "经查，事实清楚。决定如下。")]
    [InlineData("依据{facts}，决定：", "裁量基准；", "依据裁量基准，决定：")]
    [InlineData("决定如下。[[理由：{facts}。]]", "条件不符。", "决定如下。理由：条件不符。")]
    [InlineData("决定如下。[[理由：{facts}。]]", "", "决定如下。")]
    [InlineData("事实：{facts}", "两人在场。", "事实：两人在场。")]
    [InlineData("签字：　　　{facts}", "", "签字：　　　")]
    [InlineData("事实：{facts}。以上属实。", "甲在场。\n乙在场。", "事实：甲在场。\n乙在场。以上属实。")]
    [InlineData("{facts}", "1. 材料 身份证明\n2. 材料 户口簿\n", "1. 材料 身份证明\n2. 材料 户口簿")]
    public void Text_OfAForm_StopsOnce_AndKeepsItsLines(string template, string value, string text)
    {
        var parsed = ReportTemplate.ParseForm($"# 通知\n{template}\n", new Dictionary<string, string> { ["facts"] = "事实" });
        parsed.Template.ShouldNotBeNull();

        var form = ReportComposer.ComposeForm(
            parsed.Template!,
            new()
            {
                Year = 2024,
                Place = "示范市",
                Office = "示范市司法局",
                Date = new DateOnly(2024, 12, 20),
            },
            _ => value
        );

        string.Join('\n', form.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)).ShouldBe(text);
    }
}
