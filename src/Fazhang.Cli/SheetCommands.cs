using System.CommandLine;
using Fazhang.Core.Exchange.Excel;
using Fazhang.Core.Expressions;

namespace Fazhang.Cli;

/// <summary>`fazhang sheet sample|import`: a register as an Excel sheet, to fill in and to bring in.</summary>
internal static class SheetCommands
{
    public static Command Create() => new("sheet", "Excel 样表和导入") { Sample(), Import() };

    private static Command Sample()
    {
        var register = new Argument<string>("register") { Description = "台账名称，例如 reconsideration.case" };
        var file = new Argument<FileInfo>("file") { Description = "写到哪个 .xlsx 文件" };
        var command = new Command("sample", "写出一个台账的样表") { register, file };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var catalogue = options.Definitions(result);
            var name = result.GetRequiredValue(register);
            var definition =
                catalogue.Registers.Values.FirstOrDefault(own => own.Key == name || own.Title == name)
                ?? throw new CommandException($"没有台账“{name}”。{NearestName.Hint(name, [.. catalogue.Registers.Keys])}", 2);
            var target = result.GetRequiredValue(file);
            using (var stream = target.Create())
                RegisterSheet.WriteSample(stream, definition, ExampleRow.Of(catalogue, definition));
            Console.WriteLine($"“{definition.Title}”的样表写到 {target.FullName}。");
            return 0;
        });
        return command;
    }

    private static Command Import()
    {
        var register = new Argument<string>("register") { Description = "台账名称，例如 reconsideration.case" };
        var file = new Argument<FileInfo>("file") { Description = "填好的 .xlsx 文件" };
        var command = new Command("import", "把填好的样表登记进台账：有一处错误，就一条也不登记")
        {
            register,
            file,
            RecordCommands.Login,
        };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var actor = RecordCommands.SignIn(books, result.GetRequiredValue(RecordCommands.Login));
            var definition = RecordCommands.FindRegister(books, result.GetRequiredValue(register));
            var source = result.GetRequiredValue(file);
            if (!source.Exists)
                throw new CommandException($"没有文件 {source.FullName}。", 2);
            var (entered, errors) = Read(() =>
                RegisterSheet.Import(books, actor, definition, File.ReadAllBytes(source.FullName))
            );
            foreach (var error in errors)
                Console.Error.WriteLine($"第 {error.Row} 行：{error.Message}");
            if (errors.Count > 0)
                throw new CommandException($"有 {errors.Count} 处错误，一条也没有登记。改好后再导入。");
            Console.WriteLine($"登记“{definition.Title}” {entered} 条。");
            return 0;
        });
        return command;
    }

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (WorkbookException problem)
        {
            throw new CommandException(problem.Message, 2);
        }
    }
}
