namespace Fazhang.Core.Records;

/// <summary>A file that came with a form, for a field of type attachment.</summary>
public sealed record Upload(string Field, string FileName, ReadOnlyMemory<byte> Content);

/// <summary>What was typed, by field key, and the files that came along.</summary>
public sealed class RecordInput(IEnumerable<KeyValuePair<string, string?>> typed)
    : Dictionary<string, string?>(typed, StringComparer.Ordinal)
{
    public IReadOnlyList<Upload> Uploads { get; init; } = [];
}
