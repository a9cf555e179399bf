using Fazhang.Core.Reports;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Reports;

public sealed class ReportComposerTests
{
    private readonly SampleFigures figures = new();

    [Theory]
    [InlineData("{reconsideration.case.received}", "1516件")]
    [InlineData("{reconsideration.case.received|value}", "1516")]
    [InlineData("{reconsideration.case.mediation_rate}", "19.3%")]
    [InlineData("{reconsideration.case.mediation_rate|value}", "19.3")]
    [InlineData("{enforcement.lenient_cases|wan}", "181.3万件")]
    [InlineData("{enforcement.lenient_cases|wan0}", "181万件")]
    [InlineData("{enforcement.lenient_amount|yi}", "2.3亿元")]
    [InlineData("{enforcement.lenient_amount|yi2}", "2.30亿元")]
    [InlineData("[[{reconsideration.case.received|last}]]", "1131件。")]
    [InlineData("[[{reconsideration.case.received|growth}]]", "同比增长34.0%。")]
    [InlineData("[[{reconsideration.case.received|change}]]", "增加385件。")]
    [InlineData("[[{reconsideration.case.mediation_rate|growth}]]", "同比提高6.0个百分点。")]
    [InlineData("{last_year}、{year}、{next_year}", "2023、2024、2025")]
    public void Compose_Reference_IsPrintedInItsFormat(string reference, string text) =>
        figures.Sentence(reference).TrimEnd('。').ShouldBe(text.TrimEnd('。'));

    [Theory]
    [InlineData(1131, 1131, "与上年持平")]
    [InlineData(968, 1000, "同比下降3.2%")]
    [InlineData(0, 8, "同比下降100.0%")]
    [InlineData(1000001, 1000000, "与上年基本持平")]
    public void Growth_ComparedWithLastYear_IsSaidInWords(int value, int last, string text) =>
        figures
            .With("reconsideration.case.received", value, last)
            .Sentence("新收[[{reconsideration.case.received|growth}]]。")
            .ShouldBe($"新收{text}。");

    [Theory]
    [InlineData(0)]
    [InlineData(null)]
    public void Growth_NoLastYearOrZero_LetsTheOptionalPartDisappear(int? last) =>
        figures
            .With("reconsideration.case.received", 12, last)
            .Sentence("新收{reconsideration.case.received}[[，{reconsideration.case.received|growth}]]；其他。")
            .ShouldBe("新收12件；其他。");

    [Theory]
    [InlineData(0.05, 1, "0.1%")]
    [InlineData(0.25, 1, "0.3%")]
    [InlineData(12.345, 2, "12.35%")]
    [InlineData(99.95, 1, "100.0%")]
    public void Ratio_HalfWay_RoundsUp(double percent, int decimals, string text)
    {
        var rate = figures.Source("reconsideration.case.mediation_rate")! with { Value = (decimal)percent, Decimals = decimals };

        FigureText.Of(rate, FigureFormat.Full)!.Text.ShouldBe(text);
    }

    [Theory]
    // What is left out | the sentence
    [InlineData("", "受理2191件，其中民事1302件、刑事877件；办结2040件。")]
    [InlineData("civil", "受理2191件，其中刑事877件；办结2040件。")]
    [InlineData("criminal", "受理2191件，其中民事1302件；办结2040件。")]
    [InlineData("civil,criminal", "受理2191件；办结2040件。")]
    [InlineData("closed", "受理2191件，其中民事1302件、刑事877件。")]
    [InlineData("civil,criminal,closed", "受理2191件。")]
    [InlineData("accepted", "办结2040件。")]
    [InlineData("accepted,closed", "")]
    public void OptionalPart_WithAFigureOfZero_DisappearsAndPunctuationStaysRight(string zeros, string text)
    {
        foreach (var key in zeros.Split(',', StringSplitOptions.RemoveEmptyEntries))
            figures.With($"aid.case.{key}", 0);

        figures
            .Sentence(
                "[[受理{aid.case.accepted}[[，其中[[民事{aid.case.civil}]][[、刑事{aid.case.criminal}]]]]；]][[办结{aid.case.closed}]]。"
            )
            .ShouldBe(text);
    }

    [Fact]
    public void OptionalPart_InBrackets_TakesTheEmptyBracketsAlong() =>
        figures
            .With("aid.case.civil", null)
            .Sentence("受理案件（[[民事{aid.case.civil}]]），办结。")
            .ShouldBe("受理案件，办结。");

    [Fact]
    public void MissingFigure_OutsideAnOptionalPart_IsShownAsMissing()
    {
        var document = figures.With("aid.case.civil", null).Compose("# 报告\n\n民事{aid.case.civil}。");

        document.Blocks[1].Text.ShouldBe("民事〔缺数〕。");
        document.Figures.Single().Printed.ShouldBeNull();
    }

    [Fact]
    public void Headings_OneOfThemDisappeared_AreNumberedWithoutAHole()
    {
        var document = figures
            .With("aid.case.civil", 0)
            .Compose(
                "# 报告\n\n## 甲\n\n### 子\n\n文\n\n## [[民事{aid.case.civil}]]\n\n## 乙\n\n### 空\n\n[[民事{aid.case.civil}]]\n\n### 丑\n\n#### 寅\n\n##### 卯\n\n文"
            );

        document
            .Blocks.OfType<Heading>()
            .Select(heading => heading.Text)
            .ShouldBe(["一、甲", "（一）子", "二、乙", "（一）丑", "1.寅", "（1）卯"]);
    }

    [Fact]
    public void Table_RowWhoseCellsDisappeared_IsLeftOut()
    {
        var document = figures
            .With("aid.case.civil", 0)
            .Compose(
                "# 报告\n\n| 项目 | 数量 |\n|---|---|\n| 民事 | [[{aid.case.civil}]] |\n| 刑事 | [[{aid.case.criminal|value}]] |"
            );

        ReportText.Of(document).Text.ShouldBe("报告\n项目\t数量\n刑事\t877\n");
    }

    [Fact]
    public void AnnualReport_AnyFiguresZeroOrMissing_KeepsItsPunctuationRight()
    {
        var template = figures.Read(SampleFigures.Template);
        var references = template.References;
        var states = Gen.Elements(0, 0, 1, 2).ArrayOf(references.Count);
        Prop.ForAll(
                states.ToArbitrary(),
                chosen =>
                {
                    var some = references
                        .Zip(chosen)
                        .ToDictionary(
                            pair => pair.First,
                            pair => figures.Source(pair.First)! with { Value = Value(pair.Second), LastYear = 40 }
                        );
                    foreach (
                        var block in ReportComposer.Compose(template, SampleFigures.Variables, some.GetValueOrDefault).Blocks
                    )
                        if (block is Paragraph)
                            block.Text.ShouldNotMatch("[，、；：。][，、；。]|^[，、；：。其]|[，、；：]$|（）|[^0-9.]0[^0-9.]");
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static decimal? Value(int state) =>
        state switch
        {
            0 => 57,
            1 => 0,
            _ => null,
        };
}
