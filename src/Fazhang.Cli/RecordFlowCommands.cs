using System.CommandLine;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Reports;
using Fazhang.Core.Storage;

namespace Fazhang.Cli;

/// <summary>`fazhang record approve|return|recall|handover|documents`: what comes around the actions of the flow.</summary>
internal static class RecordFlowCommands
{
    public static Command Agree() =>
        Decide(
            "approve",
            "同意待审批的事项；最后一步同意后办理",
            (store, actor, record, words) => store.Agree(actor, record.Register, record.Id, record.Version, words)
        );

    public static Command SendBack() =>
        Decide(
            "return",
            "退回待审批的事项，要用 --reason 写明理由",
            (store, actor, record, words) => store.SendBack(actor, record.Register, record.Id, record.Version, words)
        );

    public static Command Recall() =>
        Decide(
            "recall",
            "撤回自己提请的事项",
            (store, actor, record, words) => store.Recall(actor, record.Register, record.Id, record.Version, words)
        );

    public static Command HandOver()
    {
        var name = RecordName.Argument();
        var to = new Option<string?>("--to") { Description = "接收人的登录名或姓名" };
        var unit = new Option<string?>("--unit") { Description = "接收单位的代码或名称；省略则单位不变" };
        var json = Output.JsonOption();
        var command = new Command("handover", "移交给别人或别的单位")
        {
            name,
            to,
            unit,
            RecordCommands.Login,
            RecordCommands.Reason,
            json,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var record = RecordCommands.Find(books, actor, result.GetRequiredValue(name));
            var unitId = result.GetValue(unit) is { } place ? BooksOptions.FindUnit(books, place).Id : (long?)null;
            var saved = new RecordStore(books).HandOver(
                actor,
                record.Register,
                record.Id,
                record.Version,
                result.GetValue(to),
                unitId,
                result.GetValue(RecordCommands.Reason)
            );
            return RecordCommands.Say(books, actor, saved, result.GetValue(json));
        });
        return command;
    }

    public static Command Documents()
    {
        var name = RecordName.Argument();
        var produce = new Option<string?>("--produce") { Description = "先出具这一种文书：文书的名称，例如 acceptance" };
        var folder = new Option<DirectoryInfo?>("--save") { Description = "把文书存成 Word 文件，放进这个目录（个人信息遮盖）" };
        var clear = new Option<bool>("--personal") { Description = "存的文件显示个人信息；查看记入流水" };
        var command = new Command("documents", "列出、出具和取出一条记录的文书")
        {
            name,
            produce,
            folder,
            clear,
            RecordCommands.Login,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var record = RecordCommands.Find(books, actor, result.GetRequiredValue(name));
            var documents = new Documents(books);
            if (result.GetValue(produce) is { } form)
                Produced(documents.Produce(actor, record.Register, record.Id, form), form);
            foreach (var document in documents.Of(record))
            {
                Console.WriteLine($"{document.Id}  {document.Title}  {document.Number}  {document.At}  {document.Actor}");
                if (result.GetValue(folder) is { } directory)
                    Save(documents, actor, record, document, directory, result.GetValue(clear));
            }
            return 0;
        });
        return command;
    }

    private static void Produced(SaveResult result, string form)
    {
        if (result is SaveResult.Refused refused)
            throw new CommandException(refused.Message);
        if (result is not SaveResult.Saved)
            throw new CommandException($"没有文书“{form}”。台账定义的 forms 里有哪些，见 docs/reference/registers.md。", 2);
    }

    private static void Save(
        Documents documents,
        Actor actor,
        Record record,
        ProducedDocument document,
        DirectoryInfo directory,
        bool clear
    )
    {
        var content =
            (clear ? documents.OpenClear(actor, record, document.Id) : documents.Open(record, document.Id))
            ?? throw new CommandException("您的角色不能查看个人信息。去掉 --personal，可以取出遮盖后的文书。");
        directory.Create();
        var path = Path.Combine(directory.FullName, $"{document.Title}{document.Number}-{document.Id}.docx");
        using var stream = File.Create(path);
        DocxReport.Write(content, stream);
        Console.WriteLine($"  已存为 {path}");
    }

    private static Command Decide(string verb, string description, Func<RecordStore, Actor, Record, string?, SaveResult> decide)
    {
        var name = RecordName.Argument();
        var json = Output.JsonOption();
        var command = new Command(verb, description) { name, RecordCommands.Login, RecordCommands.Reason, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var record = RecordCommands.Find(books, actor, result.GetRequiredValue(name));
            var saved = decide(new RecordStore(books), actor, record, result.GetValue(RecordCommands.Reason));
            return RecordCommands.Say(books, actor, saved, result.GetValue(json));
        });
        return command;
    }
}
