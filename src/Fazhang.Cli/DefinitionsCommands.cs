using System.CommandLine;
using System.Text.Json;
using Fazhang.Core.Access;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>
/// `fazhang definitions plan|apply|history`: what changed definitions do to the books, doing it, and what was done before.
/// </summary>
internal static class DefinitionsCommands
{
    public static Command Create() => new("definitions", "查看和应用定义的改动") { Plan(), Apply(), History() };

    private static Command Plan()
    {
        var json = Output.JsonOption();
        var sql = new Option<bool>("--sql") { Description = "同时列出将要执行的语句" };
        var command = new Command("plan", "列出定义的改动对账簿的影响，不改动任何内容；有不能应用的改动时退出码为 1")
        {
            json,
            sql,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var (catalogue, dialect) = options.Locate(result);
            var plan = Books.PlanChanges(catalogue, dialect);
            if (result.GetValue(json))
                Output.Json(writer => JsonSerializer.Serialize(writer, plan.Changes.Select(Entry), Output.JsonOptions));
            else
                Print(plan, result.GetValue(sql));
            return plan.Refused.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static Command Apply()
    {
        var command = new Command("apply", "在一个事务里应用定义的全部改动，并记入流水");
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var (catalogue, dialect) = options.Locate(result);
            var books = Books.Apply(catalogue, dialect, TimeProvider.System, Actor.System($"{Environment.UserName}（命令行）"));
            foreach (var change in books.Changes)
                Console.WriteLine(change);
            Console.WriteLine(
                books.Changes.Count == 0 ? "定义与账簿一致，没有改动。" : $"已应用 {books.Changes.Count} 处改动，并记入流水。"
            );
            return 0;
        });
        return command;
    }

    private static Command History()
    {
        var json = Output.JsonOption();
        var command = new Command("history", "列出以前应用过的定义改动：何时、何人、改了什么") { json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var entries = DefinitionHistory.Latest(options.Open(result));
            if (result.GetValue(json))
                Output.Json(writer => JsonSerializer.Serialize(writer, entries, Output.JsonOptions));
            else if (entries.Count == 0)
                Console.WriteLine("账簿建立以来，定义没有改动过。");
            foreach (var entry in result.GetValue(json) ? [] : entries)
            {
                Console.WriteLine($"{entry.At}  {entry.Actor}");
                foreach (var change in entry.Changes)
                    Console.WriteLine("  " + change);
            }
            return 0;
        });
        return command;
    }

    private static void Print(SchemaPlan plan, bool sql)
    {
        foreach (var change in plan.Changes)
        {
            Console.WriteLine($"{change.Sign} {change.Words}");
            foreach (var statement in sql ? change.Statements : [])
                Console.WriteLine("    " + statement);
        }
        var waiting = plan.Changes.Count(change => change.NeedsConsent);
        Console.WriteLine(
            plan.Refused.Count > 0 ? $"有 {plan.Refused.Count} 处（!）不能应用：按上面所说改正定义后再试。没有改动任何内容。"
            : plan.Changes.Count == 0 ? "定义与账簿一致，没有要改动的。"
            : waiting == 0 ? $"共 {plan.Changes.Count} 处，打开账簿时自动完成。"
            : $"共 {plan.Changes.Count} 处，其中 {waiting} 处要确认：先停下网站、备份，再运行 ./fazhang definitions apply。"
        );
    }

    private static object Entry(SchemaChange change) =>
        new
        {
            kind = JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()),
            change.Words,
            change.NeedsConsent,
            change.Statements,
        };
}
