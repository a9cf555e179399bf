using System.Globalization;
using System.Text;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Records;

/// <summary>
/// The order of a list and where a page begins in it: by id, by the soonest deadline, or by a date of the register. Empty
/// dates come first when ascending and last when descending.
/// </summary>
internal sealed class ListOrder(string sort, bool descending)
{
    private readonly string column = sort == "due" ? "due_on" : SqlDialect.Quote(sort);

    /// <summary>The columns to order by, as the indexes have them.</summary>
    public string Sql
    {
        get
        {
            var direction = descending ? "DESC" : "ASC";
            return sort == "id"
                ? $"id {direction}"
                : $"{column} {direction} {(descending ? "NULLS LAST" : "NULLS FIRST")}, id {direction}";
        }
    }

    /// <summary>
    /// What is left of the list behind a cursor, as one or two stretches in their order, each a set of conditions that an
    /// index can jump to: empty dates lie beyond any comparison and are a stretch of their own.
    /// </summary>
    /// <param name="after">The cursor; the beginning of the list without one, or when it is of another list.</param>
    /// <param name="parameters">Takes the values of the conditions.</param>
    public IReadOnlyList<IReadOnlyList<string>> Stretches(string? after, Dictionary<string, object?> parameters)
    {
        string[] all = sort == "due" ? ["due_on IS NOT NULL"] : [];
        if (Read(after) is not { } cursor)
            return [all];
        parameters["after_id"] = cursor.Id;
        var past = descending ? "<" : ">";
        if (sort == "id")
            return
            [
                [$"id {past} @after_id"],
            ];
        if (cursor.Day is null)
            return descending
                ?
                [
                    [$"{column} IS NULL", "id < @after_id"],
                ]
                :
                [
                    [$"{column} IS NULL", "id > @after_id"],
                    [$"{column} IS NOT NULL"],
                ];
        parameters["after"] = cursor.Day;
        string[] behind = [.. all, $"({column}, id) {past} (@after, @after_id)"];
        return descending && sort != "due" ? [behind, [$"{column} IS NULL"]] : [behind];
    }

    /// <summary>The key of a page's last record, as an opaque text for the next address.</summary>
    public string Cursor(Record last)
    {
        var day =
            sort == "due" ? last.DueOn
            : sort == "id" ? null
            : (DateOnly?)last[sort];
        return Convert
            .ToBase64String(Encoding.UTF8.GetBytes($"{sort}|{Direction}|{day:yyyy-MM-dd}|{last.Id}"))
            .Replace('+', '-')
            .Replace('/', '_')
            .TrimEnd('=');
    }

    private char Direction => descending ? 'd' : 'a';

    private (DateOnly? Day, long Id)? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
            return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split('|');
        if (
            parts.Length != 4
            || parts[0] != sort
            || parts[1] != Direction.ToString()
            || !long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
            return null;
        if (parts[2].Length == 0)
            return (null, id);
        return DateOnly.TryParseExact(parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, id)
            : null;
    }
}
