using Fazhang.Core.Demo;
using Fazhang.Core.Storage;

namespace Fazhang.Web.Hosting;

/// <summary>Loads the demonstration behind the running site, so that pages answer from the first second.</summary>
public sealed class DemoRunner(Books books, WebOptions options, ILogger<DemoRunner> log) : BackgroundService
{
    private readonly DemoLoader loader = new(books, options.Data);
    private readonly TaskCompletionSource accounts = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The demonstration: the one asked for, or without a name the one that the books hold; null when none is wanted.</summary>
    public string? Place { get; } =
        options.Demo is null || options.DemoNamed ? options.Demo : DemoLoader.PlaceOf(books) ?? options.Demo;

    /// <summary>Whether there is a demonstration to load: asked for, and the books are empty or hold it already.</summary>
    public bool Loads { get; } = options.Demo is not null && (books.Units.Root is null || DemoLoader.PlaceOf(books) is not null);

    public DemoProgress? Progress => Loads ? loader.Progress : null;

    /// <summary>Ends when the demonstration's accounts exist, or when loading has failed.</summary>
    public Task AccountsReady => accounts.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Loads)
        {
            accounts.TrySetResult();
            return;
        }
        var loading = Task.Run(() => loader.Run(Place!, stoppingToken), CancellationToken.None);
        // Stopping does not end the wait early: the load itself stops at its next batch, and nothing may run on behind it.
        while (books.Units.Root is null && !loading.IsCompleted)
            await Task.Delay(20, CancellationToken.None);
        accounts.TrySetResult();
        try
        {
            var added = await loading;
            if (added > 0)
                log.LogInformation("演示数据装载完毕，新增 {Added} 条记录。", added);
        }
        catch (OperationCanceledException)
        {
            // Stopped half-way on request; the next start goes on from there.
        }
#pragma warning disable CA1031 // The site must go on without its demonstration; the page shows the error, the log has it whole.
        catch (Exception exception)
        {
            log.LogError(exception, "演示数据没有装载完。");
        }
#pragma warning restore CA1031
    }
}
