using System.Data.Common;
using Fazhang.Core.Records;

namespace Fazhang.Core.Storage;

/// <summary>
/// Carries out writes. Each is all or nothing, and nobody is answered before what they wrote is durable. One instance for
/// open books, used by many threads; how writers share the database is what the two products differ in.
/// </summary>
internal abstract class Writer : IDisposable
{
    /// <summary>
    /// Runs <paramref name="work"/> in a transaction. It may be run more than once when the database asks for it (a
    /// deadlock, a lost connection), so it must not change anything but the database and its own variables.
    /// </summary>
    /// <exception cref="DbException">Nothing was written, unless it is a <see cref="WriteOutcomeException"/>.</exception>
    public abstract T Write<T>(Func<DbConnection, DbTransaction, T> work);

    public abstract void Dispose();

    /// <summary>A save that did not end as Saved leaves nothing behind, not even a drawn number.</summary>
    protected static bool Keeps(object? result) => result is not SaveResult or SaveResult.Saved;
}

/// <summary>
/// The connection was lost while committing and the database cannot be asked any more what became of it: the write may be
/// there or not. The message says so and what to do.
/// </summary>
public sealed class WriteOutcomeException(string message, Exception cause) : DbException(message, cause);
