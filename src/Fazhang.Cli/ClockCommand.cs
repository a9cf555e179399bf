using System.CommandLine;
using Fazhang.Core.Access;

namespace Fazhang.Cli;

/// <summary>`fazhang clock`: the machine's clock against the last journal entry.</summary>
internal static class ClockCommand
{
    public static Command Create()
    {
        var accept = new Option<bool>("--accept") { Description = "以现在的时钟为准继续，并记入流水" };
        var reason = new Option<string?>("--reason") { Description = "为什么：例如“时钟曾误设为 2030 年”" };
        var command = new Command("clock", "核对服务器时钟与最后一条流水") { accept, reason };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            Console.WriteLine(
                $"现在 {books.Clock.Stamp}，最后一条流水 {books.ClockGuard.LastEntry()?.ToString("o") ?? "（无）"}"
            );
            if (!result.GetValue(accept))
                return 0;
            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
                throw new CommandException("请用 --reason 写明理由：它会记入流水。", 2);
            // Whoever can run this has the data folder itself; the entry says so.
            books.ClockGuard.Accept(Actor.System($"命令行（{Environment.UserName}）"), result.GetValue(reason)!);
            Console.WriteLine("已记入流水，以现在的时钟为准。正在运行的服务会自行察觉，不必重启。");
            return 0;
        });
        return command;
    }
}
