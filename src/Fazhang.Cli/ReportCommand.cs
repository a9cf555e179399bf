using System.CommandLine;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Fazhang.Core.Storage;
using Fazhang.Verify;

namespace Fazhang.Cli;

/// <summary>`fazhang report annual PLACE --year Y --format json|html|docx|md`: the annual report from the books, audited.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var place = new Argument<string?>("place")
        {
            Description = "单位的代码或名称，或演示的名称；省略为最上级",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var year = new Option<int?>("--year") { Description = "年度，默认为账簿的业务年度" };
        var format = new Option<string>("--format") { Description = "json、html、docx 或 md", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong("json", "html", "docx", "md");
        var output = new Option<FileInfo?>("--out") { Description = "写入的文件；省略时输出到屏幕（docx 必须写明）" };
        var annual = new Command("annual", "法治政府建设年度报告") { place, year, format, output };
        var options = new BooksOptions().AddTo(annual);
        annual.SetAction(
            (result, cancellation) =>
            {
                var named = result.GetValue(place);
                int Annual(Books books) =>
                    Compose(books, named, result.GetValue(year), result.GetRequiredValue(format), result.GetValue(output));
                return Task.FromResult(
                    named is not null && DemoBooks.IsPlace(options.Definitions(result), named)
                        ? DemoBooks.With(options, result, named, Annual, cancellation)
                        : Annual(options.Open(result))
                );
            }
        );
        return new Command("report", "由账簿生成报告") { annual };
    }

    private static int Compose(Books books, string? place, int? year, string format, FileInfo? file)
    {
        var draft = new AnnualReport(books).Draft(
            year ?? books.Clock.Today.Year,
            BooksOptions.FindUnit(books, place).Id,
            withBacking: format == "json"
        );
        Write(books.Catalogue, draft, format, file);
        if (draft.Published.Count > 0)
            Console.Error.WriteLine(
                $"{draft.Published.Count} 个指标用公布的数字（{draft.Published[0].Published.By.At[..10]} {draft.Published[0].Published.By.Actor}）；"
                    + $"{draft.Published.Count(one => one.Now != one.Published.Value)} 个与现在的记录不同。"
            );
        return Say(draft.Audit);
    }

    private static void Write(Catalogue catalogue, AnnualDraft draft, string format, FileInfo? file)
    {
        if (format == "docx")
        {
            if (file is null && !Console.IsOutputRedirected)
                throw new CommandException("docx 不能显示在屏幕上。用 --out 文件名.docx 写明保存到哪里。", 2);
            using var target = file?.Create() ?? Console.OpenStandardOutput();
            using var buffer = new MemoryStream();
            DocxReport.Write(draft.Document, buffer);
            buffer.WriteTo(target);
            return;
        }
        var text = format switch
        {
            "json" => JsonReport.Write(draft, catalogue),
            "html" => HtmlReport.Page(draft.Document),
            _ => MarkdownReport.Write(draft.Document),
        };
        if (file is null)
            Console.WriteLine(text);
        else
            File.WriteAllText(file.FullName, text);
    }

    /// <summary>The audit goes to standard error, so that the report itself can be piped. Exit code 1 = not ready.</summary>
    private static int Say(ReportAudit audit)
    {
        foreach (var missing in audit.Missing)
            Console.Error.WriteLine($"缺少部分“{missing.Title}”：{missing.Todo}");
        foreach (var difference in audit.Differences)
            Console.Error.WriteLine($"与账簿不符：{difference.Message}");
        foreach (var located in audit.Findings)
            Console.Error.WriteLine(
                (located.Finding.Level == FindingLevel.Error ? "差错：" : "疑问：") + located.Finding.Message
            );
        foreach (var typed in audit.Narrative)
            Console.Error.WriteLine($"没有来源的数字：{typed.Figure.Text}。改用指标，或登记为叙述数字并写明出处。");
        Console.Error.WriteLine(
            $"核验：{audit.FromBooks} 个数字来自账簿，{audit.Facts.Count} 个为注明出处的叙述数字，{audit.Narrative.Count} 个没有来源，勾稽关系 {audit.Check.Relations.Count} 组，"
                + (audit.IsReady ? "没有差错，可以送审。" : "尚不能送审。")
        );
        return audit.IsReady ? 0 : 1;
    }
}
