using Fazhang.Core.Access;
using Fazhang.Core.Units;
using Fazhang.Tests.Books;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Fazhang.Tests.Web;

/// <summary>The whole site over books of its own: real pipeline, real database, no network.</summary>
internal sealed class SiteUnderTest : IAsyncDisposable
{
    public const string Password = "correct-horse-27";
    private readonly WebApplication app;

    private SiteUnderTest(WebApplication app, TestBooks books)
    {
        this.app = app;
        Test = books;
    }

    public TestBooks Test { get; }

    public static async Task<SiteUnderTest> StartAsync()
    {
        var books = new TestBooks();
        var app = Site.Build(
            new WebOptions { Data = books.Directory, Demo = null },
            books.Books,
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(books.Clock);
            }
        );
        await app.StartAsync();
        var site = new SiteUnderTest(app, books);
        foreach (var role in new[] { "clerk", "head", "director", "auditor", "admin" })
            site.AddAccount(role, role, books.City);
        site.AddAccount("east", "clerk", books.East);
        return site;
    }

    public void AddAccount(string login, string role, Unit unit, string? line = null) =>
        Test.Books.Write(
            (connection, transaction) =>
                Accounts.Create(connection, transaction, login, "测试" + login, Password, [new Grant(role, unit.Id, line)])
        );

    /// <summary>A browser nobody has signed in with.</summary>
    public Browser Browser() =>
        new(new HttpClient(app.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost") });

    public async Task<Browser> SignedInAsync(string login)
    {
        var browser = Browser();
        var page = await browser.GetAsync("/login");
        var answer = await browser.SubmitAsync(page, "/login", ("login", login), ("password", Password));
        if (answer.Status != 302)
            throw new InvalidOperationException($"Signing in as {login} failed: {answer.Status} {answer.Text}");
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Test.Dispose();
    }
}
