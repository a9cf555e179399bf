using Fazhang.Core.Expressions;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Expressions.SampleScope;

namespace Fazhang.Tests.Expressions;

/// <summary>Every mistake is answered with its place, what is wrong and what would be right.</summary>
public sealed class ExpressionProblemTests
{
    [Theory]
    [InlineData("", 0, "空的")]
    [InlineData("acepted_on > today", 0, "没有字段 acepted_on，是不是 accepted_on（受理日期）？")]
    [InlineData("outcome = mediate", 10, "没有代码 mediate，是不是 mediated？可用的代码：mediated、settled、revoked、persons")]
    [InlineData("outcome in (mediated, lost)", 22, "没有代码 lost")]
    [InlineData("outcome = 'lost'", 10, "没有代码 lost")]
    [InlineData("outcome > mediated", 8, "代码没有大小先后，只能用 = 或 !=")]
    [InlineData("respondent < 3", 11, "编号引用没有大小先后")]
    [InlineData("applied_on > '2024-03-02'", 11, "日期直接写 2024-03-02，不加引号")]
    [InlineData("applied_on > 3", 11, "日期不能与整数比较")]
    [InlineData("applicant = 3", 10, "文字不能与整数比较")]
    [InlineData("persons and urgent", 0, "应是是非，这里是整数")]
    [InlineData("accepted_on - applied_on > 3", 0, "请用 days(起日, 止日)")]
    [InlineData("persons = 1 = 2", 12, "比较不能连写")]
    [InlineData("persons in ()", 8, "列表是空的")]
    [InlineData("persons in (visits)", 12, "只能写固定的值")]
    [InlineData("persons in (1, 'a')", 15, "列表里的文字不能与整数比较")]
    [InlineData("persons = 1 and", 15, "此处应是字段")]
    [InlineData("(persons = 1", 12, "缺少 )")]
    [InlineData("persons = 1)", 11, "表达式已结束")]
    [InlineData("persons == 1", 8, "“==”应写成 =")]
    [InlineData("persons <> 1", 8, "“<>”应写成 !=")]
    [InlineData("persons ＞ 1", 8, "“＞”应写成 >")]
    [InlineData("persons = 1 AND urgent", 12, "关键字要小写")]
    [InlineData("applicant = 张三", 12, "文字应加引号")]
    [InlineData("applicant = 'x", 12, "引号没有配对")]
    [InlineData("applied_on = 2023-02-29", 13, "2023-02-29 不是存在的日期")]
    [InlineData("persons = 99999999999999999999", 10, "整数太大")]
    [InlineData("rate = 0.1234567890123456", 7, "小数最多写 15 位数字")]
    [InlineData("days(applied_on) > 1", 0, "days 要 2 个参数，写了 1 个")]
    [InlineData("days(persons, applied_on) > 1", 5, "days 的参数应是日期，这里是整数")]
    [InlineData("workday(applied_on, today) > 1", 0, "是不是 workdays？")]
    [InlineData("urgent is full", 10, "is 后面只能是 empty 或 not empty")]
    [InlineData("heard_at > today", 9, "date(字段)")]
    [InlineData("heard_at > '2024-03-02'", 9, "2024-03-02 09:30")]
    [InlineData("has(outcome, settled)", 0, "has 的参数应是多选代码字段")]
    [InlineData("has(tags, settle)", 10, "是不是 settled？")]
    [InlineData("has(tags, 3)", 10, "应是 tags 的一个代码")]
    [InlineData("tags = settled", 5, "has(字段, 代码)")]
    [InlineData("outcome within settle", 15, "是不是 settled？")]
    [InlineData("persons within settled", 8, "within 用于代码字段")]
    [InlineData("count(persons) > 1", 0, "count 的参数应是行表字段")]
    [InlineData("sum(fees) > 1", 0, "例如 sum(fees.paid)")]
    [InlineData("sum(fees.note) > 1", 0, "不能求和")]
    [InlineData("count(fees.paid) > 1", 0, "count(fees)")]
    [InlineData("fees.paid > 1", 0, "没有字段 fees.paid")]
    public void Parse_WrongExpression_SaysWhereAndWhatWouldBeRight(string text, int position, string message)
    {
        var problem = Problems(text).ShouldHaveSingleItem();
        problem.Position.ShouldBe(position);
        problem.Message.ShouldContain(message);
    }

    [Fact]
    public void Parse_SeveralMistakes_ReportsAllOfThem() =>
        Problems("outcme = mediated and persons > 'a' or days(applied_on) > 1")
            .Select(problem => problem.Position)
            .Order()
            .ShouldBe([0, 30, 39]);

    [Fact]
    public void Parse_OtherTypeThanExpected_IsRefused()
    {
        Problems("persons", ExpressionType.Boolean)
            .ShouldHaveSingleItem()
            .Message.ShouldContain("这里需要是非，表达式的结果是整数");
        Problems("persons", ExpressionType.Number).ShouldBeEmpty();
    }

    [Fact]
    public void Parse_HostileDepth_IsRefusedAndDoesNotCrash()
    {
        Problems(new string('(', 3000)).ShouldHaveSingleItem().Message.ShouldContain("嵌套超过");
        Problems(string.Concat(Enumerable.Repeat("not ", 900)) + "urgent")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("嵌套超过");
        Problems("urgent" + string.Concat(Enumerable.Repeat(" or urgent", 390)))
            .ShouldHaveSingleItem()
            .Message.ShouldContain("层次超过");
        Problems(new string('1', 5000)).ShouldHaveSingleItem().Message.ShouldContain("太长");
    }

    [Fact]
    public void Parse_ArithmeticThatCouldOverflow_IsRefused()
    {
        Problems(string.Join(" * ", Enumerable.Repeat("persons", 20)) + " > 1")
            .ShouldHaveSingleItem()
            .Message.ShouldContain("超出能计算的范围");
        Problems("1 " + string.Concat(Enumerable.Repeat("/ amount", 20)) + " > 1").ShouldNotBeEmpty();
        Problems(string.Join(" + ", Enumerable.Repeat("amount", 100)) + " > 1").ShouldBeEmpty();
    }
}
