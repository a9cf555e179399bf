using System.Security.Cryptography;
using Dapper;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Records;

/// <summary>The contents of attached files, by SHA-256: each is stored once, and never changed or removed.</summary>
public static class Attachments
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>The content with that hash, checked against it; null when there is none.</summary>
    /// <exception cref="InvalidDataException">The stored content does not have its hash: it was changed behind the program's back.</exception>
    public static byte[]? Read(Storage.Books books, string sha256)
    {
        ArgumentNullException.ThrowIfNull(books);
        var content = books.Read(connection =>
            connection.QuerySingleOrDefault<byte[]>("SELECT content FROM attachment WHERE sha256 = @sha256", new { sha256 })
        );
        if (content is not null && Hash(content) != sha256)
            throw new InvalidDataException($"The content of attachment {sha256} does not have its hash.");
        return content;
    }

    /// <summary>Checks all contents against their hashes and all records against the contents; each finding is a sentence.</summary>
    public static (long Checked, IReadOnlyList<string> Problems) Audit(Storage.Books books)
    {
        ArgumentNullException.ThrowIfNull(books);
        var problems = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        books.Read(connection =>
        {
            foreach (var sha256 in connection.Query<string>("SELECT sha256 FROM attachment ORDER BY sha256"))
            {
                known.Add(sha256);
                // One at a time: all contents together need not fit into memory.
                var content = connection.QuerySingle<byte[]>(
                    "SELECT content FROM attachment WHERE sha256 = @sha256",
                    new { sha256 }
                );
                if (Hash(content) != sha256)
                    problems.Add($"附件 {sha256} 的内容与它的散列值不符：内容被改动。请从备份恢复。");
            }
            return 0;
        });
        foreach (var register in books.Catalogue.Registers.Values)
        foreach (var field in register.Fields.Where(field => field.Type is AttachmentField))
            books.Read(connection =>
            {
                var sql =
                    $"SELECT id, {Storage.SqlDialect.Quote(field.Column)} FROM {Storage.SqlDialect.Quote(register.Table)} "
                    + $"WHERE {Storage.SqlDialect.Quote(field.Column)} IS NOT NULL";
                foreach (var (id, value) in connection.Query<(long, string)>(sql, buffered: false))
                foreach (var file in AttachmentField.Files(value).Where(file => !known.Contains(file.Sha256)))
                    problems.Add($"{register.Title}第 {id} 号记录的附件“{file.Name}”没有内容。请从备份恢复。");
                return 0;
            });
        return (known.Count, problems);
    }

    internal static AttachedFile Put(FieldBooks books, Upload upload)
    {
        var content = upload.Content.ToArray();
        var sha256 = Hash(content);
        books.Connection.Execute(
            "INSERT INTO attachment (sha256, size, content, at) VALUES (@sha256, @size, @content, @at) ON CONFLICT (sha256) DO NOTHING",
            new
            {
                sha256,
                size = (long)content.Length,
                content,
                at = books.Books.Clock.Stamp,
            },
            books.Transaction
        );
        return new AttachedFile(sha256, FileKinds.CleanName(upload.FileName), content.Length);
    }

    internal static bool Exists(FieldBooks books, string sha256) =>
        books.Connection.ExecuteScalar("SELECT 1 FROM attachment WHERE sha256 = @sha256", new { sha256 }, books.Transaction)
            is not null;

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
