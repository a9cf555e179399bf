using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>Appends to the journal, inside the transaction that makes the change.</summary>
internal sealed class JournalWriter(DbConnection connection, DbTransaction transaction, SqlDialect dialect)
{
    /// <summary>The columns of an entry; which one holds the record's id says <see cref="RecordId"/>.</summary>
    public static readonly (string Name, StorageType Type)[] Columns =
    [
        ("register", StorageType.Text),
        ("record_id", StorageType.Integer),
        ("version", StorageType.Integer),
        ("action", StorageType.Text),
        ("state_from", StorageType.Text),
        ("state_to", StorageType.Text),
        ("on_day", StorageType.Date),
        ("at", StorageType.Text),
        ("actor_id", StorageType.Integer),
        ("actor", StorageType.Text),
        ("reason", StorageType.Text),
        ("before", StorageType.Text),
        ("after", StorageType.Text),
    ];

    public const int RecordId = 1;

    private static readonly (string Name, StorageType Type)[] Parameters =
    [
        .. Columns.Select(column => ("@" + column.Name, column.Type)),
    ];

    private static readonly string Sql =
        $"INSERT INTO journal ({string.Join(", ", Columns.Select(column => column.Name))}) "
        + $"VALUES ({string.Join(", ", Columns.Select(column => "@" + column.Name))})";

    /// <summary>Appends one entry. Before and after are whole records; only what differs is written.</summary>
    public void Append(
        RegisterDefinition definition,
        long recordId,
        long recordVersion,
        string actionKey,
        object?[]? before,
        object?[]? after,
        Actor actor,
        string? why,
        DateOnly day,
        string stamp
    ) => Append(Entry(definition, recordId, recordVersion, actionKey, before, after, actor, why, day, stamp));

    /// <summary>The values of such an entry, in the order of <see cref="Columns"/>.</summary>
    public object?[] Entry(
        RegisterDefinition definition,
        long recordId,
        long recordVersion,
        string actionKey,
        object?[]? before,
        object?[]? after,
        Actor actor,
        string? why,
        DateOnly day,
        string stamp
    )
    {
        var json = connection.Statement(nameof(JournalJson), _ => new JournalJson());
        return
        [
            definition.Key,
            recordId,
            recordVersion,
            actionKey,
            before?[FieldDefinition.StateSlot],
            after?[FieldDefinition.StateSlot],
            day,
            stamp,
            actor.AccountId,
            actor.Name,
            string.IsNullOrWhiteSpace(why) ? null : why,
            before is null ? null : json.Write(definition, before, after),
            after is null ? null : json.Write(definition, after, before),
        ];
    }

    /// <summary>Appends an entry about a record that changes nothing of it.</summary>
    /// <param name="asked">What somebody wants it to become, for an approval; only what differs is written. Null for none.</param>
    public void AppendNote(
        Records.Record about,
        string actionKey,
        object?[]? asked,
        Actor actor,
        string? why,
        DateOnly day,
        string stamp
    )
    {
        var json = connection.Statement(nameof(JournalJson), _ => new JournalJson());
        Append([
            about.Register.Key,
            about.Id,
            about.Version,
            actionKey,
            null,
            null,
            day,
            stamp,
            actor.AccountId,
            actor.Name,
            string.IsNullOrWhiteSpace(why) ? null : why,
            asked is null ? null : json.Write(about.Register, about.Values, asked),
            asked is null ? null : json.Write(about.Register, asked, about.Values),
        ]);
    }

    /// <summary>Appends an entry about something that is not a record: a closing, or which source speaks. Before and after are JSON.</summary>
    public static void AppendSubject(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        (string Name, long Id, long Version) subject,
        string actionKey,
        (string? Before, string? After) json,
        Actor actor,
        string? why
    ) =>
        new JournalWriter(connection, transaction, books.Dialect).Append([
            subject.Name,
            subject.Id,
            subject.Version,
            actionKey,
            null,
            null,
            books.Clock.Today,
            books.Clock.Stamp,
            actor.AccountId,
            actor.Name,
            string.IsNullOrWhiteSpace(why) ? null : why,
            json.Before,
            json.After,
        ]);

    /// <summary>
    /// Appends an event of the books as a whole, which belongs to no record: under the register name
    /// <see cref="JournalAction.Books"/>, record 0. Details are JSON.
    /// </summary>
    public static void AppendEvent(
        DbConnection connection,
        DbTransaction transaction,
        Books books,
        string actionKey,
        Actor actor,
        string? reason,
        string? details = null
    ) => AppendSubject(connection, transaction, books, (JournalAction.Books, 0, 0), actionKey, (null, details), actor, reason);

    /// <summary>Appends an entry of which the values are given in the order of <see cref="Columns"/>.</summary>
    public void Append(object?[] values)
    {
        var command = connection.Statement(transaction, Sql, Parameters);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = dialect.ToDatabase(values[i]);
        command.ExecuteNonQuery();
    }
}
