using System.CommandLine;
using Fazhang.Core.Records;

namespace Fazhang.Cli;

/// <summary>`fazhang notices`: what waits for an account; `--run` first tells what has fallen due, as the site does each minute.</summary>
internal static class NoticeCommand
{
    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "也列已读的" };
        var run = new Option<bool>("--run") { Description = "先产生到期的提醒；网站每分钟自动做，每条只产生一次" };
        var command = new Command("notices", "列出一个账户的待审批和提醒") { RecordCommands.Login, all, run };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            if (result.GetValue(run))
                Console.WriteLine($"新产生 {new NoticeRun(books).Run()} 条提醒。");
            foreach (var (approval, record) in new RecordStore(books).WaitingFor(actor))
                Console.WriteLine($"待审批  {record.Name}  {approval.Title}  {approval.Requester}提请，待{approval.Step?.Title}");
            foreach (var notice in new NoticeList(books).Of(actor, unreadOnly: !result.GetValue(all)))
                Console.WriteLine($"{notice.KindTitle}  {notice.At[..10]}  {notice.Text}{(notice.IsRead ? "（已读）" : "")}");
            return 0;
        });
        return command;
    }
}
