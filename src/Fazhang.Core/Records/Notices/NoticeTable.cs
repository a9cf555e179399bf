using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// Notices as rows. The topic is unique: whatever runs twice, in two processes or after a restart tells once. A notice is
/// for one account, or for the roles in it at the record's unit.
/// </summary>
internal static class NoticeTable
{
    public static IEnumerable<string> Create(SqlDialect dialect) =>
        [
            $"CREATE TABLE IF NOT EXISTS notice (id {dialect.IdentityColumn}, topic TEXT NOT NULL UNIQUE, register TEXT NOT NULL, record_id BIGINT NOT NULL, unit_id BIGINT NOT NULL, account_id BIGINT, roles TEXT, kind TEXT NOT NULL, text TEXT NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL)",
            "CREATE INDEX IF NOT EXISTS notice_account ON notice (account_id, id)",
            "CREATE TABLE IF NOT EXISTS notice_read (account_id BIGINT NOT NULL, notice_id BIGINT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (account_id, notice_id))",
        ];

    /// <summary>Whether one of the topics has been told.</summary>
    public static bool IsTold(DbConnection connection, DbTransaction transaction, IReadOnlyList<string> topics) =>
        topics.Count > 0
        && connection.ExecuteScalar(
            $"SELECT 1 FROM notice WHERE topic IN ({string.Join(", ", topics.Select(SqlDialect.Literal))}) LIMIT 1",
            transaction: transaction
        )
            is not null;

    /// <summary>Tells one account something about a record.</summary>
    public static bool Tell(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        Record record,
        string topic,
        long account,
        string text
    ) =>
        Insert(
            connection,
            transaction,
            books,
            record,
            topic,
            topic[..topic.IndexOf(':', StringComparison.Ordinal)],
            account,
            null,
            text
        );

    /// <summary>Tells the roles at the record's unit and above something; false when that has been told before.</summary>
    public static bool Tell(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        Record record,
        string topic,
        string kind,
        IEnumerable<string> roles,
        string text
    ) => Insert(connection, transaction, books, record, topic, kind, null, $",{string.Join(',', roles)},", text);

    private static bool Insert(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        Record record,
        string topic,
        string kind,
        long? account,
        string? roles,
        string text
    ) =>
        connection.Execute(
            "INSERT INTO notice (topic, register, record_id, unit_id, account_id, roles, kind, text, day, at) "
                + "VALUES (@topic, @Key, @Id, @UnitId, @account, @roles, @kind, @text, @day, @Stamp) ON CONFLICT (topic) DO NOTHING",
            new
            {
                topic,
                record.Register.Key,
                record.Id,
                record.UnitId,
                account,
                roles,
                kind,
                text,
                day = books.Clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                books.Clock.Stamp,
            },
            transaction
        ) == 1;
}
