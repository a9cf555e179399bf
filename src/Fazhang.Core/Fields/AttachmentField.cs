using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Expressions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Fields;

/// <summary>A file that belongs to a record. The content is found by its SHA-256 (hex); name and type are as cleaned at upload.</summary>
public sealed record AttachedFile(string Sha256, string Name, long Size);

/// <summary>
/// Files of a record. The record holds their names and hashes; each content is stored once, see <see cref="Attachments"/>.
/// An input names the files that stay; what is uploaded beside it is added.
/// </summary>
public sealed class AttachmentField(int most = AttachmentField.UsualMost) : FieldType
{
    private const int UsualMost = 5;
    private const int LargestMost = 20;

    public override string Name => "attachment";

    public override StorageType Storage => StorageType.Text;

    public override ExpressionType Expression => ExpressionType.Rows;

    public override Widget Widget => Widget.Files;

    public override string Meaning =>
        $"附件（{string.Join("、", FileKinds.Extensions)}，每个不超过 {Attachments.LargestFile / 1024 / 1024} MB）；内容按 SHA-256 只存一份";

    public override IReadOnlyList<ShapeKey> Keys =>
        [new("max", Is.Number, $"最多几个，1 至 {LargestMost}；不写为 {UsualMost}。")];

    public override bool IsScalar => false;

    public override bool Refers => true;

    /// <summary>How many files the field takes.</summary>
    public int Most => most;

    public override Parsed Parse(string input)
    {
        if (Read(input) is not { } files)
            return Parsed.Wrong("读不懂。请在网页上选择文件上传。");
        if (files.Any(file => file.Sha256.Length != 64 || !file.Sha256.All(char.IsAsciiHexDigitLower) || file.Size < 0))
            return Parsed.Wrong("里有不成立的文件。请重新打开表单。");
        return files.Count == 0 ? Parsed.Ok(null) : Parsed.Ok(Write(files));
    }

    public override string Input(object value) => (string)value;

    /// <summary>A file whose box “remove” is ticked does not stay.</summary>
    public override string Compose(string main, IReadOnlyDictionary<string, string> parts)
    {
        if (Read(main) is not { } files)
            return main;
        var kept = files.Where((_, i) => !parts.ContainsKey("remove." + i.ToString(CultureInfo.InvariantCulture))).ToList();
        return kept.Count == 0 ? "" : Write(kept);
    }

    public override string Show(object value) => string.Join('、', Files(value).Select(file => file.Name));

    public override string Mask(object value, Personal personal, FieldWords words) => $"{Files(value).Count} 个文件（已遮盖）";

    public override string Brief(object value, string shown) => $"{Files(value).Count} 个文件";

    public override string? Check(object value, object? before, Units.UnitTree units) =>
        Parse((string)value).Error ?? (Files(value).Count > most ? $"最多 {most} 个文件。请去掉几个，或合并成一个。" : null);

    /// <summary>The files of a stored value.</summary>
    public static IReadOnlyList<AttachedFile> Files(object? value) => value is string text ? Read(text) ?? [] : [];

    internal override FieldType Configure(FieldKeys keys) => new AttachmentField(keys.Number("max", 1, LargestMost) ?? UsualMost);

    /// <summary>
    /// What stays must have been there: whoever knows a hash must not get at a content by it. What is uploaded is checked
    /// and stored at once, in the transaction of the save.
    /// </summary>
    internal override Parsed Read(string input, FieldBooks books)
    {
        var kept = Parse(input.Length == 0 ? "[]" : input);
        if (kept.Error is not null)
            return kept;
        var had = Files(books.Before).ToHashSet();
        if (!Files(kept.Value).All(had.Contains))
            return Parsed.Wrong("里有这条记录没有的文件。请重新打开表单。");
        var files = Files(kept.Value).ToList();
        foreach (var upload in books.Uploads)
        {
            if (FileKinds.Problem(upload) is { } problem)
                return Parsed.Wrong(problem);
            var file = Attachments.Put(books, upload);
            if (!files.Contains(file))
                files.Add(file);
        }
        return Parsed.Ok(files.Count == 0 ? null : Write(files));
    }

    internal override string? Verify(object value, FieldBooks books) =>
        Files(value).FirstOrDefault(file => !Attachments.Exists(books, file.Sha256)) is { } missing
            ? $"的文件“{missing.Name}”没有内容。请重新上传。"
            : null;

    private static string Write(IEnumerable<AttachedFile> files)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, StoredJson.Options))
        {
            json.WriteStartArray();
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("sha256", file.Sha256);
                json.WriteString("name", file.Name);
                json.WriteNumber("size", file.Size);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static List<AttachedFile>? Read(string text)
    {
        if (text.Length == 0)
            return [];
        try
        {
            using var document = JsonDocument.Parse(text);
            return
            [
                .. document
                    .RootElement.EnumerateArray()
                    .Select(file => new AttachedFile(
                        file.GetProperty("sha256").GetString()!,
                        file.GetProperty("name").GetString()!,
                        file.GetProperty("size").GetInt64()
                    )),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
