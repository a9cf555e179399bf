using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>Passages that look wrong to a hasty reader and are not: none may give an error.</summary>
public sealed class NoFalseAlarmTests
{
    [Theory]
    [InlineData("全市有律师1200名,新增30名,其中专职律师1100名。")]
    [InlineData("今年新建调解室3个、改建2个,总数达50个。")]
    [InlineData("受理投诉100件,其中来信20件、来访30件、其他部门转办15件。")]
    [InlineData("立案120件,罚没30万元,移送案件5件、线索6件,其他8件。")]
    [InlineData("新建中心8个。调解室3个、工作站5个、其他2个。")]
    [InlineData("受理100件,较上年多20件,环比下降5%。")]
    [InlineData("案件由1000件增加到1500件,年均增长8.4%。")]
    [InlineData("国内生产总值由54万亿元增加到82.7万亿元,增长35%。")]
    [InlineData("全年立案59件,上年96件,结案率下降28.5%。")]
    [InlineData("受理55件,同比增加5件,增长率较上年提高3%。")]
    [InlineData("累计由100件增加到150件,同比增长20%。")]
    [InlineData("甲60件,占60.0%;乙40件,占40.0%;在校生8件,占学生案件的50.0%。")]
    [InlineData("办理时限由10天提升至3天。")]
    [InlineData("女性占12%,其中党员提高30.5个百分点。")]
    [InlineData("受理申请500件,审结520件,结案率104%。")]
    [InlineData("接待来访100批次300人次,其中集体访20批次150人次。")]
    [InlineData("涉及金额3.2亿元,其中农民工工资8600余万元、工程款2.1亿元、其他3000万元。")]
    [InlineData("市政府收到1186件,占19.1%;区政府1680件,占27.1%;市部门1750件,占28.2%;区部门1584件,占25.6%。")]
    [InlineData("共收到6200件。市政府1186件,占19.1%;区政府1680件,占27.1%;市部门1750件,占28.2%;区部门1584件,占25.6%。")]
    [InlineData("综合办结11163件。热点:农林1590件占14.23%,社保1485件占13.29%,交管1152件占10.31%,公用1050件占9.4%。")]
    [InlineData("共决定起诉30.8万人,不起诉12.2万人,不诉率28.3%。")]
    [InlineData("调解员由2100余人增加到2300多人,增加近300人。")]
    [InlineData("劳动争议占三成,婚姻家庭占四成,其他占三成。")]
    [InlineData("收案4557.37万件,结案4526.8万件;诉前调解1745.98万件,审执3357.6万件。")]
    [InlineData("提出意见46条,采纳50条次,采纳率100%。")]
    public void Check_PassageThatIsRightUnderSomeReading_GivesNoError(string text)
    {
        var errors = ReportChecker.Check(text).Findings.Where(f => f.Level == FindingLevel.Error);
        errors.Select(f => f.Message).ShouldBeEmpty();
    }
}
