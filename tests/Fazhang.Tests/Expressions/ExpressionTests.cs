using Fazhang.Core.Expressions;
using Shouldly;
using Xunit;
using static Fazhang.Tests.Deadlines.Calendars;
using static Fazhang.Tests.Expressions.SampleScope;

namespace Fazhang.Tests.Expressions;

public sealed class ExpressionTests
{
    private static readonly object?[] s_row = Row(
        ("applied_on", Day("2024-02-08")),
        ("accepted_on", Day("2024-02-20")),
        ("applicant", "张三"),
        ("remark", ""),
        ("persons", 11L),
        ("amount", 123456L),
        ("rate", 333L),
        ("urgent", true),
        ("outcome", "mediated"),
        ("respondent", 7L)
    );

    [Theory]
    [InlineData("accepted_on >= applied_on", true)]
    [InlineData("accepted_on = 2024-02-20", true)]
    [InlineData("outcome in (mediated, settled)", true)]
    [InlineData("outcome not in (mediated, settled)", false)]
    [InlineData("outcome = 'revoked'", false)]
    [InlineData("outcome != revoked", true)]
    [InlineData("persons > 10 and not urgent = false", true)]
    [InlineData("persons = 11 or persons / 0 = 1", true)]
    [InlineData("applicant is not empty and remark is empty", true)]
    [InlineData("visits is empty", true)]
    [InlineData("amount = 1234.56", true)]
    [InlineData("rate = 0.333", true)]
    [InlineData("amount > persons", true)]
    [InlineData("persons in (1, 11.0)", true)]
    [InlineData("respondent in (3, 7)", true)]
    [InlineData("respondent != 7", false)]
    [InlineData("1 / 2 = 0.5", true)]
    [InlineData("2 + 3 * 4 - 6 / 2 = 11", true)]
    [InlineData("-persons + 1 = -10", true)]
    [InlineData("10 - 3 - 2 = 5", true)]
    [InlineData("days(applied_on, accepted_on) = 12", true)]
    [InlineData("days(accepted_on, applied_on) = -12", true)]
    [InlineData("workdays(applied_on, accepted_on) = 4", true)] // 9 (Fri), 18 (make-up Sunday), 19, 20 February 2024
    [InlineData("workdays(accepted_on, applied_on) = -4", true)]
    [InlineData("today = 2024-03-02 and today() = today", true)]
    [InlineData("year(applied_on) = 2024 and month(applied_on) = 2", true)]
    [InlineData("applicant = '张三' and applicant != \"it's\"", true)]
    [InlineData("true or false and false", true)]
    [InlineData("(true or false) and false", false)]
    [InlineData("not true or true", true)]
    public void Evaluate_KnownValues_GivesTheExpectedTruth(string text, bool expected) =>
        Parse(text).Test(s_row, Context).ShouldBe(expected);

    [Theory]
    [InlineData("visits > 3", null)]
    [InlineData("not visits > 3", null)]
    [InlineData("visits > 3 and urgent", null)]
    [InlineData("visits > 3 and not urgent", false)]
    [InlineData("visits > 3 or urgent", true)]
    [InlineData("visits > 3 or not urgent", null)]
    [InlineData("visits in (1, 2)", null)]
    [InlineData("visits not in (1, 2)", null)]
    [InlineData("persons / 0 > 1", null)]
    [InlineData("persons / (persons - persons) > 1", null)]
    [InlineData("(visits > 3) is empty", true)]
    [InlineData("workdays(2012-12-31, accepted_on) > 0", null)] // before the first calendar
    public void Evaluate_UnknownValues_FollowsThreeValuedLogic(string text, bool? expected) =>
        Parse(text).Test(s_row, Context).ShouldBe(expected);

    [Fact]
    public void Evaluate_OtherTypesThanConditions_GivesTheirValue()
    {
        Parse("amount").Evaluate(s_row, Context).ShouldBe(1234.56);
        Parse("persons").Evaluate(s_row, Context).ShouldBe(11L);
        Parse("persons + 1").Evaluate(s_row, Context).ShouldBe(12.0);
        Parse("applicant").Evaluate(s_row, Context).ShouldBe("张三");
        Parse("outcome").Evaluate(s_row, Context).ShouldBe("mediated");
        Parse("applied_on").Evaluate(s_row, Context).ShouldBe(Day("2024-02-08"));
    }

    [Fact]
    public void Evaluate_TextsBeyondTheBasicPlane_OrdersByCodePoint()
    {
        // U+20000 is above U+FF21 although its first UTF-16 unit is below.
        Parse("applicant > '\uFF21'").Test(Row(("applicant", "\U00020000")), Context).ShouldBe(true);
        Parse("applicant < '\U00020001'").Test(Row(("applicant", "\U00020000")), Context).ShouldBe(true);
        Parse("applicant < 'ab'").Test(Row(("applicant", "a")), Context).ShouldBe(true);
    }

    [Fact]
    public void Evaluate_IntegersBeyondTheDoubles_AreComparedExactly()
    {
        var row = Row(("persons", 9007199254740993L), ("visits", 9007199254740992L));
        Parse("persons = visits").Test(row, Context).ShouldBe(false);
        Parse("persons > visits").Test(row, Context).ShouldBe(true);
        Parse("persons * 1 = visits * 1").Test(row, Context).ShouldBe(true); // arithmetic is on doubles
    }

    [Fact]
    public void Parse_CodeThatIsAlsoAFieldName_MeansTheCodeBesideItsField()
    {
        var expression = Parse("outcome = persons");
        expression.Fields.ShouldBe(["outcome"]);
        expression.Test(Row(("outcome", "persons")), Context).ShouldBe(true);
    }

    [Fact]
    public void Parse_AnyExpression_TellsTypeFieldsAndUseOfToday()
    {
        var expression = Parse("days(applied_on, today) > persons");
        expression.Type.ShouldBe(ExpressionType.Boolean);
        expression.Fields.Order().ShouldBe(["applied_on", "persons"]);
        expression.UsesToday.ShouldBeTrue();
        Parse("persons > 1").UsesToday.ShouldBeFalse();
    }

    [Fact]
    public void Scope_ReservedOrDoubleName_IsRefused()
    {
        var field = Scope.Find("persons")!;
        Should.Throw<ArgumentException>(() => new ExpressionScope([field with { Name = "today" }]));
        Should.Throw<ArgumentException>(() => new ExpressionScope([field, field]));
        new ExpressionScope([field with { Name = "year" }]).Find("year").ShouldNotBeNull();
    }
}
