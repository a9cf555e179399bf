using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Access;

/// <summary>A delegation (授权): for some days one account may act in a role of another.</summary>
public sealed record Delegation
{
    public required long Id { get; init; }

    public required Principal From { get; init; }

    public required Principal To { get; init; }

    public required string Role { get; init; }

    public required long UnitId { get; init; }

    public string? Line { get; init; }

    /// <summary>First and last day, both included.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <inheritdoc cref="FirstDay"/>
    public required DateOnly LastDay { get; init; }

    public required string Reason { get; init; }

    public required bool Revoked { get; init; }
}

/// <summary>
/// Gives and takes back delegations. Only one's own roles can be given, never delegated ones and never system
/// administration; a delegation ends by itself, and at once when its giver loses the role or the account.
/// </summary>
public sealed class Delegations(Books books)
{
    /// <summary>The longest delegation, in days: what lasts longer is a change of roles.</summary>
    public const int LongestDays = 366;

    private const string Select =
        "SELECT d.id, d.from_account, a.login AS from_login, a.name AS from_name, d.to_account, b.login AS to_login, b.name AS to_name, "
        + "d.role, d.unit_id, d.line, d.first_day, d.last_day, d.reason, d.revoked_at "
        + "FROM delegation d JOIN account a ON a.id = d.from_account JOIN account b ON b.id = d.to_account ";

    /// <summary>The grants that others have delegated to an account and that hold on a day.</summary>
    internal static IEnumerable<Grant> GrantsTo(DbConnection connection, long accountId, DateOnly today) =>
        connection
            .Query<(string Role, long UnitId, string? Line, long From, string Login, string Name)>(
                "SELECT DISTINCT d.role, d.unit_id, d.line, d.from_account, a.login, a.name FROM delegation d "
                    + "JOIN account a ON a.id = d.from_account AND a.disabled = 0 "
                    + "JOIN account_role r ON r.account_id = d.from_account AND r.role = d.role AND r.unit_id = d.unit_id AND COALESCE(r.line, '') = COALESCE(d.line, '') "
                    + "WHERE d.to_account = @accountId AND d.revoked_at IS NULL AND d.first_day <= @day AND d.last_day >= @day "
                    + "ORDER BY d.role, d.unit_id, d.from_account",
                new { accountId, day = Iso(today) }
            )
            .Select(row => new Grant(row.Role, row.UnitId, row.Line, new Principal(row.From, row.Login, row.Name)));

    /// <summary>The grants of an actor that they may give to somebody for a while.</summary>
    public IReadOnlyList<Grant> Delegable(Actor actor) =>
        [.. actor.Grants.Where(grant => grant.For is null && !IsAdministration(grant.Role))];

    /// <summary>Delegations that an account has given or got and that have not ended, and the ended ones of the last year.</summary>
    public IReadOnlyList<Delegation> Of(long accountId) =>
        books.Read(connection =>
            connection
                .Query(
                    Select
                        + "WHERE (d.from_account = @accountId OR d.to_account = @accountId) AND d.last_day >= @since ORDER BY d.id DESC",
                    new { accountId, since = Iso(books.Clock.Today.AddYears(-1)) }
                )
                .Select(row => (Delegation)Read(row))
                .ToList()
        );

    /// <summary>The enabled accounts that can be given something: everybody else.</summary>
    public IReadOnlyList<Principal> Candidates(Actor actor) =>
        [.. books.Read(All).Where(account => account.AccountId != actor.AccountId)];

    /// <summary>All enabled accounts, by name.</summary>
    internal static IReadOnlyList<Principal> All(DbConnection connection) =>
        [
            .. connection
                .Query<(long Id, string Login, string Name)>(
                    "SELECT id, login, name FROM account WHERE disabled = 0 ORDER BY name, id"
                )
                .Select(row => new Principal(row.Id, row.Login, row.Name)),
        ];

