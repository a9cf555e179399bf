using Dapper;
using Fazhang.Core.Units;
using Fazhang.Tests.Books;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

    public IServiceProvider Services => app.Services;

    public static async Task<SiteUnderTest> StartAsync(Core.Definitions.Catalogue? catalogue = null)
    {
        var books = new TestBooks(catalogue);
        var app = Site.Build(
            new WebOptions { Data = books.Directory, Demo = null },
            books.Books,
            builder =>
            {
                builder.WebHost.UseTestServer();
                // What the tests provoke on purpose need not stand in their output.
                builder.Logging.ClearProviders();
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

    // Hashing is slow on purpose; once is enough for all accounts of all tests.
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<string>().HashPassword("", Password));

    public void AddAccount(string login, string role, Unit unit) =>
        Test.Books.Write(
            (connection, transaction) =>
            {
                var id = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM account", transaction: transaction);
                connection.Execute(
                    "INSERT INTO account (id, login, name, password_hash, disabled) VALUES (@id, @login, @name, @hash, 0)",
                    new
                    {
                        id,
                        login,
                        name = "测试" + login,
                        hash = Hash.Value,
                    },
                    transaction
                );
                connection.Execute(
                    "INSERT INTO account_role (account_id, role, unit_id) VALUES (@id, @role, @unit)",
                    new
                    {
                        id,
                        role,
                        unit = unit.Id,
                    },
                    transaction
                );
                return id;
            }
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
        // Disposing alone does not wait for what the site does by itself, which would find its books gone in the middle.
        await app.StopAsync();
        await app.DisposeAsync();
        Test.Dispose();
    }
}

/// <summary>One site with one case, for tests that only look.</summary>
public sealed class LookedAtSite : IAsyncLifetime
{
    private readonly Dictionary<string, Browser> browsers = new(StringComparer.Ordinal);
    private SiteUnderTest? site;

    public async ValueTask InitializeAsync()
    {
        site = await SiteUnderTest.StartAsync();
        await site.EnterAsync(await site.SignedInAsync("clerk"));
    }

    /// <summary>A page as that account sees it; empty for nobody.</summary>
    internal Task<Answer> GetAsync(string login, string address) =>
        SendAsync(login, new HttpRequestMessage(HttpMethod.Get, address));

    internal async Task<Answer> SendAsync(string login, HttpRequestMessage request)
    {
        if (!browsers.TryGetValue(login, out var browser))
            browsers[login] = browser = login.Length == 0 ? site!.Browser() : await site!.SignedInAsync(login);
        return await browser.SendAsync(request);
    }

    public ValueTask DisposeAsync() => site!.DisposeAsync();
}
