using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Spectre.Console;

namespace Fazhang.Cli;

/// <summary>
/// `fazhang record new|act|show`: the work of a clerk by command, with the same rights, rules, journal and postings as on
/// the site. Who works is an account; its password comes from FAZHANG_PASSWORD or is asked for.
/// </summary>
internal static class RecordCommands
{
    internal const string PasswordVariable = "FAZHANG_PASSWORD";

    internal static readonly Argument<string[]> Values = new("values")
    {
        Description = "字段=值，例如 applicant=王某 accepted_on=2024-12-31；代码和单位可以写名称，附件写 字段=@文件",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal static readonly Option<string> Login = new("--as")
    {
        Description = $"用哪个账户；密码取自环境变量 {PasswordVariable}，没有时询问",
        Required = true,
    };

    internal static readonly Option<string?> Reason = new("--reason") { Description = "理由或意见，记入流水" };

    public static Command Create() =>
        new("record", "登记、办理和查看记录")
        {
            New(),
            Act(),
            Show(),
            RecordOpenCommand.Create(),
            RecordFlowCommands.Agree(),
            RecordFlowCommands.SendBack(),
            RecordFlowCommands.Recall(),
            RecordFlowCommands.HandOver(),
            RecordFlowCommands.Documents(),
        };

    private static Command New()
    {
        var register = new Argument<string>("register") { Description = "台账名称，例如 reconsideration.case" };
        var json = Output.JsonOption();
        var command = new Command("new", "登记一条记录") { register, Values, Login, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = SignIn(books, result.GetRequiredValue(Login));
            var definition = FindRegister(books, result.GetRequiredValue(register));
            var input = Input(books, definition, result.GetValue(Values) ?? []);
            return Say(books, actor, new RecordStore(books).Create(actor, definition, input), result.GetValue(json));
        });
        return command;
    }

