using System.Data.Common;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Access;

/// <summary>An account with its roles, for lists.</summary>
public sealed record AccountRow(long Id, string Login, string Name, bool Disabled, IReadOnlyList<Grant> Grants);

/// <summary>Enters, changes and closes accounts, each with an entry in the journal. Nobody's password is kept or shown but once.</summary>
public sealed partial class AccountBook(Books books)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 14;

    /// <summary>All accounts, by login.</summary>
    public IReadOnlyList<AccountRow> All() =>
        books.Read(connection =>
        {
            var grants = connection
                .Query<(long Account, string Role, long Unit, string? Line)>(
                    "SELECT account_id, role, unit_id, line FROM account_role ORDER BY account_id, role, unit_id"
                )
                .ToLookup(row => row.Account, row => new Grant(row.Role, row.Unit, row.Line));
            return connection
                .Query<(long Id, string Login, string Name, long Disabled)>(
                    "SELECT id, login, name, disabled FROM account ORDER BY login"
                )
                .Select(row => new AccountRow(row.Id, row.Login, row.Name, row.Disabled != 0, [.. grants[row.Id]]))
                .ToList();
        });

    /// <summary>Gives somebody a role at a unit; with a new login also the account. Errors are all found at once.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="login">Small letters, digits, dot, hyphen and underline.</param>
    /// <param name="name">The person's name; needed for a new account only.</param>
    /// <param name="role">Key of the role.</param>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="line">Key of the business line the role is limited to; null = all.</param>
    /// <param name="password">The password drawn for a new account; null for one that was there.</param>
    public IReadOnlyList<FieldError> Give(
        Actor actor,
        string login,
        string? name,
        string role,
        string unit,
        string? line,
        out string? password
    )
    {
        password = null;
        var known = All().FirstOrDefault(account => account.Login == login);
        var at = books.Units.Find(unit);
        var errors = new List<FieldError>();
        if (!LoginPattern().IsMatch(login))
            errors.Add(
                new("login", "login", $"登录名“{login}”不合规：2 至 40 个小写字母、数字、点、横线或下划线，字母或数字开头。")
            );
        if (known is null && string.IsNullOrWhiteSpace(name))
            errors.Add(new("name", "required", $"没有账户“{login}”。新开账户的，请写姓名。"));
        if (books.Catalogue.Roles.All(own => own.Key != role))
            errors.Add(
                new(
                    "role",
                    "role",
                    $"没有角色“{role}”。可用：{string.Join("、", books.Catalogue.Roles.Select(own => own.Key))}。"
                )
            );
        if (at is null)
            errors.Add(new("unit", "unit", $"没有单位“{unit}”。写单位的代码，见 fazhang units list。"));
        if (line is not null && books.Catalogue.Lines.All(own => own.Key != line))
            errors.Add(new("line", "line", $"没有业务条线“{line}”，见 lines.yaml。不限条线的不写。"));
        if (known is { Disabled: true })
            errors.Add(new("login", "disabled", $"账户“{login}”已停用，不再给它角色。请另开账户。"));
        if (at is not null && known?.Grants.Contains(new Grant(role, at.Id, line)) == true)
            errors.Add(new("role", "unchanged", $"账户“{login}”已经有这个角色。"));
        if (errors.Count > 0)
            return errors;
        var drawn = known is null ? RandomNumberGenerator.GetString(Letters, PasswordLength) : null;
        books.Write(
            (connection, transaction) =>
            {
                var grant = new Grant(role, at!.Id, line);
                if (known is null)
                    Accounts.Create(connection, transaction, login, name!.Trim(), drawn!, [grant]);
                else
                    connection.Execute(
                        "INSERT INTO account_role (account_id, role, unit_id, line) VALUES (@Id, @Role, @UnitId, @Line)",
                        new
                        {
                            known.Id,
                            grant.Role,
                            grant.UnitId,
                            grant.Line,
                        },
                        transaction
                    );
                Journal(
                    connection,
                    transaction,
                    actor,
                    known is null ? $"新开账户“{login}”（{name!.Trim()}）" : $"账户“{login}”（{known.Name}）",
                    $"在“{at.Name}”任{books.Catalogue.RoleTitle(role)}"
                        + (line is null ? "" : $"，限{books.Catalogue.LineTitle(line)}")
                );
                return 0;
            }
        );
        password = drawn;
        return [];
    }

    /// <summary>Closes an account: it signs in no more, and whoever is signed in with it is out. False when there is none open.</summary>
    public bool Disable(Actor actor, string login, string reason) =>
        books.Write(
            (connection, transaction) =>
            {
                var done =
                    connection.Execute(
                        "UPDATE account SET disabled = 1 WHERE login = @login AND disabled = 0",
                        new { login },
                        transaction
                    ) == 1;
                if (done)
                    Journal(connection, transaction, actor, $"账户“{login}”", "停用：" + reason);
                return done;
            }
        );

    private void Journal(DbConnection connection, DbTransaction transaction, Actor actor, string whose, string what)
    {
        using var json = new JournalJson();
        JournalWriter.AppendEvent(
            connection,
            transaction,
            books,
            JournalAction.Account,
            actor,
            reason: null,
            json.Write("changes", [$"{whose}{what}"])
        );
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,39}$")]
    private static partial Regex LoginPattern();
}
