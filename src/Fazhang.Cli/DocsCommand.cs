using System.CommandLine;
using Fazhang.Core.Definitions;

namespace Fazhang.Cli;

/// <summary>`fazhang docs OUT`: the definitions as a page for people.</summary>
internal static class DocsCommand
{
    public static Command Create()
    {
        var output = new Argument<FileInfo>("out") { Description = "写入的 Markdown 文件" };
        var definitions = new Option<DirectoryInfo>("--definitions")
        {
            Description = "定义目录",
            DefaultValueFactory = _ => new DirectoryInfo(BooksOptions.DefaultDefinitions),
        };
        var command = new Command("docs", "把定义写成一页说明") { output, definitions };
        command.SetAction(result =>
        {
            var problems = new List<DefinitionProblem>();
            var catalogue =
                DefinitionLoader.Load(result.GetRequiredValue(definitions).FullName, problems)
                ?? throw new DefinitionException(problems);
            File.WriteAllText(result.GetRequiredValue(output).FullName, DefinitionReference.Write(catalogue));
            return 0;
        });
        return command;
    }
}
