using System.Data.Common;
using Dapper;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>A document (文书) that was made out of a record, as it was then.</summary>
public sealed record ProducedDocument
{
    public required long Id { get; init; }

    /// <summary>Key of the form; the definition may have lost it since.</summary>
    public required string Form { get; init; }

    public required string Title { get; init; }

    public string? Number { get; init; }

    /// <summary>The version of the record it shows.</summary>
    public required long Version { get; init; }

    public required string At { get; init; }

    public required string Actor { get; init; }
}

/// <summary>
/// Documents as rows that never change. Each is kept twice: in clear, and with personal fields masked, for those who may
/// not see them.
/// </summary>
internal static class DocumentTable
{
    public static IEnumerable<string> Create(SqlDialect dialect) =>
        [
            $"CREATE TABLE IF NOT EXISTS document (id {dialect.IdentityColumn}, register TEXT NOT NULL, record_id BIGINT NOT NULL, version BIGINT NOT NULL, form TEXT NOT NULL, title TEXT NOT NULL, number TEXT, at TEXT NOT NULL, actor_id BIGINT NOT NULL, actor TEXT NOT NULL, content TEXT NOT NULL, masked TEXT NOT NULL)",
            "CREATE INDEX IF NOT EXISTS document_record ON document (record_id, register)",
            .. dialect.AppendOnly("document"),
        ];

    public static void Insert(
        DbConnection connection,
        DbTransaction transaction,
        Record record,
        ProducedDocument document,
        long actorId,
        string content,
        string masked
    ) =>
        connection.Execute(
            "INSERT INTO document (register, record_id, version, form, title, number, at, actor_id, actor, content, masked) "
                + "VALUES (@Key, @Id, @Version, @Form, @Title, @Number, @At, @actorId, @Actor, @content, @masked)",
            new
            {
                record.Register.Key,
                record.Id,
                document.Version,
                document.Form,
                document.Title,
                document.Number,
                document.At,
                actorId,
                document.Actor,
                content,
                masked,
            },
            transaction
        );

    public static IReadOnlyList<ProducedDocument> Of(DbConnection connection, Record record) =>
        [
            .. connection
                .Query(
                    $"SELECT id, form, title, number, version, at, actor FROM document WHERE record_id = @Id AND {JournalReader.Of(record.Register)} ORDER BY id",
                    new { record.Id }
                )
                .Select(row => new ProducedDocument
                {
                    Id = row.id,
                    Form = row.form,
                    Title = row.title,
                    Number = row.number,
                    Version = row.version,
                    At = row.at,
                    Actor = row.actor,
                }),
        ];

    /// <summary>The text of a document of this record; null when there is none.</summary>
    public static string? Content(DbConnection connection, Record record, long id, bool clear) =>
        connection.QuerySingleOrDefault<string>(
            $"SELECT {(clear ? "content" : "masked")} FROM document WHERE id = @id AND record_id = @record AND {JournalReader.Of(record.Register)}",
            new { id, record = record.Id }
        );
}
