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
    [InlineData("全年登记72件,上年90件,结案率下降28.5%。")]
    [InlineData("受理55件,同比增加5件,增长率较上年提高3%。")]
    [InlineData("累计由100件增加到150件,同比增长20%。")]
    [InlineData("甲60件,占60.0%;乙40件,占40.0%;在校生8件,占学生案件的50.0%。")]
    [InlineData("办理时限由10天提升至3天。")]
    [InlineData("女性占12%,其中党员提高30.5个百分点。")]
    [InlineData("受理申请500件,审结520件,结案率104%。")]
    [InlineData("接待来访100批次300人次,其中集体访20批次150人次。")]
    [InlineData("涉及金额3.2亿元,其中农民工工资8600余万元、工程款2.1亿元、其他3000万元。")]
    [InlineData("城区850件,占28.3%;郊区1204件,占40.1%;乡镇633件,占21.1%;园区313件,占10.5%。")]
    [InlineData("共收到3000件。城区850件,占28.3%;郊区1204件,占40.1%;乡镇633件,占21.1%;园区313件,占10.5%。")]
    [InlineData("办结7990件。热点:农林1000件占12.50%,社保996件占12.45%,交管400件占5.00%,公用480件占6.00%。")]
    [InlineData("决定处罚300件,不予处罚120件,不罚率28.6%。")]
    [InlineData("调解员由2100余人增加到2300多人,增加近300人。")]
    [InlineData("劳动争议占三成,婚姻家庭占四成,其他占三成。")]
    [InlineData("收案90.5万件,结案88.2万件;诉前调解31.4万件,审执59.1万件。")]
    [InlineData("欠薪120件、工伤80件、社保50件,三类合计占全部500件的50%。")]
    [InlineData("维持71件,撤销6件,两项相加占审结案件120件的64.2%。")]
    [InlineData("年初在册400人,新接收60人,解除70人,年末在册388人(转出2人)。")]
    [InlineData("上半年20件,下半年30件,全年立案45件。")]
    [InlineData("主动公开500条,网站300条,微信150条。")]
    [InlineData("全年总支出32.39亿元,其中救助15.39亿元、供养13.36亿元、补助2.05亿元、其他0.92亿元,上年结余0.67亿元。")]
    [InlineData("提出意见46条,采纳50条次,采纳率100%。")]
    public void Check_PassageThatIsRightUnderSomeReading_GivesNoError(string text)
    {
        var errors = ReportChecker.Check(text).Findings.Where(f => f.Level == FindingLevel.Error);
        errors.Select(f => f.Message).ShouldBeEmpty();
    }
}
