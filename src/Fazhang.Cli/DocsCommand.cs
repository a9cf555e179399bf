using System.CommandLine;
using System.Text;
using Fazhang.Core.Definitions;

namespace Fazhang.Cli;

/// <summary>`fazhang docs [DIR]`: writes the reference: registers, the definition language, JSON Schemas for editors.</summary>
internal static class DocsCommand
{
    private static string DefaultDirectory =>
        Environment.GetEnvironmentVariable("FAZHANG_HOME") is { Length: > 0 } home
            ? Path.Combine(home, "docs", "reference")
            : Path.Combine("docs", "reference");

    public static Command Create()
    {
        var output = new Argument<DirectoryInfo>("dir")
        {
            Description = "写入的目录",
            DefaultValueFactory = _ => new DirectoryInfo(DefaultDirectory),
        };
        var definitions = new Option<DirectoryInfo>("--definitions")
        {
            Description = "定义目录",
            DefaultValueFactory = _ => new DirectoryInfo(BooksOptions.DefaultDefinitions),
        };
        var command = new Command("docs", "写出参考文档：台账与指标、定义语言、编辑器用的 JSON Schema") { output, definitions };
        command.SetAction(result =>
        {
            var problems = new List<DefinitionProblem>();
            var catalogue =
                DefinitionLoader.Load(result.GetRequiredValue(definitions).FullName, problems)
                ?? throw new DefinitionException(problems);
            var directory = result.GetRequiredValue(output);
            directory.Create();
            var files = ReferenceFiles.Of(catalogue);
            foreach (var (name, text) in files)
                File.WriteAllText(Path.Combine(directory.FullName, name), text, new UTF8Encoding(false));
            Console.WriteLine($"{directory}：写出 {files.Count} 个文件。");
            return 0;
        });
        return command;
    }
}
