using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;

namespace Fazhang.Cli;

/// <summary>`fazhang record open`: enters a record that another one offers, filled in from it.</summary>
internal static class RecordOpenCommand
{
    public static Command Create()
    {
        var record = RecordName.Argument();
        var register = new Argument<string>("register") { Description = "登记到哪个台账，见 record show 的“由此登记”" };
        var json = Output.JsonOption();
        var command = new Command("open", "由一条记录登记另一台账的记录，内容从它带出")
        {
            record,
            register,
            RecordCommands.Values,
            RecordCommands.Login,
            json,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var source = RecordCommands.Find(books, actor, result.GetRequiredValue(record));
            var target = RecordCommands.FindRegister(books, result.GetRequiredValue(register));
            var store = new RecordStore(books);
            var offered =
                store.Offered(actor, source, store.History(source)).FirstOrDefault(own => own.Target.Key == target.Key)
                ?? throw new CommandException(
                    $"{source.Name}现在不能由此登记“{target.Title}”：没有这样的规定、条件还不满足、已经登记过，或者您没有登记的权限。"
                );
            var input = RecordCommands.Input(books, target, result.GetValue(RecordCommands.Values) ?? []);
            var values = store.Opened(actor, source, offered, out var looked);
            if (looked)
                store.LookAtPersonal(actor, source);
            foreach (var field in target.EntryFields.Prepend(target.Fields[FieldDefinition.UnitSlot]))
                if (values[field.Slot] is { } value)
                    input.TryAdd(field.Key, field.Type.Input(value));
            return RecordCommands.Say(books, actor, store.Create(actor, target, input), result.GetValue(json));
        });
        return command;
    }
}
