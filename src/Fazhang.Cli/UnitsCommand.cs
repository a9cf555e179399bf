using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Units;

namespace Fazhang.Cli;

/// <summary>`fazhang units list|plan|apply`: the units of the books as a file, and the books after a file.</summary>
internal static class UnitsCommand
{
    private static readonly JsonSerializerOptions s_quoted = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Create() =>
        new("units", "列出和调整单位：新设、改名、移到别的上级之下（并入）") { List(), Plan(), Apply() };

    private static Command List()
    {
        var command = new Command("list", "把账簿里的单位写成单位文件的样子，可以改了再 apply");
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var units = options.Open(result).Units;
            Console.WriteLine("units:");
            foreach (var unit in units.All)
            {
                var parent = unit.ParentId is { } id ? $", parent: {Quoted(units.Find(id)!.Code)}" : "";
                Console.WriteLine(
                    $"  - {{code: {Quoted(unit.Code)}, name: {Quoted(unit.Name)}, abbr: {Quoted(unit.Abbr)}, kind: {Quoted(unit.Kind)}{parent}}}"
                );
            }
            return 0;
        });
        return command;
    }

    private static Command Plan()
    {
        var file = File();
        var command = new Command("plan", "列出单位文件会带来的改动，不改动任何内容；有不能做的，退出码为 1") { file };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result => Print(new UnitChanges(options.Open(result)).Plan(Read(result.GetRequiredValue(file))), "将"));
        return command;
    }

    private static Command Apply()
    {
        var file = File();
        var reason = new Option<string>("--reason") { Description = "依据：例如机构改革方案的文号", Required = true };
        var command = new Command("apply", "按单位文件调整账簿里的单位，一个事务，记入流水。先停下网站，再备份") { file, reason };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(reason)))
                throw new CommandException("请用 --reason 写明依据：它会记入流水。", 2);
            var units = Read(result.GetRequiredValue(file));
            // Whoever can run this has the data folder itself; the entry says so.
            var actor = Actor.System($"命令行（{Environment.UserName}）");
            return Print(new UnitChanges(options.Open(result, create: true)).Apply(actor, units, result.GetValue(reason)!), "已");
        });
        return command;
    }

    private static Argument<FileInfo> File() => new("file") { Description = "单位文件（YAML），格式见定义语言参考的“单位文件”" };

    private static IReadOnlyList<UnitInput> Read(FileInfo file)
    {
        if (!file.Exists)
            throw new CommandException($"没有文件 {file.FullName}。", 2);
        var problems = new List<DefinitionProblem>();
        var units = UnitFile.Read(file.FullName, problems);
        return problems.Count == 0 ? units : throw new DefinitionException(problems);
    }

    private static int Print(UnitPlan plan, string when)
    {
        foreach (var change in plan.Changes)
            Console.WriteLine($"  {change}");
        foreach (var refused in plan.Refused)
            Console.WriteLine($"! {refused}");
        Console.WriteLine(
            plan.Refused.Count > 0 ? "没有改动任何内容：先按上面所说改正文件。"
            : plan.Changes.Count == 0 ? "账簿里的单位与文件一致，没有要改动的。"
            : $"{when}调整 {plan.Changes.Count} 处。"
        );
        return plan.Refused.Count > 0 ? 1 : 0;
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, s_quoted);
}
