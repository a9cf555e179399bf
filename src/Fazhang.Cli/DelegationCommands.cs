using System.CommandLine;
using System.Globalization;
using Fazhang.Core.Access;

namespace Fazhang.Cli;

/// <summary>`fazhang delegate give|list|revoke`: one's role in somebody else's hands for some days.</summary>
internal static class DelegationCommands
{
    public static Command Create() =>
        new("delegate", "授权：在一段时间内把自己的一个角色交给别人行使") { Give(), List(), Revoke() };

    private static Command Give()
    {
        var to = new Argument<string>("to") { Description = "受托人的登录名或姓名" };
        var role = new Option<string?>("--role") { Description = "角色的键，例如 head；只有一个角色时可以省略" };
        var from = new Option<string?>("--from") { Description = "第一天，例如 2024-12-20；省略为今天" };
        var until = new Option<string>("--until") { Description = "最后一天（含）", Required = true };
        var command = new Command("give", "授权给别人") { to, role, from, until, RecordCommands.Login, RecordCommands.Reason };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var delegations = new Delegations(books);
            var grants = delegations.Delegable(actor);
            var wanted = result.GetValue(role);
            var chosen = grants.Where(grant => wanted is null || grant.Role == wanted).ToList();
            if (chosen.Count > 1)
                throw new CommandException(
                    $"您有多个角色，请用 --role 写明：{string.Join("、", chosen.Select(grant => $"{grant.Role}（{delegations.RoleWords(grant)}）"))}。",
                    2
                );
            var errors = delegations.Give(
                actor,
                chosen.FirstOrDefault(),
                result.GetRequiredValue(to),
                result.GetValue(from) is { } first ? Day(first) : books.Clock.Today,
                Day(result.GetRequiredValue(until)),
                result.GetValue(RecordCommands.Reason)
            );
            if (errors.Count > 0)
                throw new CommandException(string.Join('\n', errors.Select(error => error.Message)));
            Console.WriteLine($"已授权：{delegations.RoleWords(chosen[0])}。到期自动结束。");
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "列出自己给出的和得到的授权") { RecordCommands.Login };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var delegations = new Delegations(books);
            foreach (var one in delegations.Of(actor.AccountId))
                Console.WriteLine(
                    $"{one.Id}  {one.From.Name} → {one.To.Name}  {delegations.RoleWords(new Grant(one.Role, one.UnitId, one.Line))}  "
                        + $"{one.FirstDay:yyyy-MM-dd} 至 {one.LastDay:yyyy-MM-dd}  {one.Reason}{(one.Revoked ? "（已收回）" : "")}"
                );
            return 0;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<long>("id") { Description = "授权的序号，见 list" };
        var command = new Command("revoke", "收回自己给出的授权") { id, RecordCommands.Login };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            if (!new Delegations(books).Revoke(actor, result.GetRequiredValue(id)))
                throw new CommandException("这项授权不是您给的，或者已经结束。用 ./fazhang delegate list 查看。");
            Console.WriteLine("已收回，从现在起无效。");
            return 0;
        });
        return command;
    }

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CommandException($"“{text}”不是日期。写成 2024-12-20 这样的年-月-日。", 2);
}
