using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Fazhang.Core.Reports;
using Fazhang.Core.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Fazhang.Web.Hosting;

/// <summary>
/// Starts the site. Exit codes: 0 stopped on request, 1 the definitions or the books are refused, 2 the command line is
/// wrong, 3 the address cannot be listened on.
/// </summary>
public static class Start
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (WebOptions.Parse(args, out var wrong) is not { } options)
        {
            await errors.WriteLineAsync(wrong);
            return 2;
        }
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(
            options.Definitions,
            problems,
            options.Settings ?? Path.Combine(options.Data, DefinitionLoader.SettingsFile)
        );
        if (catalogue is null || !AnnualReport.Check(catalogue, problems))
        {
            foreach (var problem in problems)
                await errors.WriteLineAsync(problem.ToString());
            await errors.WriteLineAsync($"定义有 {problems.Count} 处问题，没有启动。改正后再启动。");
            return 1;
        }
        if (options is { DemoNamed: true, Demo: { } place } && !DemoLoader.PlacesOf(catalogue).Contains(place))
        {
            await errors.WriteLineAsync($"没有演示“{place}”。可用：{string.Join("、", DemoLoader.PlacesOf(catalogue))}。");
            return 2;
        }
        if (OpenBooks(options, catalogue, out var refusal) is not { } books)
        {
            await errors.WriteLineAsync(refusal);
            return 1;
        }
        if (options.DemoNamed && books.Units.Root is not null && DemoLoader.PlaceOf(books) != options.Demo)
        {
            await errors.WriteLineAsync(
                $"{options.Data} 里是{(DemoLoader.PlaceOf(books) is { } other ? $"演示 {other}" : "一套正式的账")}，不能再装载 {options.Demo}。换一个数据目录：--data DIR"
            );
            books.Dispose();
            return 1;
        }
        using var owned = books;
        await using var app = Site.Build(options, books);
        try
        {
            await app.StartAsync();
        }
        catch (IOException exception)
        {
            // What the site does by itself has begun before the port was asked for.
            await app.StopAsync();
            await errors.WriteLineAsync($"不能监听 {options.Listen}:{options.Port}：{exception.Message} 换一个端口：--port N");
            return 3;
        }
        await AnnounceAsync(app, options, output);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static Books? OpenBooks(WebOptions options, Catalogue catalogue, out string? refusal)
    {
        SqlDialect? dialect = null;
        try
        {
            DataDirectory.Create(options.Data);
            dialect = Dialects.Choose(options.Postgres, options.Data);
            refusal = null;
            return Books.Open(catalogue, dialect, TimeProvider.System);
        }
        catch (DbException exception) when (dialect?.Explain(exception) is { } explanation)
        {
            refusal = $"打不开账簿（{dialect}）：{explanation}";
        }
        catch (SchemaException exception)
        {
            refusal = exception.Message;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = $"不能使用数据目录 {options.Data}：{exception.Message} 换一个目录：--data DIR";
        }
        return null;
    }

    private static async Task AnnounceAsync(WebApplication app, WebOptions options, TextWriter output)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await output.WriteLineAsync($"法账已启动：{address}");
        foreach (var change in app.Services.GetRequiredService<Books>().Changes)
            await output.WriteLineAsync("  " + change);
        var demo = app.Services.GetRequiredService<DemoRunner>();
        if (!demo.Loads)
            return;
        await demo.AccountsReady.WaitAsync(TimeSpan.FromSeconds(30));
        await output.WriteLineAsync("演示账户（密码也写在登录页上）：");
        foreach (var login in DemoLoader.AccountsOf(options.Data))
            await output.WriteLineAsync($"  {login.Login}  {login.Password}  {login.Name}，{login.RoleTitle}");
        await output.WriteLineAsync("按 Ctrl+C 停止。");
        await ShowProgressAsync(demo, output, app.Lifetime.ApplicationStopping);
    }

    /// <summary>While the demonstration loads, says how far it is; the pages answer all the while.</summary>
    private static async Task ShowProgressAsync(DemoRunner demo, TextWriter output, CancellationToken stopping)
    {
        while (demo.Progress is { Finished: false, Error: null } progress && !stopping.IsCancellationRequested)
        {
            if (progress.Total > 0)
                await output.WriteLineAsync($"  {progress.Stage}：{progress.Done:#,0} / {progress.Total:#,0}");
            await Task.Delay(TimeSpan.FromSeconds(1), stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
