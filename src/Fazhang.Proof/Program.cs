using System.Text;
using Fazhang.Proof;

// fazhang-proof FILE [--root ROOT]: 0 the proof holds, 1 it does not, 2 it cannot be read.
Console.OutputEncoding = new UTF8Encoding(false);
if (args.Length is not (1 or 3) || (args.Length == 3 && args[1] != "--root"))
{
    Console.Error.WriteLine("用法：fazhang-proof 证明.json [--root 已公布的链接根]");
    return 2;
}
var file = args[0];
byte[] bytes;
try
{
    bytes = File.ReadAllBytes(file);
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"读不出 {file}：{exception.Message}");
    return 2;
}
if (ProofFile.Read(bytes) is not { } proof)
{
    Console.Error.WriteLine($"{file} 不是封存证明。格式见 docs/reference/proofs.md。");
    return 2;
}
var problems = ProofCheck.Run(proof, args.Length == 3 ? args[2] : null);
foreach (var problem in problems)
    Console.WriteLine(problem);
if (problems.Count > 0)
    return 1;
foreach (var entry in proof.Entries)
    Console.WriteLine(entry.Describe());
Console.WriteLine(
    $"证明成立：{proof.Register} 第 {proof.RecordId} 号记录的以上 {proof.Entries.Count} 条流水在封存链里，链接根 {proof.Seals[^1].Chained}"
);
if (args.Length == 1)
    Console.WriteLine("请把链接根与单位公布的、或你以前记下的对照（--root）；对不上的证明说明不了什么。");
return 0;
