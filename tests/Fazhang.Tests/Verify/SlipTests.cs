using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Slips of the pen in ways of writing met outside the annotated texts: each has to be remarked on, the right sentence not.</summary>
public sealed class SlipTests
{
    [Theory]
    [InlineData("甲区办结20件、乙区办结{54}件,合计办结率90%,合计74件。", "45")]
    [InlineData("发放补贴{96.7}万元;审核后支付值班费18.2万元,共计114.9万元。", "69.7")]
    [InlineData("热线转办2625件,平台受理{1717}件,两项合计4342件。", "1771")]
    [InlineData("收入129748万元,加补助收入428905万元,上年结余收入41407万元,收入总计{600060}万元。", "600600")]
    [InlineData("全国农民工29251万人。其中,本地农民工{12079}万人,增长4.1%;外出农民工17172万人,增长1.3%。", "1079")]
    public void Check_SlipInASum_IsRemarkedOn(string text, string slip) => ShouldShow(text, slip);

    private static void ShouldShow(string text, string slip)
    {
        var open = text.IndexOf('{', StringComparison.Ordinal);
        var close = text.IndexOf('}', StringComparison.Ordinal);
        var right = text[..open] + text[(open + 1)..close] + text[(close + 1)..];
        ReportChecker.Check(right).Findings.Select(f => f.Message).ShouldBeEmpty();
        ReportChecker.Check(text[..open] + slip + text[(close + 1)..]).Findings.ShouldNotBeEmpty();
    }
}
