using System.Net.Http.Headers;
using System.Text;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Requests that no browser sends by itself: refused in words, never a crash.</summary>
public sealed class BrokenRequestTests(LookedAtSite look) : IClassFixture<LookedAtSite>
{
    private const string Form = "application/x-www-form-urlencoded";

    public static TheoryData<string, string, string, int> Bodies =>
        new()
        {
            { "a field over the limit", "text=" + new string('a', 9 * 1024 * 1024), Form, 413 },
            { "too many fields", string.Join('&', Enumerable.Range(0, 3000).Select(i => $"k{i}=1")), Form, 413 },
            { "bytes that are no text", "text=%ff%fe%00", Form, 400 },
            { "a multipart form without parts", "xxx", "multipart/form-data; boundary=q", 400 },
            { "a multipart form without a boundary", "xxx", "multipart/form-data", 400 },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_Broken_IsRefusedInWords(string what, string body, string type, int status)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        var answer = await look.SendAsync("", new HttpRequestMessage(HttpMethod.Post, "/verify") { Content = content });

        answer.Status.ShouldBe(status, what);
        answer.One("main h1").TextContent.ShouldBe(status == 413 ? "内容太大" : "请求有误");
    }

    [Theory]
    [InlineData("/r/reconsideration.case?after=%F0%9F%92%A3")]
    [InlineData("/r/reconsideration.case?after=zzzz&sort=nonsense&dir=sideways")]
    [InlineData("/r/reconsideration.case?state=no-such-state&c.act=%27%20OR%201=1--")]
    [InlineData("/r/reconsideration.case?q=%25%27%22%00")]
    [InlineData("/search?q=%00%01")]
    [InlineData("/r/reconsideration.case/1?done=%3Cscript%3E")]
    [InlineData("/login?as=%3Cscript%3E&next=%3Cscript%3E")]
    public async Task Address_WithNonsenseInIt_IsStillAPage(string address)
    {
        var answer = await look.GetAsync("head", address);

        answer.Status.ShouldBeOneOf(200, 302);
        answer.Text.ShouldNotContain("<script>");
    }
}
