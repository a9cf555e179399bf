using System.Data.Common;

namespace Fazhang.Core.Storage;

/// <summary>How often and after which pauses what failed for the moment is tried again: the one place.</summary>
internal static class Patience
{
    /// <summary>About as many seconds in all as a server takes to restart.</summary>
    public const int MostTries = 8;

    /// <summary>Waits longer each time, and not as long as the others that failed at the same moment.</summary>
    public static void Pause(int attempt) => Thread.Sleep(Random.Shared.Next(5, 25 << Math.Min(attempt, MostTries)));

    /// <summary>Reads, and reads again when the database could not be reached for a moment; reading twice does no harm.</summary>
    public static T Read<T>(SqlDialect dialect, Func<T> read)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return read();
            }
            catch (DbException exception) when (attempt < MostTries && dialect.MayPass(exception))
            {
                // A connection that broke has left the pool; the next one works, or fails in its turn.
                Pause(attempt);
            }
    }
}
