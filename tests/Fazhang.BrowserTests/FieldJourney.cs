using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Fazhang.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Fazhang.BrowserTests;

/// <summary>A form with a field of every type: filled in with script, looked at on a desk and on a phone.</summary>
public sealed class FieldJourney(House house) : IAsyncLifetime
{
    private const string Password = "旅程-密码-1";
    private const string Register = "/r/test.every";

    private readonly string data = Directory.CreateTempSubdirectory("fazhang-fields-").FullName;
    private WebApplication? app;
    private Books? books;

    public async ValueTask InitializeAsync()
    {
        var definitions = Path.Combine(data, "definitions");
        Copy(Path.Combine(House.Root(), "tests/Fazhang.Tests/TestDefinitions"), definitions);
        foreach (var shared in new[] { "calendar", "divisions" })
            Copy(Path.Combine(House.Root(), "definitions", shared), Path.Combine(definitions, shared));
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(definitions, problems) ?? throw new DefinitionException(problems);
        books = Books.Open(catalogue, new SqliteDialect(Path.Combine(data, Books.FileName)), TimeProvider.System);
        books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(connection, transaction, [new("2102", "示范市", "示", "city", null)]);
                return Accounts.Create(connection, transaction, "head", "陈负责", Password, [new Grant("head", 1, null)]);
            }
        );
        books.Refresh();
        app = Site.Build(
            new WebOptions
            {
                Data = data,
                Port = 0,
                Demo = null,
            },
            books
        );
        await app.StartAsync();
    }

    [Fact]
    public async Task Form_WithEveryType_IsFilledInAndReadOnDeskAndPhone()
    {
        await using var visitor = await house.VisitAsync(at: app!.Urls.First());
        var page = visitor.Page;
        await SignInAsync(page);
        await page.GotoAsync(Register + "/new");
        await page.GetByLabel("案名").FillAsync("海风商贸借款案");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "离婚" }).CheckAsync();
        await page.GetByLabel("开庭时间").FillAsync("2024-12-10T09:30");
        await page.GetByLabel("第 1 行项目").FillAsync("多写的一行");
        await page.GetByRole(AriaRole.Button, new() { Name = "增加一行" }).ClickAsync();
        await page.GetByLabel("第 2 行项目").FillAsync("受理费");
        await page.GetByLabel("第 2 行金额").FillAsync("1000");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除第 1 行" }).ClickAsync();
        await page.GetByLabel("材料")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "裁定书.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.7 journey"u8.ToArray(),
                }
            );
        await visitor.ShouldBeAccessibleAsync();

        await page.GetByLabel("第 1 行项目").PressAsync("Enter");

        await page.GetByText("已保存：登记").WaitForAsync();
        (await page.Locator("table.inner tbody").InnerTextAsync()).ShouldContain("受理费");
        (await page.Locator("table.inner tbody tr").CountAsync()).ShouldBe(1);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "裁定书.pdf" }).ClickAsync()
        );
        download.SuggestedFilename.ShouldBe("裁定书.pdf");
        foreach (var (width, suffix) in new[] { (1280, ""), (390, "-phone") })
        foreach (var (name, address) in new[] { ("record", "/1"), ("form", "/1/correct"), ("list", "") })
        {
            await page.SetViewportSizeAsync(width, 860);
            await page.GotoAsync(Register + address);
            await page.ScreenshotAsync(
                new() { Path = Path.Combine(House.Pictures, $"fields-{name}{suffix}.png"), FullPage = true }
            );
            await visitor.ShouldBeAccessibleAsync();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        books?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/login");
        await page.Locator("input[name=login]").FillAsync("head");
        await page.Locator("input[name=password]").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "我的工作台" }).WaitForAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
