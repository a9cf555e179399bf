using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Storage;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Fazhang.BrowserTests.House))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Fazhang.BrowserTests;

/// <summary>
/// The site as it is started for people: Kestrel on a free port, SQLite, the whole demonstration city; and a Chromium to
/// visit it with. One for all journeys.
/// </summary>
public sealed class House : IAsyncLifetime
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "fazhang-browser-" + Guid.NewGuid().ToString("N"));
    private readonly Dictionary<string, string> sessions = new(StringComparer.Ordinal);
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? chromium;

    public string Address { get; private set; } = "";

    /// <summary>Where pictures of the pages are put; not part of the repository.</summary>
    public static string Pictures { get; } = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots")).FullName;

    public async ValueTask InitializeAsync()
    {
        var problems = new List<DefinitionProblem>();
        var catalogue =
            DefinitionLoader.Load(Path.Combine(Root(), "definitions"), problems) ?? throw new DefinitionException(problems);
        Directory.CreateDirectory(data);
        var options = new WebOptions { Data = data, Port = 0 };
        var books = Books.Open(
            catalogue,
            new SqliteDialect(Path.Combine(options.Data, Fazhang.Core.Storage.Books.FileName)),
            TimeProvider.System
        );
        app = Site.Build(options, books);
        await app.StartAsync();
        Address = app.Urls.First();
        await LoadedAsync(app.Services.GetRequiredService<DemoRunner>());
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium(),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public string PasswordOf(string login) => DemoLoader.AccountsOf(data).Single(account => account.Login == login).Password;

    /// <summary>A fresh browser profile. What the console complains about fails the test that looks at <see cref="Visitor.Complaints"/>.</summary>
    /// <param name="login">Signed in already with this account; empty for nobody.</param>
    /// <param name="at">Address of another site than the demonstration's.</param>
    public async Task<Visitor> VisitAsync(int width = 1280, int height = 860, string login = "", string? at = null)
    {
        var context = await chromium!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = at ?? Address,
                Locale = "zh-CN",
                // No cross-fading between pages: a test looks at a page, not at two on top of each other.
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = login.Length > 0 ? await SessionOfAsync(login) : null,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        context.SetDefaultTimeout(15_000);
        return new Visitor(this, context, await context.NewPageAsync());
    }

    /// <summary>The cookies of a sign-in, kept, so that looking at a page does not begin with signing in each time.</summary>
    private async Task<string> SessionOfAsync(string login)
    {
        if (sessions.TryGetValue(login, out var known))
            return known;
        await using var visitor = await VisitAsync();
        await visitor.SignInAsync(login);
        return sessions[login] = await visitor.Page.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            // Disposing alone does not wait for what the site does by itself, which would find its books gone in the middle.
            await app.StopAsync();
            await app.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static async Task LoadedAsync(DemoRunner demo)
    {
        var patience = TimeSpan.FromMinutes(3);
        for (var waited = TimeSpan.Zero; waited < patience; waited += TimeSpan.FromMilliseconds(100))
        {
            if (demo.Progress is { Error: { } error })
                throw new InvalidOperationException("The demonstration was not loaded: " + error);
            if (demo.Progress is { Finished: true })
                return;
            await Task.Delay(100);
        }
        throw new TimeoutException("The demonstration was not loaded within three minutes.");
    }

    private static string Chromium()
    {
        var path = Environment.GetEnvironmentVariable("FAZHANG_CHROMIUM") ?? "/usr/bin/chromium";
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException(
                $"No Chromium at {path}: install the package chromium, or set FAZHANG_CHROMIUM."
            );
    }

    /// <summary>The checkout.</summary>
    public static string Root()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Fazhang.slnx")))
                return directory.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
