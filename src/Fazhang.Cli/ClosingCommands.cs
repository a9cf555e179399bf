using System.CommandLine;
using System.Globalization;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>
/// `fazhang figures close|closings|correct|reopen|source`: publishing figures, with the same rights and the same journal as on
/// the site.
/// </summary>
internal static class ClosingCommands
{
    private static readonly Option<string> Login = new("--as")
    {
        Description = $"用哪个账户；密码取自环境变量 {RecordCommands.PasswordVariable}，没有时询问",
        Required = true,
    };

    private static readonly Option<string?> Unit = new("--unit") { Description = "单位代码或名称，默认为最上级" };

    private static readonly Option<string?> Reason = new("--reason") { Description = "理由，记入流水" };

    private static readonly Argument<long> Number = new("closing") { Description = "关账的编号，见 figures closings" };

    public static IEnumerable<Command> Create() => [Close(), Closings(), Correct(), Reopen(), Source()];

    private static Command Close()
    {
        var period = new Option<string>("--period") { Description = FigurePeriods.Help, Required = true };
        var command = new Command("close", "关账：把一个期间的数字定为公布的数字") { Unit, period, Login, Reason };
        return Act(
            command,
            (books, result) =>
                new Closings(books).Close(
                    RecordCommands.SignIn(books, result.GetRequiredValue(Login)),
                    BooksOptions.FindUnit(books, result.GetValue(Unit)),
                    FigurePeriods.Parse(result.GetRequiredValue(period)),
                    result.GetValue(Reason)
                ),
            done => $"已关账，编号 {done.Id}，公布 {done.Figures} 个数字。"
        );
    }

    private static Command Closings()
    {
        var command = new Command("closings", "列出关账，以及公布的数字与现在的记录有几处不同");
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var closings = new Closings(books);
            var sound = true;
            foreach (var one in closings.All())
            {
                var intact = closings.IsIntact(one);
                sound &= intact;
                Console.WriteLine(
                    $"{one.Id}  {books.Units.NameOf(one.UnitId)}  {one.Period.Title}  {one.At[..10]} {one.Actor}  "
                        + (
                            one.Reopened is { } note
                                ? $"已于 {note.At[..10]} 由{note.Actor}重开：{note.Reason}"
                                : $"与现在不同 {closings.Differences(one).Count} 处，更正 {closings.Corrections(one.Id).Count} 次"
                        )
                        + (intact ? "" : "  公布的数字与流水不一致！")
                );
            }
            return sound ? 0 : 1;
        });
        return command;
    }

    private static Command Correct()
    {
        var indicator = new Option<string>("--indicator")
        {
            Description = "指标的键；省略为全部不同的数字",
            DefaultValueFactory = _ => Core.Figures.Closings.Everything,
        };
        var command = new Command("correct", "更正：按现在的记录替换公布的数字，原来的数和理由留存")
        {
            Number,
            indicator,
            Login,
            Reason,
        };
        return Act(
            command,
            (books, result) =>
                new Closings(books).Correct(
                    RecordCommands.SignIn(books, result.GetRequiredValue(Login)),
                    result.GetRequiredValue(Number),
                    result.GetRequiredValue(indicator),
                    result.GetValue(Reason)
                ),
            done => $"已更正 {done.Figures} 个数字。"
        );
    }

    private static Command Reopen() =>
        Act(
            new Command("reopen", "重开一次关账：公布的数字不再有效，仍然留存") { Number, Login, Reason },
            (books, result) =>
                new Closings(books).Reopen(
                    RecordCommands.SignIn(books, result.GetRequiredValue(Login)),
                    result.GetRequiredValue(Number),
                    result.GetValue(Reason)
                ),
            _ => "已重开。"
        );

    private static Command Source()
    {
        var register = new Argument<string>("register") { Description = "逐案登记的台账，例如 mediation.case" };
        var since = new Option<string?>("--since") { Description = "起用记录的月份，例如 2024-07；省略为用报表" };
        var command = new Command("source", "定一个单位（含下级）从哪个月起用记录的数，以前用报表的数")
        {
            register,
            Unit,
            since,
            Login,
            Reason,
        };
        return Act(
            command,
            (books, result) =>
                new KeepingStore(books).Say(
                    RecordCommands.SignIn(books, result.GetRequiredValue(Login)),
                    BooksOptions.FindUnit(books, result.GetValue(Unit)),
                    books.Catalogue.Registers.GetValueOrDefault(result.GetRequiredValue(register))
                        ?? throw new CommandException($"没有台账“{result.GetRequiredValue(register)}”。", 2),
                    result.GetValue(since) is not { } text ? Keeping.Never
                        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                            ? day.Year * 100 + day.Month
                        : 0,
                    result.GetValue(Reason)
                ),
            _ => "已记下，数字当即按它取舍。"
        );
    }

    private static Command Act(
        Command command,
        Func<Books, ParseResult, ClosingResult> act,
        Func<ClosingResult.Done, string> done
    )
    {
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            switch (act(options.Open(result), result))
            {
                case ClosingResult.Done success:
                    Console.WriteLine(done(success));
                    return 0;
                case ClosingResult.Refused refused:
                    throw new CommandException(refused.Message);
                case ClosingResult.Invalid invalid:
                    throw new CommandException(invalid.Message);
                default:
                    throw new InvalidOperationException("Unexpected result.");
            }
        });
        return command;
    }
}
