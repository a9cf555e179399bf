using Fazhang.Core.Reports;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class ReportTextTests
{
    private readonly SampleFigures figures = new();

    [Fact]
    public void Spans_OfTheAnnualReport_CoverTheTextWithoutGap()
    {
        var document = figures.Compose();
        var text = ReportText.Of(document);

        foreach (var span in text.Spans)
            text.Text.Substring(span.Start, span.Length).ShouldBe(span.Inline.Text);
        (text.Spans.Sum(span => span.Length) + document.Blocks.Count).ShouldBe(text.Text.Length);
    }

    [Fact]
    public void Locate_StretchOverAFigure_FindsTheFigureAndItsBlock()
    {
        var text = ReportText.Of(
            figures.Compose("# 报告\n\n新收{reconsideration.case.received}，审结{reconsideration.case.closed}。")
        );

        var found = text.Locate(text.Text.IndexOf("944", StringComparison.Ordinal), 3).ShouldHaveSingleItem();

        found.Block.ShouldBe(1);
        found.Inline.ShouldBeOfType<FigureRef>().Key.ShouldBe("reconsideration.case.closed");
    }

    [Fact]
    public void Locate_StretchOverALineEnd_FindsBothBlocks()
    {
        var text = ReportText.Of(figures.Compose("# 报告\n\n第一段。\n\n第二段。"));

        text.Locate(text.Text.IndexOf("段。", StringComparison.Ordinal), 5).Select(span => span.Block).ShouldBe([1, 2]);
    }
}
