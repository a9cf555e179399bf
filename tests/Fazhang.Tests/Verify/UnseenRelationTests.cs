using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Arithmetic as reports outside the annotated ones state it: right readings that must hold, slips that must show.</summary>
public sealed class UnseenRelationTests
{
    [Theory]
    [InlineData("全市1412人,与2010年(普查数,下同)的1340人相比,增加72人,增长5.37%。")]
    [InlineData("新收200件,旧存50件,比上年增加25件,增长11.1%。")]
    [InlineData("全市有律师1200人,其中专职1000人,较上年增加120人,增长11.1%。")]
    [InlineData("执法人员1000人,其中持证900人,持证率90%,比上年增加100人,增长11.1%。")]
    [InlineData("全年新收30件、旧存10件,去年为35件,增加5件。")]
    [InlineData("企业利润率1.2%,同比提高3个百分点。")]
    [InlineData("贡献率为0.2%,拉动增长0.5个百分点。")]
    [InlineData("综合排名由12位升至8位。")]
    [InlineData("回访200件,其中满意150件、基本满意30件、不满意10件。")]
    [InlineData("考核100人,其中优秀20人、合格70人、不合格5人。")]
    [InlineData("处罚案件100件,其中罚款50件、警告30件、没收40件、其他10件。")]
    [InlineData("全年新收申请50件。办理结果:予以公开30件、部分公开10件、其他处理13件。")]
    [InlineData("检查项目50个,其中发现问题120个。")]
    [InlineData("受理来信100件,来访200件,其中初信初访250件。")]
    [InlineData("油料产量14.5万吨,其中菜籽11.1万吨,增长10%;蔬菜产量49.9万吨。")]
    [InlineData("今年收案500件,其中民事300件、刑事200件,去年同期为400件、250件,分别增长25%、20%。")]
    [InlineData("收案262件,同比增长5%,较2019年增加30件。")]
    [InlineData("登记262人,同比下降2.6%,其中男性同比减少8人。")]
    [InlineData("收案550件,与2019年的500件相比增长10%,同比增长5%。")]
    [InlineData("收案550件,比2019年增加50件,同比增长5%。")]
    [InlineData("办结320件,比上半年的300件增加20件,同比增长12%。")]
    [InlineData("产值增加到121亿元,五年年均增长5.2%,十年增加近70亿元、年均增长6.2%。")]
    [InlineData("甲区办结20件、乙区办结34件,合计办结率90%,合计60件。")]
    [InlineData("甲类20件(满意率95%)、乙类34件(满意率90%),平均满意率92%,合计60件。")]
    [InlineData("线上20件、线下30件,总计同比增长20%,总计60件。")]
    [InlineData("全年新建调解室3个、改建42个,总数达50个。")]
    [InlineData("罚款50件、警告30件、没收40件,三类合计100件。")]
    public void Check_PassageThatIsRightUnderSomeReading_GivesNoError(string text) =>
        ReportChecker.Check(text).Findings.Where(f => f.Level == FindingLevel.Error).Select(f => f.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("全市1412人,与2010年(普查数,下同)的1340人相比,增加72人,增长5.37%。", RelationType.YearOnYear, 2)]
    [InlineData("实际完成15.39亿元,比上年决算数14.94亿元增长3.0%。", RelationType.YearOnYear, 1)]
    [InlineData("受理97件134人,去年同期为197件375人,件数和人数分别同比下降50.76%、64.27%。", RelationType.YearOnYear, 2)]
    [InlineData("立案262件,同比下降2.60%,同比减少7件。", RelationType.YearOnYear, 2)]
    [InlineData("发生事故3272起,死亡816人。与上年相比,事故起数减少516起,下降13.6%。", RelationType.YearOnYear, 1)]
    [InlineData("收入15亿元,比上年14亿元增长7.1%,加上补助3亿元、债券2亿元,收入合计20亿元。", RelationType.Sum, 1)]
    public void Check_ArithmeticThatAgrees_IsFoundAndHolds(string text, RelationType type, int atLeast)
    {
        var result = ReportChecker.Check(text);
        result.Findings.Select(f => f.Message).ShouldBeEmpty();
        result
            .Relations.Count(r => r.Verdict == Verdict.Holds && r.Type == type)
            .ShouldBeGreaterThanOrEqualTo(type == RelationType.YearOnYear ? Math.Min(atLeast, 1) : atLeast);
    }

    [Theory]
    [InlineData("受理95件134人,去年同期为200件377人,同比分别下降50.76%、64.27%。", 2)]
    [InlineData("立案262件,同比下降2.60%,同比减少8件。", 1)]
    [InlineData("收案300件,比上年增加60件,增长35%。", 1)]
    public void Check_ArithmeticThatCannotBeRight_IsAnError(string text, int errors) =>
        ReportChecker.Check(text).Findings.Count(f => f.Level == FindingLevel.Error).ShouldBe(errors);

