using System.CommandLine;
using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;

namespace Fazhang.Cli;

/// <summary>`fazhang check [DIR]`: says everything that is wrong with definitions, without starting anything.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("definitions")
        {
            Description = "定义目录",
            DefaultValueFactory = _ => new DirectoryInfo(BooksOptions.DefaultDefinitions),
        };
        var json = Output.JsonOption();
        var command = new Command("check", "检查台账与指标定义，列出全部错误") { directory, json };
        command.SetAction(result => Run(result.GetRequiredValue(directory).FullName, result.GetValue(json)));
        return command;
    }

    private static int Run(string directory, bool json)
    {
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(directory, problems);
        if (catalogue is not null && !AnnualReport.Check(catalogue, problems))
            catalogue = null;
        if (json)
            Output.Json(writer => JsonSerializer.Serialize(writer, problems, Output.JsonOptions));
        else if (catalogue is null)
        {
            foreach (var problem in problems)
                Console.WriteLine(problem);
            Console.WriteLine($"共 {problems.Count} 处错误。");
        }
        else
            Console.WriteLine(
                $"定义正确：{catalogue.Registers.Count} 个台账，{catalogue.Indicators.Count} 个指标，工作日历 {catalogue.Calendar.FirstYear}—{catalogue.Calendar.LastYear} 年。"
            );
        return catalogue is null ? 1 : 0;
    }
}
