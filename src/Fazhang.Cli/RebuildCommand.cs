using System.CommandLine;
using System.Text.Json;
using Fazhang.Core.Figures;

namespace Fazhang.Cli;

/// <summary>`fazhang rebuild [--compare]`: recomputes every figure from the records (试算平衡).</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var compare = new Option<bool>("--compare") { Description = "只比对，不改账；有差额时退出码为 1" };
        var json = Output.JsonOption();
        var command = new Command("rebuild", "从记录重算全部数字，与账上比对（不加 --compare 时把差额改正）") { compare, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var balance = new TrialBalance(books);
            var only = result.GetValue(compare);
            var outcome = only ? balance.Compare() : balance.Rebuild();
            if (result.GetValue(json))
                Output.Json(writer => JsonSerializer.Serialize(writer, outcome, Output.JsonOptions));
            else
            {
                foreach (var difference in outcome.Differences)
                    Console.WriteLine(
                        $"{difference.Indicator}  {books.Units.NameOf(difference.UnitId)}{(difference.Total ? "（含下级）" : "")}  {difference.Month}：账上 {difference.Posted}，重算 {difference.Recomputed}，差 {difference.Posted - difference.Recomputed}"
                    );
                Console.WriteLine(
                    $"重算 {outcome.Indicators} 个指标、{outcome.Records:#,0} 条记录，用时 {outcome.Milliseconds / 1000.0:0.0} 秒："
                        + (
                            outcome.Balanced
                                ? "差额为零。"
                                : $"{outcome.Differences.Count} 个分户额不一致{(only ? "" : "，已改正")}。"
                        )
                );
            }
            return outcome.Balanced || !only ? 0 : 1;
        });
        return command;
    }
}
