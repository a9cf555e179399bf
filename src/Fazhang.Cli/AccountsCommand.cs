using System.CommandLine;
using Fazhang.Core.Access;

namespace Fazhang.Cli;

/// <summary>`fazhang accounts list|give|disable`: who may do what. For those who have the data folder itself.</summary>
internal static class AccountsCommand
{
    public static Command Create() => new("accounts", "列出账户，开账户、给角色，停用账户") { List(), Give(), Disable() };

    private static Command List()
    {
        var command = new Command("list", "全部账户和它们的角色");
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            foreach (var account in new AccountBook(books).All())
            {
                var grants = account.Grants.Select(grant =>
                    $"{books.Units.NameOf(grant.UnitId)} {books.Catalogue.RoleTitle(grant.Role)}"
                    + (grant.Line is null ? "" : $"（{grant.Line}）")
                );
                Console.WriteLine(
                    $"{account.Login}\t{account.Name}\t{(account.Disabled ? "已停用" : "")}\t{string.Join("；", grants)}"
                );
            }
            return 0;
        });
        return command;
    }

    private static Command Give()
    {
        var login = new Argument<string>("login") { Description = "登录名；没有这个账户的新开" };
        var name = new Option<string?>("--name") { Description = "姓名，新开账户时写" };
        var role = new Option<string>("--role") { Description = "角色，见 roles.yaml", Required = true };
        var unit = new Option<string>("--unit") { Description = "单位代码；权限及于该单位和下级", Required = true };
        var line = new Option<string?>("--line") { Description = "只限一个业务条线；不写为全部" };
        var command = new Command("give", "给一个账户一个角色；新开的账户打印一次密码，记入流水")
        {
            login,
            name,
            role,
            unit,
            line,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var errors = new AccountBook(options.Open(result)).Give(
                Me(),
                result.GetRequiredValue(login),
                result.GetValue(name),
                result.GetRequiredValue(role),
                result.GetRequiredValue(unit),
                result.GetValue(line),
                out var password
            );
            if (errors.Count > 0)
                throw new CommandException(string.Join(Environment.NewLine, errors.Select(error => error.Message)));
            Console.WriteLine(password is null ? "已给角色。" : $"已新开账户，密码（只显示这一次）：{password}");
            return 0;
        });
        return command;
    }

    private static Command Disable()
    {
        var login = new Argument<string>("login") { Description = "登录名" };
        var reason = new Option<string>("--reason") { Description = "为什么：例如调离", Required = true };
        var command = new Command("disable", "停用账户，立即不能登录，记入流水") { login, reason };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
                throw new CommandException("请用 --reason 写明为什么：它会记入流水。", 2);
            if (!new AccountBook(options.Open(result)).Disable(Me(), result.GetRequiredValue(login), result.GetValue(reason)!))
                throw new CommandException($"没有在用的账户“{result.GetValue(login)}”。用 fazhang accounts list 查看。");
            Console.WriteLine("已停用。");
            return 0;
        });
        return command;
    }

    private static Actor Me() => Actor.System($"命令行（{Environment.UserName}）");
}
