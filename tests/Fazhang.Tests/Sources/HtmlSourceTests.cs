using System.Text;
using Fazhang.Verify.Sources;
using Shouldly;

namespace Fazhang.Tests.Sources;

/// <summary>Web pages: the article without its surroundings, tables as rows, every character leading back to the source.</summary>
public sealed class HtmlSourceTests
{
    /// <summary>Built like the pages of government sites: navigation, a title, a line with the date, the article, links, a footer.</summary>
    public const string Page = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>某市法治政府建设报告_某市司法局</title>
        <script>if (1 < 2) { document.write("<p>脚本写的99件。</p>"); }</script><style>p { margin: 0 }</style></head>
        <body>
        <div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开2024</a></li></ul></div>
        <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/bg">报告</a></div>
        <div class="wrap"><form action="/s">
          <div class="detail">
            <h1>某市2024年法治政府建设情况报告</h1>
            <div class="info">发布时间：2025-03-20 来源：某市司法局 <a href="#">打印</a></div>
            <div id="zoom"><p>　　一、主要举措。共受理行政复议案件1516件，
        其中调解182件&nbsp;&#65288;占12%&#65289;。</p>
              <p>办理法律援助<b>2</b><i>048</i>件，R&amp;D投入5万元<br>下一行有3件。</p>
              <table><tr><th>类别</th><th colspan="2">件数</th></tr>
                <tr><td rowspan="2">调解</td><td>书面</td><td>100</td></tr>
                <tr><td><p>口头</p></td><td>82</td></tr></table>
              <ul><li>第一项，共7次。</li><li>第二项，共8次。</li></ul>
              <p style="display: none">看不见的77件。</p>
            </div>
          </div></form>
        </div>
        <div class="related"><a href="/1">相关报告一</a><a href="/2">相关报告二</a></div>
        <div class="footer">版权所有：某市司法局 电话：0411-12345678 ICP备05070218号</div>
        </body></html>
        """;

    [Fact]
    public void Read_Page_KeepsTheArticleAndNothingElse()
    {
        var text = Read(Page).Text;

        text.ShouldBe(
            """
            某市2024年法治政府建设情况报告
            发布时间：2025-03-20 来源：某市司法局 打印
            　　一、主要举措。共受理行政复议案件1516件，其中调解182件
            """.ReplaceLineEndings("\n")
                + "\u00A0（占12%）。\n办理法律援助2048件，R&D投入5万元\n下一行有3件。\n"
                + "类别\t件数\n调解\t书面\t100\n\t口头\t82\n第一项，共7次。\n第二项，共8次。\n"
        );
    }

    [Fact]
    public void Locate_EveryCharacter_LeadsToItselfInTheSource()
    {
        var report = Read(Page);
        var source = Page.ReplaceLineEndings("\n");

        for (var i = 0; i < report.Text.Length; i++)
        {
            var c = report.Text[i];
            if (c is '\n' or '\t' or ' ')
                continue;
            var place = report.Locate(i);
            (source[place.Character] == c || source[place.Character] == '&').ShouldBeTrue($"{i}: {c} → {place.Character}");
        }
        report
            .Locate(report.Text.IndexOf("1516", StringComparison.Ordinal))
            .Character.ShouldBe(source.IndexOf("1516", StringComparison.Ordinal));
        report.Describe(0).ShouldStartWith("网页源码第");
    }

    [Fact]
    public void Read_PageWithoutHeading_StartsWithTheTitleOfTheWindow()
    {
        var report = Read("<html><head><title>某县年度报告</title></head><body><div><p>共10件。</p></div></body></html>");

        report.Text.ShouldBe("某县年度报告\n共10件。\n");
    }

    [Fact]
    public void Read_OneLongParagraphAmongShortOnes_LosesNone()
    {
        var body = string.Concat(Enumerable.Repeat("长句子，共5件。", 300));

        Read($"<body><div><p>短句1件。</p><p>{body}</p><p>结尾2件。</p></div></body>")
            .Text.ShouldBe($"短句1件。\n{body}\n结尾2件。\n");
    }

    [Fact]
    public void Read_ArticleInAContainerNamedLikeNavigation_IsStillRead() =>
        Read("<body class='has-sidebar'><div class='share menu'><p>受理5件。</p><p>办结4件。</p></div></body>")
            .Text.ShouldBe("受理5件。\n办结4件。\n");

    [Fact]
    public void Read_TableThatOnlyArrangesThePage_BecomesLines()
    {
        var text = Read(
            "<body><table><tr><td><a href='/'>首页</a></td><td><table><tr><td><p>甲3件。</p><p>乙4件。</p></td></tr></table></td></tr></table></body>"
        ).Text;

        text.ShouldBe("甲3件。\n乙4件。\n");
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void Read_Encoding_IsFoundFromTheBytes(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var codec = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. codec.Preamble, .. codec.GetBytes(Page.Replace("charset=\"utf-8\"", "charset=gb2312"))];

        ReportSource.Read(bytes, "报告.html").Text.ShouldContain("共受理行政复议案件1516件，其中");
    }

    [Fact]
    public void Read_PageThatDeclaresBig5_IsReadAsBig5()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("big5").GetBytes("<html><meta charset=big5><body><p>受理案件12件。</p></body></html>");

        ReportSource.Read(bytes, "a.html").Text.ShouldBe("受理案件12件。\n");
    }

    [Fact]
    public void Read_HtmlNamedTxt_IsReadAsHtml() =>
        ReportSource.Read(Encoding.UTF8.GetBytes("<!DOCTYPE html><body><p>共3件。</p>"), "a.txt").Text.ShouldBe("共3件。\n");

    /// <summary>Each would keep a tree builder busy for minutes or more.</summary>
    [Theory]
    [InlineData("<div>", 600)]
    [InlineData("<b>", 600)]
    [InlineData("<i", 100_001)]
    [InlineData("<table>a", 600)]
    [InlineData("长", 5_000_001)]
    public void Read_PageMadeToBeSlow_IsRefused(string piece, int times) =>
        Should
            .Throw<UnreadableSourceException>(() => Read("<html>" + string.Concat(Enumerable.Repeat(piece, times))))
            .Message.ShouldContain("存为 txt");

    [Fact]
    public void Read_TagWithEndlessAttributes_IsRefused() =>
        Should.Throw<UnreadableSourceException>(() =>
            Read("<body " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">共3件。")
        );

    private static ReportText Read(string html) =>
        ReportSource.Read(Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n")), "报告.html");
}
