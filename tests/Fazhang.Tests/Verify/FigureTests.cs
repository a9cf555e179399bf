using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Pairs: a sentence and the figures in it, in the order of the text; nothing else may be found.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("全年受理申请1203件。", "1203件=1203")]
    [InlineData("全年受理申请１２０３件。", "１２０３件=1203")]
    [InlineData("全年受理申请 1203 件。", "1203件=1203")]
    [InlineData("投诉652,318件,为群众挽回损失4.5亿元。", "652,318件=652318 4.5亿元=450000000")]
    [InlineData("发放资料1万6千余份。", "1万6千份=16000")]
    [InlineData("惠及1亿3千多万人。", "1亿3千多万人=130000000")]
    [InlineData("减轻负担3万多亿元。", "3万多亿元=3000000000000")]
    [InlineData("追回欠薪2600余万元。", "2600余万元=26000000")]
    [InlineData("近千名干部参加,开展活动十余场。", "千名=1000 十场=10")]
    [InlineData("分两个批次培训,召开三次会议。", "两批次=2 三次=3")]
    [InlineData("办结二十三件。", "二十三件=23")]
    [InlineData("每个社区派驻3-5名顾问。", "3-5名=3")]
    [InlineData("办结率为百分之十二,复议率为万分之2.4。", "十二%=12 2.4‱=2.4")]
    [InlineData("占三成,下降一半,翻一番。", "三成%=30 一半%=50 一番%=100")]
    [InlineData("增幅达3.6倍,提升2.5个百分点。", "3.6倍=3.6 2.5个百分点=2.5")]
    [InlineData("减少案件一起。", "一起=1")]
    [InlineData("其他12,合计30件。", "12=12 30件=30")]
    [InlineData("惠及1400万儿童。", "1400万=14000000")]
    [InlineData("连续4年增长。", "4年=4")]
    [InlineData("收案204 000件,占比超6成。", "204 000件=204000 6成%=60")]
    [InlineData("行政许可2050,占41.0%。", "2050=2050 41.0%=41")]
    [InlineData("人均预期寿命提高到80岁。", "80岁=80")]
    [InlineData("拓展到50多个领域,出台一百余项制度。", "50个=50 一百项=100")]
    [InlineData("出庭率百分之百。", "百%=100")]
    [InlineData("履行率七成五,通报案例两批16件。", "七成五%=75 两批=2 16件=16")]
    [InlineData("上千家企业、近千万家庭受益。", "千家=1000 千万=10000000")]
    public void Read_SentenceWithFigures_ReturnsExactlyThem(string sentence, string expected) =>
        Show(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("2024年3月15日,市政府第21次常务会议审议通过。")]
    [InlineData("二十届三中全会、第十四届全国人大、“十四五”规划、“八五”普法。")]
    [InlineData("拨打12348热线或12345平台,与110联动。")]
    [InlineData("依据《行政复议法》第四十四条第二款,印发〔2024〕15号文件。")]
    [InlineData("一、主要做法\n(一)加强领导。一是压实责任;二是严格考核。\n1.健全制度。")]
    [InlineData("落实“三项制度”“双随机、一公开”,推进“四所一庭”联动,坚持两手抓。")]
    [InlineData("进一步统一思想,一体推进,一些问题仍待解决,市县两级同步。")]
    [InlineData("居全省第一,位列第3位,排名前10名。")]
    [InlineData("构建1+4+N格局,提供7×24小时服务,PM2.5持续改善,C919投产。")]
    [InlineData("近三年来,前11个月,三年行动方案,60岁以上老人。")]
    [InlineData("发布时间:2025-01-26 10:48:47 浏览次数:1234 字号:16")]
    [InlineData("结合“5·15”宣传日和“12.4”宪法日。")]
    [InlineData("全县30人以上企业均已建立制度。")]
    [InlineData("千家万户共享,亿万人民欢庆,百年大计,万众一心,数百万人口。")]
    [InlineData("打造15分钟生活圈,关注8小时以外,建成5万吨级码头,上线2.0版系统,上午10时30分开庭。")]
    [InlineData("世界500强企业,90后干部,3.15晚会,119消防日,比例为3:7,从0到1的突破。")]
    [InlineData("15秒接通率稳定,12小时内办结,不计上年;见第3页,详见附件2。")]
    public void Read_SentenceWithoutStatistics_FindsNoFigure(string sentence) => Show(sentence).ShouldBe("");

    [Theory]
    [InlineData("共有137万余件", 1_370_000, 1_380_000)]
    [InlineData("共有近300场", 255, 300)]
    [InlineData("共有1516件", 1516, 1516)]
    [InlineData("占19.3%", 19.25, 19.4)]
    [InlineData("共181.3万件", 1_812_500, 1_814_000)]
    public void Read_RoundedOrHedged_GivesTheIntervalOfTrueValues(string sentence, decimal low, decimal high)
    {
        var figure = ReportChecker.Check(sentence).Figures.ShouldHaveSingleItem();
        (figure.Low, figure.High).ShouldBe((low, high));
    }

    [Fact]
    public void Read_NumberBrokenByLineEnd_IsOneFigureWithItsPlaceInTheSource()
    {
        const string text = "本年度全市各级行政复议机构依法共收到行政复议申请15\n16件。";
        var figure = ReportChecker.Check(text).Figures.ShouldHaveSingleItem();
        figure.Value.ShouldBe(1516);
        text.Substring(figure.Start, figure.Length).ShouldBe("15\n16");
    }

    [Theory]
    [InlineData("同比增长12%", FigureKind.ChangePercent)]
    [InlineData("提高到91.4%", FigureKind.Percent)]
    [InlineData("日均10169件", FigureKind.RatePer)]
    [InlineData("受理5件", FigureKind.Count)]
    [InlineData("咨询5人次", FigureKind.Times)]
    [InlineData("压缩至1个工作日", FigureKind.Duration)]
    [InlineData("罚款5万元", FigureKind.Money)]
    public void Read_Figure_KnowsItsKind(string sentence, FigureKind kind) =>
        ReportChecker.Check(sentence).Figures.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    private static string Show(string sentence) =>
        string.Join(' ', ReportChecker.Check(sentence).Figures.Select(f => $"{f.Text}{f.Unit}={f.Value:0.####}"));
}
