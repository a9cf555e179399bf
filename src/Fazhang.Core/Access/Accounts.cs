using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Identity;

namespace Fazhang.Core.Access;

/// <summary>An account as stored; the hash never leaves this folder.</summary>
public sealed record Account(long Id, string Login, string Name);

/// <summary>Accounts, passwords (hashed by ASP.NET Core Identity's hasher) and roles.</summary>
public sealed class Accounts
{
    private static readonly PasswordHasher<string> Hasher = new();

    // Verified against when the login does not exist, so that both answers take the same time.
    private static readonly string Decoy = Hasher.HashPassword("decoy", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>The account for a correct login and password, else null; the answer does not tell which was wrong.</summary>
    public static Account? SignIn(DbConnection connection, string login, string password)
    {
        var found = connection.QuerySingleOrDefault<(long Id, string Login, string Name, string Hash)>(
            "SELECT id, login, name, password_hash FROM account WHERE login = @login AND disabled = 0",
            new { login }
        );
        var known = found.Hash is not null;
        var verdict = Hasher.VerifyHashedPassword(login, known ? found.Hash! : Decoy, password);
        return known && verdict != PasswordVerificationResult.Failed ? new Account(found.Id, found.Login, found.Name) : null;
    }

    /// <summary>
    /// The actor for an account, with its grants as they are on a day, delegated ones behind its own; null when it does not
    /// exist or is disabled.
    /// </summary>
    public static Actor? Load(DbConnection connection, long accountId, DateOnly today)
    {
        var account = connection.QuerySingleOrDefault<(string Login, string Name)?>(
            "SELECT login, name FROM account WHERE id = @accountId AND disabled = 0",
            new { accountId }
        );
        if (account is null)
            return null;
        var grants = connection.Query<(string Role, long UnitId, string? Line)>(
            "SELECT role, unit_id, line FROM account_role WHERE account_id = @accountId ORDER BY role, unit_id",
            new { accountId }
        );
        return new Actor
        {
            AccountId = accountId,
            Login = account.Value.Login,
            Name = account.Value.Name,
            Grants =
            [
                .. grants.Select(grant => new Grant(grant.Role, grant.UnitId, grant.Line)),
                .. Delegations.GrantsTo(connection, accountId, today),
            ],
        };
    }

    public static long Create(
        DbConnection connection,
        DbTransaction transaction,
        string login,
        string name,
        string password,
        IEnumerable<Grant> grants
    )
    {
        var id = connection.ExecuteScalar<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM account", transaction: transaction);
        connection.Execute(
            "INSERT INTO account (id, login, name, password_hash, disabled) VALUES (@id, @login, @name, @hash, 0)",
            new
            {
                id,
                login,
                name,
                hash = Hasher.HashPassword(login, password),
            },
            transaction
        );
        foreach (var grant in grants)
            connection.Execute(
                "INSERT INTO account_role (account_id, role, unit_id, line) VALUES (@id, @Role, @UnitId, @Line)",
                new
                {
                    id,
                    grant.Role,
                    grant.UnitId,
                    grant.Line,
                },
                transaction
            );
        return id;
    }
}
