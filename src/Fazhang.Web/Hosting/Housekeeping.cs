using System.Data.Common;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Web.Hosting;

/// <summary>
/// What the site does by itself: seals the journal and tells what falls due every minute, and once a night
/// folds what has been posted into the balances and recomputes all figures. None of it changes a record; a failure is logged whole and tried again at the next turn.
/// </summary>
public sealed class Housekeeping(Books books, DemoRunner demo, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    /// <summary>The hour, in business time, after which the night's trial balance is due.</summary>
    private const int NightHour = 2;

    private readonly NoticeRun notices = new(books);
    private DateOnly? balancedOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Turn, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                if (demo.Progress is null or { Finished: true })
                    Run();
        }
        catch (OperationCanceledException)
        {
            // Stopping. What is not sealed yet is sealed at the first turn after the next start.
        }
    }

    /// <summary>
    /// One turn. What fails keeps nothing else from its turn: a journal that cannot be sealed must not keep a reminder back.
    /// Public so that a test can take it without waiting.
    /// </summary>
    public void Run()
    {
        Try("封存", () => new JournalSeals(books).SealAll(SealHash.Find(books.Setting("seal_hash") ?? "") ?? SealHash.Sha256));
        Try("提醒", () => notices.Run());
        Try("试算平衡", Balance);
    }

    private void Balance()
    {
        var now = new BusinessClock(time).Now;
        var today = DateOnly.FromDateTime(now.DateTime);
        if (now.Hour < NightHour || balancedOn == today || books.Setting("balanced_on") == today.ToString("O"))
            return;
        // What the last writes of the day have posted: nobody need add it up at each reading until the next write.
        books.Fold();
        var result = new TrialBalance(books).Compare();
        balancedOn = today;
        books.Write(
            (connection, transaction) =>
            {
                Books.SetSetting(connection, transaction, "balanced_on", today.ToString("O"));
                return 0;
            }
        );
        if (!result.Balanced)
            log.LogError("试算平衡有 {Count} 个分户额不一致，详见试算平衡页。", result.Differences.Count);
    }

    private void Try(string what, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is DbException or ClockException or StaleDefinitionsException)
        {
            log.LogError(exception, "{What}没有完成，下一分钟再试。", what);
        }
    }
}