    private static Command Act()
    {
        var record = RecordName.Argument();
        var action = new Argument<string>("action") { Description = "操作的名称，例如 accept 或 受理" };
        var json = Output.JsonOption();
        var command = new Command("act", "办理一步") { record, action, Values, Login, Reason, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = SignIn(books, result.GetRequiredValue(Login));
            var found = Find(books, actor, result.GetRequiredValue(record));
            var name = result.GetRequiredValue(action);
            var step =
                found.Register.Actions.FirstOrDefault(own => own.Key == name || own.Title == name)
                ?? throw new CommandException(
                    $"没有操作“{name}”。现在可以：{string.Join("、", new RecordStore(books).Actions(actor, found).Select(own => $"{own.Key}（{own.Title}）"))}。",
                    2
                );
            var input = Input(books, found.Register, result.GetValue(Values) ?? []);
            var asked = new RecordStore(books).Asked(found, step);
            foreach (
                var field in step.Asks.Where(field =>
                    asked[field.Slot] is not null
                    && books.Gate.CanEdit(actor, found.Register, field, found.UnitId, found.State.Key)
                )
            )
                input.TryAdd(field.Key, field.Type.Input(asked[field.Slot]!));
            var saved = new RecordStore(books).Act(
                actor,
                found.Register,
                found.Id,
                found.Version,
                step.Key,
                input,
                result.GetValue(Reason)
            );
            return Say(books, actor, saved, result.GetValue(json));
        });
        return command;
    }

    private static Command Show()
    {
        var record = RecordName.Argument();
        var json = Output.JsonOption();
        var command = new Command("show", "查看一条记录（个人信息遮盖）") { record, Login, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = SignIn(books, result.GetRequiredValue(Login));
            Print(books, actor, Find(books, actor, result.GetRequiredValue(record)), result.GetValue(json));
            return 0;
        });
        return command;
    }

    internal static Actor SignIn(Books books, string login)
    {
        var password = Environment.GetEnvironmentVariable(PasswordVariable);
        if (password is null && !Console.IsInputRedirected)
            password = AnsiConsole.Prompt(TextPromptExtensions.Secret(new TextPrompt<string>("密码：")));
        var actor = books.Read(connection =>
            Accounts.SignIn(connection, login, password ?? "") is { } account
                ? Accounts.Load(connection, account.Id, books.Clock.Today)
                : null
        );
        return actor ?? throw new CommandException($"账户或密码不对。密码写在环境变量 {PasswordVariable} 里，或在提示时输入。");
    }

    internal static RegisterDefinition FindRegister(Books books, string name) =>
        books.Catalogue.Registers.Values.FirstOrDefault(register => register.Key == name || register.Title == name)
        ?? throw new CommandException($"没有台账“{name}”。{NearestName.Hint(name, [.. books.Catalogue.Registers.Keys])}", 2);

    /// <summary>A record the actor may not read is not found, as on the site.</summary>
    internal static Record Find(Books books, Actor actor, string name)
    {
        var (register, id) = RecordName.Find(books, name);
        return new RecordStore(books).Find(actor, register, id) ?? throw RecordName.Missing(name);
    }

    internal static RecordInput Input(Books books, RegisterDefinition register, string[] pairs)
    {
        var input = new Dictionary<string, string?>(StringComparer.Ordinal);
        var uploads = new List<Upload>();
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var field = at <= 0 ? null : register.Fields.FirstOrDefault(own => own.Key == pair[..at] || own.Title == pair[..at]);
            if (field is null)
                throw new CommandException(
                    $"“{pair}”不是“字段=值”，或者台账“{register.Title}”没有这个字段。见 docs/reference/registers.md。",
                    2
                );
            if (field.Type is AttachmentField && pair.AsSpan(at + 1).StartsWith("@"))
                uploads.Add(Read(field, pair[(at + 2)..]));
            else
                input[field.Key] = Value(books, field, pair[(at + 1)..]);
        }
        return new RecordInput(input) { Uploads = uploads };
    }

    private static Upload Read(FieldDefinition field, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandException($"没有文件 {path}。", 2);
        if (file.Length > Attachments.LargestFile)
            throw new CommandException($"文件 {path} 超过 {Attachments.LargestFile / 1024 / 1024} MB。请压缩或拆分。", 2);
        return new Upload(field.Key, file.Name, File.ReadAllBytes(path));
    }

    /// <summary>What a form would send: a unit's id for its name or code.</summary>
    private static string Value(Books books, FieldDefinition field, string text)
    {
        if (
            field.Type is UnitField
            && (books.Units.Find(text) ?? books.Units.All.FirstOrDefault(unit => unit.Name == text)) is { } found
        )
            return found.Id.ToString(CultureInfo.InvariantCulture);
        return text;
    }

    internal static int Say(Books books, Actor actor, SaveResult result, bool json)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                Print(books, actor, saved.Record, json);
                if (!json)
                    foreach (var opened in saved.Opened)
                        Console.WriteLine(
                            $"  同时产生：{opened.Register.Title} {opened.Name}（{opened.Register.Key}#{opened.Id}）"
                        );
                return 0;
            case SaveResult.Invalid invalid:
                throw new CommandException(string.Join('\n', invalid.Errors.Select(error => error.Message)));
            case SaveResult.Refused refused:
                throw new CommandException(refused.Message);
            case SaveResult.Conflict conflict:
                throw new CommandException(conflict.First ?? "刚有别人保存了这条记录，本次没有保存。请查看后再办理。");
            default:
                throw new CommandException("没有这条记录，或者您不能查看它。", 2);
        }
    }

    private static void Print(Books books, Actor actor, Record record, bool json)
    {
        var words = new FieldWords(books, actor);
        var shown = record
            .Register.Fields.Select(field => (field, text: words.Of(record, field)))
            .Where(shown => shown.text.Length > 0)
            .ToList();
        var store = new RecordStore(books);
        if (json)
        {
            Output.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("register", record.Register.Key);
                writer.WriteNumber("id", record.Id);
                writer.WriteNumber("version", record.Version);
                if (store.Pending(record) is { } waiting)
                    writer.WriteString("pending", waiting.ActionKey);
                foreach (var (field, text) in shown)
                    writer.WriteString(field.Key, text);
                Links(books, actor, record, writer);
                writer.WriteEndObject();
            });
            return;
        }
        Console.WriteLine($"{record.Name}  {record.State.Title}  （{record.Register.Key}#{record.Id}，第 {record.Version} 版）");
        foreach (var (field, text) in shown)
            Console.WriteLine($"  {field.Title}：{text}");
        if (store.Pending(record) is { } pending)
            Console.WriteLine(
                $"  待审批：{pending.Title}，{pending.Requester}提请，待{pending.Step?.Title ?? "处理"}（第 {pending.Done + 1} 步，共 {pending.Steps.Count} 步）"
            );
        foreach (var origin in RecordLinks.Origins(books, actor, record))
            Console.WriteLine($"  来源：{origin.Record.Register.Title} {origin.Record.Name}");
        foreach (var link in RecordLinks.To(books, actor, record).Where(link => link.Produced))
            Console.WriteLine($"  由此产生：{link.Register.Title} {string.Join("、", link.Records.Select(made => made.Name))}");
        foreach (var offered in store.Offered(actor, record, store.History(record)))
            Console.WriteLine($"  由此登记：{offered.Opening.Title}（record open … {offered.Target.Key}）");
        foreach (var clock in store.Clocks(record, store.History(record)))
            Console.WriteLine($"  {clock.Deadline.Title} {clock.Clock.Short}：{clock.Clock.Explanation}");
        if (store.Actions(actor, record) is { Count: > 0 } actions)
            Console.WriteLine($"  可以：{string.Join("、", actions.Select(action => $"{action.Key}（{action.Title}）"))}");
    }

    /// <summary>Where it comes from and what came out of it, as far as the actor may read them.</summary>
    private static void Links(Books books, Actor actor, Record record, Utf8JsonWriter writer)
    {
        writer.WriteStartArray("origins");
        foreach (var origin in RecordLinks.Origins(books, actor, record))
            writer.WriteStringValue($"{origin.Record.Register.Key}#{origin.Record.Id}");
        writer.WriteEndArray();
        writer.WriteStartArray("produced");
        foreach (var link in RecordLinks.To(books, actor, record).Where(link => link.Produced))
        foreach (var made in link.Records)
            writer.WriteStringValue($"{made.Register.Key}#{made.Id}");
        writer.WriteEndArray();
    }
}
