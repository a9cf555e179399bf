using System.CommandLine;
using System.Text.Json;
using Fazhang.Core.Journal;

namespace Fazhang.Cli;

/// <summary>`fazhang seal`, `audit`, `prove`, `check-proof`: the journal cannot be changed without it showing.</summary>
internal static class JournalCommands
{
    public static Command Seal()
    {
        var algorithm = new Option<string>("--hash")
        {
            Description = "sha-256 或 sm3",
            DefaultValueFactory = _ => SealHash.Sha256.Name,
        };
        algorithm.AcceptOnlyFromAmong(SealHash.Sha256.Name, SealHash.Sm3.Name);
        var command = new Command("seal", "封存尚未封存的流水，打印链接根") { algorithm };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var seals = new JournalSeals(options.Open(result));
            var count = seals.SealAll(SealHash.Find(result.GetRequiredValue(algorithm))!);
            Console.WriteLine($"封存 {count:#,0} 条流水。");
            if (seals.All() is [.., var head])
                Console.WriteLine($"第 {head.Id} 次封存，至第 {head.LastSeq:#,0} 条，链接根 {head.Algorithm} {head.Chained}");
            return 0;
        });
        return command;
    }

    public static Command Audit()
    {
        var root = new Option<string?>("--root") { Description = "以前记下的链接根：检查封存链仍然经过它" };
        var json = Output.JsonOption();
        var command = new Command("audit", "重算全部封存，按流水重演每条记录，核对编号和附件；有问题时退出码为 1") { root, json };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var audit = BooksAudit.Run(options.Open(result), result.GetValue(root));
            if (result.GetValue(json))
                Output.Json(writer => JsonSerializer.Serialize(writer, audit, Output.JsonOptions));
            else
                PrintAudit(audit);
            return audit.Sound ? 0 : 1;
        });
        return command;
    }

    private static void PrintAudit(BooksAudit audit)
    {
        foreach (var message in audit.Messages)
            Console.WriteLine(message);
        var journal = audit.Journal;
        Console.WriteLine(
            $"{journal.Seals} 次封存、{journal.Entries:#,0} 条流水：{Verdict(journal.Problems.Count, "与封存时一致")}"
                + $"尚未封存 {journal.Unsealed:#,0} 条。链接根 {(journal.Head.Length == 0 ? "（无）" : journal.Head)}"
        );
        Console.WriteLine($"{audit.Records:#,0} 条记录：{Verdict(audit.RecordProblems.Count, "与流水重演的结果一致")}");
        Console.WriteLine($"{audit.Numbers:#,0} 个编号：{Verdict(audit.NumberProblems.Count, "连续，没有重号")}");
        if (audit.Attachments + audit.AttachmentProblems.Count > 0)
            Console.WriteLine($"{audit.Attachments:#,0} 份附件内容：{Verdict(audit.AttachmentProblems.Count, "与散列值一致")}");

        static string Verdict(int problems, string sound) => problems == 0 ? sound + "。" : $"{problems} 处不符。";
    }

    public static Command Prove()
    {
        var record = RecordName.Argument();
        var output = new Option<FileInfo?>("--out") { Description = "写入的文件；省略时输出到屏幕" };
        var command = new Command("prove", "写出一条记录的封存证明（含记录内容，注意个人信息）") { record, output };
        var options = new BooksOptions().AddTo(command);
        command.SetAction(result =>
        {
            var books = options.Open(result);
            var (register, id) = RecordName.Find(books, result.GetRequiredValue(record));
            var proof = RecordProof.Make(books, register, id);
            if (proof.Entries.Count == 0)
                throw new CommandException("这条记录还没有封存的流水。先运行 ./fazhang seal。");
            if (result.GetValue(output) is { } file)
                File.WriteAllText(file.FullName, proof.Write());
            else
                Console.WriteLine(proof.Write());
            return 0;
        });
        return command;
    }

    public static Command CheckProof()
    {
        var file = new Argument<FileInfo>("proof") { Description = "证明文件" };
        var root = new Option<string?>("--root") { Description = "已公布或记下的链接根" };
        var command = new Command("check-proof", "检查封存证明，不需要账簿") { file, root };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            if (!path.Exists)
                throw new CommandException($"没有文件 {path}。", 2);
            var proof =
                RecordProof.Read(File.ReadAllText(path.FullName)) ?? throw new CommandException($"{path} 不是封存证明。", 2);
            var problems = proof.Check(result.GetValue(root));
            foreach (var problem in problems)
                Console.WriteLine(problem);
            if (problems.Count == 0)
                Console.WriteLine(
                    $"证明成立：{proof.Register} 第 {proof.RecordId} 号记录的 {proof.Entries.Count} 条流水在封存链里，链接根 {proof.Seals[^1].Chained}"
                );
            return problems.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
