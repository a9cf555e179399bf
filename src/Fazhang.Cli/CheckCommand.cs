using System.CommandLine;
using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;

namespace Fazhang.Cli;

/// <summary>`fazhang check [DIR] [--strict]`: says everything that is wrong with definitions, without starting anything.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("definitions")
        {
            Description = "定义目录",
            DefaultValueFactory = _ => new DirectoryInfo(BooksOptions.DefaultDefinitions),
        };
        var strict = new Option<bool>("--strict")
        {
            Description = "还要求写明口径、依据、填写说明和设置的来历（docs/reference/definitions.md“严格检查”）",
        };
        var settings = new Option<FileInfo?>("--settings") { Description = "本地设置文件，一并检查" };
        var json = Output.JsonOption();
        var command = new Command("check", "检查台账与指标定义，列出全部错误") { directory, strict, settings, json };
        command.SetAction(result =>
        {
            if (result.GetValue(settings) is { Exists: false } missing)
                throw new CommandException($"没有设置文件 {missing}。核对 --settings 后面的路径。", 2);
            return Run(
                result.GetRequiredValue(directory).FullName,
                result.GetValue(settings)?.FullName,
                result.GetValue(strict),
                result.GetValue(json)
            );
        });
        return command;
    }

    private static int Run(string directory, string? settings, bool strict, bool json)
    {
        var problems = new List<DefinitionProblem>();
        var catalogue = DefinitionLoader.Load(directory, problems, settings, strict);
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
                $"定义正确{(strict ? "，口径、依据、填写说明齐全" : "")}：{catalogue.Registers.Count} 个台账，{catalogue.Indicators.Count} 个指标，工作日历 {catalogue.Calendar.FirstYear}—{catalogue.Calendar.LastYear} 年。"
            );
        return catalogue is null ? 1 : 0;
    }
}
