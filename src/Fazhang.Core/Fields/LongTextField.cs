using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>Several lines of text, at most 10,000 characters.</summary>
public sealed class LongTextField : TextField
{
    public override string Name => "longtext";

    public override string Meaning => "多行文字，最多 10000 字";

    public override Widget Widget => Widget.Area;

    protected override int Longest => 10_000;
}
