using System.Text.Json;
using AngleSharp.Html.Parser;
using Fazhang.Verify;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>The machine form, the marked page, and texts of every kind.</summary>
public sealed class OutputTests
{
    private const string Sample = "对规范性文件共计95件进行清理。目前共保留60件,废止25件,修改3件。办结率<98%>,R&D 投入5万元。";

    [Fact]
    public void Write_Result_KeepsTheContractOfNames()
    {
        var json = VerifyJson.Write([("报告.txt", ReportChecker.Check(Sample))]);
        var root = JsonDocument.Parse(json).RootElement;
        root.GetArrayLength().ShouldBe(1);
        var file = root[0];
        Names(file).ShouldBe(["file", "figures", "relations", "findings"]);
        file.GetProperty("file").GetString().ShouldBe("报告.txt");
        Names(file.GetProperty("figures")[0]).ShouldBe(["start", "text", "value", "unit", "kind", "approx", "subject"]);
        Names(file.GetProperty("relations")[0]).ShouldBe(["type", "members", "verdict", "expected", "actual", "explanation"]);
        Names(file.GetProperty("findings")[0]).ShouldBe(["level", "code", "start", "length", "message", "relation"]);
        var figure = file.GetProperty("figures")[0];
        Sample.Substring(figure.GetProperty("start").GetInt32(), 2).ShouldBe(figure.GetProperty("text").GetString());
        json.ShouldContain("件"); // Chinese stays readable
    }

    [Fact]
    public void Write_Kinds_EveryKindAndTypeHasAName()
    {
        Enum.GetValues<FigureKind>().Select(VerifyJson.Name).Distinct().Count().ShouldBe(Enum.GetValues<FigureKind>().Length);
        Enum.GetValues<RelationType>().Select(VerifyJson.Name).Distinct().Count().ShouldBe(Enum.GetValues<RelationType>().Length);
    }

    [Fact]
    public void Marked_Text_IsTheSourceAgainWhenTheMarksAreTakenOut()
    {
        var document = new HtmlParser().ParseDocument("<pre>\n" + VerifyHtml.Marked(ReportChecker.Check(Sample)) + "</pre>");
        document.QuerySelector("pre")!.TextContent.ShouldBe(Sample);
        document.QuerySelectorAll("mark.bad").Length.ShouldBe(4);
        document.QuerySelectorAll("mark").Length.ShouldBe(6);
    }

    [Fact]
    public void Page_Result_StandsAloneWithoutScript()
    {
        var page = VerifyHtml.Page(ReportChecker.Check(Sample), "<报告>");
        var document = new HtmlParser().ParseDocument(page);
        document.Title.ShouldBe("<报告>");
        document.QuerySelectorAll("script, link, img").ShouldBeEmpty();
        document.QuerySelectorAll("aside li.bad").Length.ShouldBe(1);
    }

    [Fact]
    public void Check_AnyString_NeverThrowsAndKeepsItsOffsets()
    {
        const string alphabet =
            "0123456789十百千万亿一二两三〇余多近约%,.,。、;:()件个人元年月日第“”《》占率其中共比\n\r\t -+\0\uD83D\uDE00a";
        var texts = Gen.Elements(alphabet.ToCharArray()).ListOf().Select(chars => new string([.. chars]));
        Prop.ForAll(texts.ToArbitrary(), IsSound).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(300));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsSound(text ?? ""))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("万")]
    [InlineData("1,")]
    [InlineData("其中1件、")]
    [InlineData("“")]
    [InlineData("1%、")]
    [InlineData("1-")]
    [InlineData("1|")]
    [InlineData("1|2\n")]
    [InlineData("甲7件,占3%;")]
    [InlineData("由1%升至2%,同比增长3%,")]
    public void Check_AHundredThousandRepetitions_EndsWithASoundResult(string piece) =>
        // How long it takes is measured by ./bench files; here a finder that looks back over everything would not end.
        IsSound(string.Concat(Enumerable.Repeat(piece, 100_000))).ShouldBeTrue();

    private static bool IsSound(string text)
    {
        var result = ReportChecker.Check(text);
        VerifyHtml.Marked(result).ShouldNotBeNull();
        VerifyJson.Write([("t", result)]).ShouldNotBeNull();
        return result.Figures.All(f => text.Substring(f.Start, f.Length) == f.Text && f.Low <= f.High)
            && result.Relations.All(r => r.Members.All(m => m >= 0 && m < result.Figures.Count))
            && result.Findings.All(f => f.Start >= 0 && f.Start + f.Length <= text.Length);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
