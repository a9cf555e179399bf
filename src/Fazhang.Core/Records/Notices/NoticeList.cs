using System.Data.Common;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>A notice (提醒) as an account sees it. Its words hold no personal data.</summary>
public sealed record Notice
{
    public required long Id { get; init; }

    public required RegisterDefinition Register { get; init; }

    public required long RecordId { get; init; }

    /// <summary>remind, escalate, return, handover, calendar.</summary>
    public required string Kind { get; init; }

    public required string Text { get; init; }

    /// <summary>The first sentence: what it is about.</summary>
    public string Head => Text.IndexOf('。', StringComparison.Ordinal) is var end and >= 0 ? Text[..end] : Text;

    /// <summary>What follows the first sentence: consequences, reasons; may be empty.</summary>
    public string Rest => Text.Length > Head.Length ? Text[(Head.Length + 1)..] : "";

    public required string At { get; init; }

    public required bool IsRead { get; init; }

    public string KindTitle =>
        Kind switch
        {
            "remind" => "催办",
            "escalate" => "逾期上报",
            "return" => "审批退回",
            "handover" => "移交",
            "calendar" => "期限变动",
            _ => Kind,
        };
}

/// <summary>The notices of an account: its own, and those for a role it holds at the unit of the record.</summary>
public sealed class NoticeList(Books books)
{
    public const int PageSize = 50;

    /// <summary>The newest notices; with <paramref name="unreadOnly"/> those that the account has not read.</summary>
    /// <param name="before">Only notices with a smaller id: the next page; null for the first.</param>
    public IReadOnlyList<Notice> Of(Actor actor, bool unreadOnly, long? before = null, int take = PageSize)
    {
        var notices = new List<Notice>();
        var from = before ?? long.MaxValue;
        while (notices.Count < take)
        {
            var page = books.Read(connection => Page(connection, actor, unreadOnly, from));
            // What the account may not read (any more) is left out, whoever it was meant for.
            notices.AddRange(
                page.Where(row => books.Gate.CanRead(actor, row.Notice.Register, row.UnitId)).Select(row => row.Notice)
            );
            if (page.Count < PageSize)
                break;
            from = page[^1].Notice.Id;
        }
        return [.. notices.Take(take)];
    }

    /// <summary>How many are unread, counted up to <see cref="PageSize"/>.</summary>
    public int Unread(Actor actor) => Of(actor, unreadOnly: true).Count;

    /// <summary>Marks notices as read; those that are not the account's are left alone.</summary>
    public int MarkRead(Actor actor, IReadOnlyCollection<long> ids)
    {
        var own = Of(actor, unreadOnly: true, take: 500).Select(notice => notice.Id).Where(ids.Contains).ToList();
        return books.Write(
            (connection, transaction) =>
                own.Sum(id =>
                    connection.Execute(
                        "INSERT INTO notice_read (account_id, notice_id, at) VALUES (@AccountId, @id, @Stamp) ON CONFLICT DO NOTHING",
                        new
                        {
                            actor.AccountId,
                            id,
                            books.Clock.Stamp,
                        },
                        transaction
                    )
                )
        );
    }

    private List<(Notice Notice, long UnitId)> Page(DbConnection connection, Actor actor, bool unreadOnly, long before)
    {
        var meant = new List<string> { "n.account_id = @AccountId" };
        foreach (var grant in actor.Grants)
            if (books.Units.Find(grant.UnitId) is { } unit && RegistersOf(grant) is { Length: > 0 } registers)
                meant.Add(
                    $"(n.roles LIKE {SqlDialect.Literal($"%,{grant.Role},%")} AND n.register IN ({registers}) AND {new Reach(books.Units, [unit]).Sql("n.unit_id")})"
                );
        var unread = unreadOnly ? "AND r.notice_id IS NULL " : "";
        return
        [
            .. connection
                .Query<(long Id, string Register, long RecordId, long UnitId, string Kind, string Text, string At, long? Read)>(
                    "SELECT n.id, n.register, n.record_id, n.unit_id, n.kind, n.text, n.at, r.notice_id FROM notice n "
                        + "LEFT JOIN notice_read r ON r.notice_id = n.id AND r.account_id = @AccountId "
                        + $"WHERE n.id < @before {unread}AND ({string.Join(" OR ", meant)}) ORDER BY n.id DESC LIMIT {PageSize}",
                    new { actor.AccountId, before }
                )
                .Where(row => Register(row.Register) is not null)
                .Select(row =>
                    (
                        new Notice
                        {
                            Id = row.Id,
                            Register = Register(row.Register)!,
                            RecordId = row.RecordId,
                            Kind = row.Kind,
                            Text = row.Text,
                            At = row.At,
                            IsRead = row.Read is not null,
                        },
                        row.UnitId
                    )
                ),
        ];
    }

    /// <summary>The register of that key, or that had it before; null when there is none any more.</summary>
    private RegisterDefinition? Register(string key) =>
        books.Catalogue.Registers.Values.FirstOrDefault(register => register.Keys.Contains(key));

    /// <summary>Keys of the registers that a grant is about, as SQL literals.</summary>
    private string RegistersOf(Grant grant) =>
        string.Join(
            ", ",
            books
                .Catalogue.Registers.Values.Where(register => grant.Line is null || grant.Line == register.Line)
                .SelectMany(register => register.Keys.Select(SqlDialect.Literal))
        );
}
