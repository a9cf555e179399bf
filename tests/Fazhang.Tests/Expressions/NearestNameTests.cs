using Fazhang.Core.Expressions;
using Shouldly;

namespace Fazhang.Tests.Expressions;

/// <summary>What is said to somebody who wrote a name that is not there.</summary>
public sealed class NearestNameTests
{
    private static readonly string[] Many = [.. Enumerable.Range(1, 60).Select(i => $"line{i % 6}.register{i}")];

    [Theory]
    [InlineData("recieved", "是不是“received”？")]
    [InlineData("xyz", "可用：received、closed。")]
    public void Hint_OfFew_NamesTheNearestOrAll(string name, string expected) =>
        NearestName.Hint(name, ["received", "closed"]).ShouldBe(expected);

    [Fact]
    public void Hint_OfMany_NamesThoseOfTheGroup_OrAFew()
    {
        NearestName.Hint("line3.somethingelse", Many).ShouldStartWith("以“line3.”开头的有：line3.register3、line3.register9、");
        NearestName
            .Hint("whatever.else.at.all", Many)
            .ShouldBe(
                "可用的有 60 个，例如 line1.register1、line2.register2、line3.register3、line4.register4、line5.register5。"
            );
    }
}
