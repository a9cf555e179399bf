using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Fazhang.BrowserTests;

/// <summary>A person at a browser.</summary>
public sealed class Visitor : IAsyncDisposable
{
    // Only violations are asked for: listing everything that passed costs more than finding what does not.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations] };

    private readonly House house;
    private readonly IBrowserContext context;

    public Visitor(House house, IBrowserContext context, IPage page)
    {
        this.house = house;
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about: blocked resources, script errors.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Signs in as the demonstration's page offers it: a click on the account, then the button.</summary>
    public async Task SignInAsync(string login)
    {
        await Page.GotoAsync("/login");
        await Page.GetByRole(AriaRole.Link, new() { Name = login, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" }).WaitForAsync();
    }

    public string PasswordOf(string login) => house.PasswordOf(login);

    /// <summary>No serious or critical barrier, and nothing in the console.</summary>
    /// <param name="part">A part of the page, when something lies over the rest; else the whole page.</param>
    public async Task ShouldBeAccessibleAsync(string part = "html")
    {
        var result = await Page.Locator(part).RunAxe(Options);
        var barriers = result
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Impact} {violation.Id} on {Page.Url}: {violation.Nodes[0].Html}");
        barriers.ShouldBeEmpty();
        Complaints.ShouldBeEmpty();
    }

    /// <summary>The main number of a figure page.</summary>
    public async Task<int> FigureAsync(string indicator)
    {
        await Page.GotoAsync("/figures/" + indicator);
        var text = await Page.Locator(".hero b a").First.InnerTextAsync();
        return int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
