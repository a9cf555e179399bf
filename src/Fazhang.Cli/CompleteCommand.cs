using System.CommandLine;
using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Figures;

namespace Fazhang.Cli;

/// <summary>`fazhang complete [YEAR] [--register KEY]`: from which year on the books hold everything.</summary>
internal static class CompleteCommand
{
    public static Command Create()
    {
        var year = new Argument<int?>("year") { Description = "第一个完整的年份；省略时只显示", Arity = ArgumentArity.ZeroOrOne };
        var register = new Option<string?>("--register") { Description = "只对这个台账；省略时对全部台账" };
        var command = new Command("complete", "账簿从哪一年起完整：此前的年份只有结转的记录，不作同比") { year, register };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            if (result.GetValue(year) is { } first)
                // Whoever can run this has the data folder itself; the entry says so.
                CompleteYears.Set(books, Actor.System($"命令行（{Environment.UserName}）"), first, result.GetValue(register));
            Console.WriteLine($"账簿：{Words(books.Complete.OfBooks)}");
            foreach (var (key, own) in books.Complete.OfRegisters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                Console.WriteLine($"{books.Catalogue.Registers.GetValueOrDefault(key)?.Title ?? key}（{key}）：{Words(own)}");
            return 0;
        });
        return command;
    }

    private static string Words(int year) =>
        year == 0 ? "没有写明，有记录的年份都作同比" : $"从 {year.ToString(CultureInfo.InvariantCulture)} 年起完整";
}
