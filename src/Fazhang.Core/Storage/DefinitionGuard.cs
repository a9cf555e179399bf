using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Fazhang.Core.Storage;

/// <summary>Another program works on the same books by other definitions; this one writes no more. The message says what to do.</summary>
public sealed class StaleDefinitionsException(string message) : SchemaException(message);

/// <summary>
/// Refuses to write when another program has brought changed definitions into the books since this one opened them: it would
/// post by rules that no longer hold, and leave out indicators that it does not know. It is noticed within
/// <see cref="LongestUnnoticed"/>; what is written until then is named by the nightly trial balance.
/// </summary>
internal sealed class DefinitionGuard(Books books)
{
    private const string SettingKey = "definitions_epoch";

    /// <summary>How long a program may go on before it asks again: asking at each write would cost every clerk a round trip.</summary>
    public static readonly TimeSpan LongestUnnoticed = TimeSpan.FromSeconds(1);

    private string? known;
    private long asked;

    /// <summary>Notes that the definitions of these books have changed, in the transaction that changes them.</summary>
    public static void Changed(DbConnection connection, DbTransaction transaction) =>
        Books.SetSetting(
            connection,
            transaction,
            SettingKey,
            (long.Parse(Epoch(connection, transaction) ?? "0", CultureInfo.InvariantCulture) + 1).ToString(
                CultureInfo.InvariantCulture
            )
        );

    /// <summary>What the books are at as this program opens them.</summary>
    public void Opened(DbConnection connection, DbTransaction transaction) => known = Epoch(connection, transaction);

    /// <summary>Called before every write.</summary>
    /// <exception cref="StaleDefinitionsException">The definitions have been changed by another program.</exception>
    public void Check()
    {
        var now = Environment.TickCount64;
        var last = Interlocked.Read(ref asked);
        if (now - last < LongestUnnoticed.TotalMilliseconds || Interlocked.CompareExchange(ref asked, now, last) != last)
            return;
        if (books.Read(connection => Epoch(connection, null)) == known)
            return;
        // Whoever comes next is refused too.
        Interlocked.Exchange(ref asked, 0);
        throw new StaleDefinitionsException(
            "另一个程序已经用改动过的定义打开了这套账簿，本程序的定义旧了，本次没有保存。请用新的定义重新启动本程序；已经填写的内容请先另存。"
        );
    }

    private static string? Epoch(DbConnection connection, DbTransaction? transaction) =>
        connection.QuerySingleOrDefault<string>(
            "SELECT value FROM setting WHERE key = @key",
            new { key = SettingKey },
            transaction
        );
}
