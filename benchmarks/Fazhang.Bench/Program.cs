using Fazhang.Bench;
using Fazhang.Bench.Faults;
using Fazhang.Bench.Figures;
using Fazhang.Bench.Verify;

// Each benchmark prints its figures beside their aims and returns 0 only when all aims hold.
return args switch
{
    ["load", .. var rest] => LoadBench.Run(rest),
    ["read", .. var rest] => ReadBench.Run(rest),
    ["write", .. var rest] => WriteBench.Run(rest),
    ["list", .. var rest] => ListBench.Run(rest),
    ["memory", .. var rest] => MemoryBench.Run(rest),
    ["figures", .. var rest] => FiguresBench.Run(rest),
    ["faults", .. var rest] => FaultsBench.Run(rest),
    ["faults-worker", .. var rest] => FaultWorker.Run(rest),
    ["verify", .. var rest] => VerifyBench.Run(rest),
    ["files", .. var rest] => FilesBench.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("用法：./bench load | read | write | figures | list | memory | faults | verify | files [--quick]");
    return 2;
}
