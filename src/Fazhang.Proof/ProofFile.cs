using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Fazhang.Proof;

/// <summary>A seal as the proof states it: a run of journal entries under one root, chained to the seal before.</summary>
internal sealed record ProofSeal(
    long Id,
    long FirstSeq,
    long LastSeq,
    long Entries,
    string Algorithm,
    string Root,
    string Previous,
    string Chained,
    string At
);

/// <summary>A journal entry with its way to the root of its seal.</summary>
internal sealed record ProofEntry(long Seq, string Data, long Index, IReadOnlyList<string> Path, long Seal)
{
    private const int Columns = 14;

    /// <summary>The columns in the sealed bytes, null where one is empty; null when the bytes are not an entry.</summary>
    public IReadOnlyList<string?>? Values()
    {
        var buffer = new byte[Data.Length];
        if (!Convert.TryFromBase64String(Data, buffer, out var length))
            return null;
        var bytes = buffer.AsSpan(0, length);
        var values = new List<string?>();
        while (bytes.Length > 0)
        {
            if (bytes[0] == 0)
            {
                values.Add(null);
                bytes = bytes[1..];
                continue;
            }
            if (bytes[0] != 1 || bytes.Length < 5)
                return null;
            var size = BinaryPrimitives.ReadInt32BigEndian(bytes[1..]);
            if (size < 0 || size > bytes.Length - 5)
                return null;
            values.Add(Encoding.UTF8.GetString(bytes.Slice(5, size)));
            bytes = bytes[(5 + size)..];
        }
        return values.Count == Columns ? values : null;
    }

    /// <summary>One line for people: what happened, when, by whom.</summary>
    public string Describe()
    {
        var values = Values()!;
        return $"第 {Seq} 条  {values[8]}  {values[10]}  {values[4]}（{values[1]}#{values[2]} 第 {values[3]} 版）";
    }
}

/// <summary>A proof file, read strictly: every key there, none unknown, none twice.</summary>
internal sealed record ProofFile(
    string Register,
    IReadOnlyList<string> Formerly,
    long RecordId,
    IReadOnlyList<ProofEntry> Entries,
    IReadOnlyList<ProofSeal> Seals
)
{
    /// <summary>The proof, or null when the bytes are none.</summary>
    public static ProofFile? Read(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static ProofFile? Read(JsonElement root) =>
        Has(root, 5)
            ? new(
                Text(root, "register"),
                Texts(root, "formerly"),
                Number(root, "recordId"),
                [.. root.GetProperty("entries").EnumerateArray().Select(Entry)],
                [.. root.GetProperty("seals").EnumerateArray().Select(Seal)]
            )
            : null;

    private static ProofEntry Entry(JsonElement entry) =>
        Has(entry, 5)
            ? new(Number(entry, "seq"), Text(entry, "data"), Number(entry, "index"), Texts(entry, "path"), Number(entry, "seal"))
            : throw new FormatException();

    private static ProofSeal Seal(JsonElement seal) =>
        Has(seal, 9)
            ? new(
                Number(seal, "id"),
                Number(seal, "firstSeq"),
                Number(seal, "lastSeq"),
                Number(seal, "entries"),
                Text(seal, "algorithm"),
                Text(seal, "root"),
                Text(seal, "previous"),
                Text(seal, "chained"),
                Text(seal, "at")
            )
            : throw new FormatException();

    private static bool Has(JsonElement element, int keys) =>
        element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Count() == keys;

    private static long Number(JsonElement element, string key) => element.GetProperty(key).GetInt64();

    private static string Text(JsonElement element, string key) =>
        element.GetProperty(key).GetString() ?? throw new FormatException();

    private static List<string> Texts(JsonElement element, string key) =>
        [.. element.GetProperty(key).EnumerateArray().Select(item => item.GetString() ?? throw new FormatException())];
}
