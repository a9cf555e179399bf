using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>
/// Journal rows as the bytes that are sealed: every column in a fixed order, each as a mark (0 = null, 1 = value), the
/// length in four bytes and the text in UTF-8, so that no two different rows have the same bytes.
/// </summary>
internal static class SealedEntries
{
    private const string Columns =
        "seq, register, record_id, version, action, state_from, state_to, on_day, at, actor_id, actor, reason, before, after";

    private const int DayColumn = 7;

    /// <summary>The columns in their order: all that the journal has.</summary>
    public static IReadOnlyList<string> ColumnNames { get; } = Columns.Split(", ");

    /// <summary>The rows of a range in the order of their numbers, one at a time.</summary>
    public static IEnumerable<(long Seq, byte[] Bytes)> Read(
        DbConnection connection,
        DbTransaction? transaction,
        SqlDialect dialect,
        long from,
        long to,
        int most = int.MaxValue
    )
    {
        using var command = connection.Command(
            transaction,
            $"SELECT {Columns} FROM journal WHERE seq BETWEEN @from AND @to ORDER BY seq LIMIT {most}",
            dialect,
            new Dictionary<string, object?> { ["from"] = from, ["to"] = to }
        );
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt64(0), Bytes(reader, dialect));
    }

    /// <summary>The columns that sealed bytes hold, null where one is empty; null when the bytes are not an entry.</summary>
    public static IReadOnlyList<string?>? Texts(ReadOnlySpan<byte> bytes)
    {
        var texts = new List<string?>();
        while (bytes.Length > 0)
        {
            if (bytes[0] == 0)
            {
                texts.Add(null);
                bytes = bytes[1..];
                continue;
            }
            if (bytes[0] != 1 || bytes.Length < 5)
                return null;
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[1..]);
            if (length < 0 || length > bytes.Length - 5)
                return null;
            texts.Add(Encoding.UTF8.GetString(bytes.Slice(5, length)));
            bytes = bytes[(5 + length)..];
        }
        return texts.Count == ColumnNames.Count ? texts : null;
    }

    private static byte[] Bytes(DbDataReader reader, SqlDialect dialect)
    {
        using var bytes = new MemoryStream(512);
        Span<byte> length = stackalloc byte[4];
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (reader.IsDBNull(column))
            {
                bytes.WriteByte(0);
                continue;
            }
            var value = reader.GetValue(column);
            var text =
                column == DayColumn
                    ? ((DateOnly)dialect.FromDatabase(value, StorageType.Date)!).ToString(
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture
                    )
                    : Convert.ToString(value, CultureInfo.InvariantCulture)!;
            var utf8 = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32BigEndian(length, utf8.Length);
            bytes.WriteByte(1);
            bytes.Write(length);
            bytes.Write(utf8);
        }
        return bytes.ToArray();
    }
}
