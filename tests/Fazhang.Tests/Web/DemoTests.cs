using Fazhang.Core.Demo;
using Fazhang.Core.Storage;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>The demonstration loads behind the running site.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("fazhang-demo-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Pages_WhileTheDemonstrationLoads_AnswerAndSaySo()
    {
        var options = new WebOptions { Data = data };
        var books = Core.Storage.Books.Open(
            Repository.Catalogue,
            new SqliteDialect(Path.Combine(options.Data, Fazhang.Core.Storage.Books.FileName)),
            TimeProvider.System
        );
        await using var app = Site.Build(options, books, builder => builder.WebHost.UseTestServer());
        await app.StartAsync(TestContext.Current.CancellationToken);
        // Before the folder goes, the load must be out of it; disposing alone does not wait.
        await using var stopped = new StopFirst(app);
        await app.Services.GetRequiredService<DemoRunner>().AccountsReady;
        var browser = new Browser(
            new HttpClient(app.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost") }
        );
        var account = DemoLoader.AccountsOf(data)[0];

        var login = await browser.GetAsync("/login?as=" + account.Login);
        var workbench = await browser.SaveAsync(login, "/login");

        login.Text.ShouldContain("演示数据装载中");
        login.Text.ShouldContain("演示账簿 · 业务日期 2024年12月31日 · 数据为合成");
        login.One("input[name=login]").GetAttribute("value").ShouldBe(account.Login);
        login.Words.ShouldContain(account.Password, Case.Sensitive, "demonstration books show their passwords");
        workbench.Status.ShouldBe(200);
        workbench.Html.QuerySelector(".strip")!.TextContent.ShouldContain("演示账簿");
    }

    [Fact]
    public async Task RealBooks_ShowNoPasswordsAndNoStrip()
    {
        await using var site = await SiteUnderTest.StartAsync();
        await File.WriteAllTextAsync(
            Path.Combine(site.Test.Directory, "demo-accounts.txt"),
            "clerk\t某人\t经办\tleaked",
            TestContext.Current.CancellationToken
        );

        var login = await site.Browser().GetAsync("/login?as=clerk");

        login.Text.ShouldNotContain("leaked");
        login.All(".strip").ShouldBeEmpty();
    }

    private sealed class StopFirst(Microsoft.AspNetCore.Builder.WebApplication app) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => new(app.StopAsync(CancellationToken.None));
    }
}