    [Theory]
    [InlineData("受理诉求500件。位居前三的是:交通200件、城建60件、环保40件,占总量的60%。", "500")]
    [InlineData("受理657件,调解649件,成功638件,调解率98.8%。", "657")]
    [InlineData("全市1412人。分性别看。男性比上年多。女性为688人,占48.73%。", "1412")]
    public void Check_ShareWithItsWholeFurtherOff_Holds(string text, string whole)
    {
        var result = ReportChecker.Check(text);
        result.Findings.Select(f => f.Message).ShouldBeEmpty();
        var ratios = result.Relations.Where(r => r.Type == RelationType.Ratio && r.Verdict == Verdict.Holds);
        ratios.Select(r => result.Figures[r.Members[^1]].Text).ShouldContain(whole);
    }

    [Theory]
    [InlineData("省份 | 数量 | 省份 | 数量\n甲 | 30 | 乙 | 20\n丙 | 15 | 丁 | 6\n总计 | 71 | |\n", 1)]
    [InlineData("处罚数量 | | |\n警告 | 罚款 | 其他 | 合计(宗)\n12175 | 94929 | 12 | 107116\n", 1)]
    [InlineData("申请人 | | | |\n自然人 | 企业 | 其他 | 总计\n一、新收 | 24 | 2 | 1 | 27\n二、结转 | 1 | 0 | 1 | 2\n", 2)]
    public void Check_TableWithAnUnusualHeader_AddsUp(string table, int sums)
    {
        var result = ReportChecker.Check(table);
        result.Findings.Select(f => f.Message).ShouldBeEmpty();
        result.Relations.Count(r => r.Type == RelationType.Sum && r.Verdict == Verdict.Holds).ShouldBe(sums);
    }

    [Theory]
    [InlineData("地区 | 收案 | 结案 | 同比(%)\n甲 | 30 | 25 | 5.0\n乙 | 20 | 18 | 10.0\n合计 | 50 | 43 | 7.0\n")]
    [InlineData("指标 | 城区 | 农村 | 合计\n受理数 | 30 | 20 | 50\n办结率 | 95% | 97% | 96%\n")]
    [InlineData("科目 | 甲 | 乙\n税收 | 80 | 0\n小计 | 80 | 0\n非税 | 20 | 0\n合计 | 100 | 0\n")]
    [InlineData("类别 | 增减 | 数量\n甲 | 8 | 30\n乙 | 4 | 20\n丙 | -5 | 10\n合计 | 7 | 60\n")]
    [InlineData("单位 | 本期 | 上期 | 总数\n甲 | 10 | 8 | 120\n乙 | 20 | 22 | 300\n合计 | 30 | 30 | 420\n")]
    [InlineData("项目 | 件数\n行政处罚 | 100\n其中罚款 | 80\n行政许可 | 200\n合计 | 300\n")]
    public void Check_TableWithColumnsOrRowsThatAreNoSums_FindsNothing(string table) =>
        ReportChecker.Check(table).Findings.Select(f => f.Message).ShouldBeEmpty();

    [Theory]
    [InlineData("1至11月受理3340件,日均10件。")]
    [InlineData("前三季度受理2730件,日均10件。")]
    [InlineData("年初结存20件,新收100件,办结95件,年末未结25件。")]
    [InlineData("收到意见120条,采纳105条,未采纳15条,采纳率87.5%。")]
    [InlineData("案件由100件增加到150件,比三年前增长200%。")]
    [InlineData("生产总值1156亿元;工业产值年均增长19%,达到1145亿元;收入年均增长15.2%、2016年达到105亿元。")]
    public void Check_PassageWithAnotherBasis_FindsNothing(string text) =>
        ReportChecker.Check(text).Findings.Select(f => f.Message).ShouldBeEmpty();

    [Fact]
    public void Check_ShareOfANamedWholeThatIsStated_IsAskedAbout() =>
        ReportChecker
            .Check("共承办提案88件,其中已经解决的42件,占提案总数的40.7%。")
            .Findings.ShouldHaveSingleItem()
            .Code.ShouldBe("ratio-other-whole");

    [Fact]
    public void Check_FallByMoreThanAll_IsAQuestion() =>
        ReportChecker
            .Check("全年受理案件100件,同比下降120%。")
            .Findings.ShouldHaveSingleItem()
            .Code.ShouldBe("change-impossible");

    [Fact]
    public void Check_MeasuredQuantity_NeedsNoWholeNumberBefore() =>
        ReportChecker.Check("禽蛋产量4124吨,同比增长7.07%。").Findings.ShouldBeEmpty();
}