    /// <summary>Gives a grant; returns what is wrong, every error at once, or nothing when it was done.</summary>
    /// <param name="actor">The giver.</param>
    /// <param name="grant">One of <see cref="Delegable"/>.</param>
    /// <param name="to">Login or name of the receiver.</param>
    public IReadOnlyList<Records.FieldError> Give(
        Actor actor,
        Grant? grant,
        string to,
        DateOnly? firstDay,
        DateOnly? lastDay,
        string? reason
    ) =>
        books.Write<IReadOnlyList<Records.FieldError>>(
            (connection, transaction) =>
            {
                var errors = new List<Records.FieldError>();
                if (grant is null || !Delegable(actor).Contains(grant))
                    errors.Add(new("grant", "grant", "请选择您本人的一个角色。受托得来的角色和系统管理不能再授权。"));
                var receivers = connection
                    .Query<(long Id, string Name)>(
                        "SELECT id, name FROM account WHERE disabled = 0 AND (login = @to OR name = @to) ORDER BY id",
                        new { to },
                        transaction
                    )
                    .ToList();
                if (receivers.Count != 1)
                    errors.Add(
                        new(
                            "to",
                            "account",
                            receivers.Count == 0
                                ? $"没有账户“{to}”。请填登录名，或从列表中选择。"
                                : $"有多个人叫“{to}”，请填登录名。"
                        )
                    );
                else if (receivers[0].Id == actor.AccountId)
                    errors.Add(new("to", "self", "不能授权给自己。请选择别人。"));
                if (firstDay is null || lastDay is null)
                    errors.Add(new(firstDay is null ? "from" : "until", "required", "请填写起止日期：授权到期自动结束。"));
                else if (lastDay < firstDay || lastDay < books.Clock.Today)
                    errors.Add(new("until", "period", "结束日期不能早于开始日期，也不能早于今天。请核对。"));
                else if (lastDay.Value.DayNumber - firstDay.Value.DayNumber >= LongestDays)
                    errors.Add(new("until", "period", $"授权最长 {LongestDays} 天。更长的，请系统管理员调整角色。"));
                if (string.IsNullOrWhiteSpace(reason))
                    errors.Add(new("reason", "required", "请填写授权的原因，例如“外出学习”：它会记入流水。"));
                if (errors.Count > 0)
                    return errors;
                connection.Execute(
                    "INSERT INTO delegation (from_account, to_account, role, unit_id, line, first_day, last_day, reason, created_at) "
                        + "VALUES (@From, @To, @Role, @UnitId, @Line, @First, @Last, @reason, @Stamp)",
                    new
                    {
                        From = actor.AccountId,
                        To = receivers[0].Id,
                        grant!.Role,
                        grant.UnitId,
                        grant.Line,
                        First = Iso(firstDay!.Value),
                        Last = Iso(lastDay!.Value),
                        reason,
                        books.Clock.Stamp,
                    },
                    transaction
                );
                var words = $"{RoleWords(grant)}授权给{receivers[0].Name}，{Iso(firstDay.Value)}至{Iso(lastDay.Value)}：{reason}";
                JournalWriter.AppendEvent(connection, transaction, books, JournalAction.Delegate, actor, words);
                return errors;
            }
        );

    /// <summary>Takes a delegation back from now on; false when it is not the actor's or has ended already.</summary>
    public bool Revoke(Actor actor, long id) =>
        books.Write(
            (connection, transaction) =>
            {
                var changed = connection.Execute(
                    "UPDATE delegation SET revoked_at = @Stamp WHERE id = @id AND from_account = @AccountId AND revoked_at IS NULL AND last_day >= @Day",
                    new
                    {
                        id,
                        actor.AccountId,
                        books.Clock.Stamp,
                        Day = Iso(books.Clock.Today),
                    },
                    transaction
                );
                if (changed == 0)
                    return false;
                Delegation delegation = Read(connection.QuerySingle(Select + "WHERE d.id = @id", new { id }, transaction));
                var words =
                    $"{RoleWords(new Grant(delegation.Role, delegation.UnitId, delegation.Line))}，收回给{delegation.To.Name}的授权";
                JournalWriter.AppendEvent(connection, transaction, books, JournalAction.Revoke, actor, words);
                return true;
            }
        );

    /// <summary>A grant in words: 大连市 · 负责人.</summary>
    public string RoleWords(Grant grant) =>
        $"{books.Units.NameOf(grant.UnitId)} · {books.Catalogue.RoleTitle(grant.Role)}"
        + (grant.Line is null ? "" : $"（{books.Catalogue.LineTitle(grant.Line)}）");

    private bool IsAdministration(string role) =>
        books.Catalogue.Roles.FirstOrDefault(known => known.Key == role)?.May.Contains(Permission.System) != false;

    private static Delegation Read(dynamic row) =>
        new()
        {
            Id = row.id,
            From = new Principal(row.from_account, row.from_login, row.from_name),
            To = new Principal(row.to_account, row.to_login, row.to_name),
            Role = row.role,
            UnitId = row.unit_id,
            Line = row.line,
            FirstDay = Day((string)row.first_day),
            LastDay = Day((string)row.last_day),
            Reason = row.reason,
            Revoked = row.revoked_at is not null,
        };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
