using System.Text.Json;
using Dapper;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Journal;

/// <summary>One change of the definitions of books in use: who applied it, when (ISO 8601, business time), and what it did.</summary>
public sealed record DefinitionEntry(string At, string Actor, IReadOnlyList<string> Changes);

/// <summary>Reads what the journal says about changes of the definitions.</summary>
public static class DefinitionHistory
{
    /// <summary>The latest changes, newest first.</summary>
    public static IReadOnlyList<DefinitionEntry> Latest(Books books, int most = 50) =>
        books.Read(connection =>
            connection
                .Query<(string At, string Actor, string After)>(
                    $"SELECT at, actor, after FROM journal WHERE record_id = 0 AND register = @Books AND action = @Define ORDER BY seq DESC LIMIT {most}",
                    new { JournalAction.Books, JournalAction.Define }
                )
                .Select(row => new DefinitionEntry(row.At, row.Actor, Changes(row.After)))
                .ToList()
        );

    private static List<string> Changes(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetString()!)];
    }
}
