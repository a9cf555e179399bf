using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>
/// What the journal keeps about closings, under the name "closing" and the closing's number: a digest of everything published,
/// and every correction with old and new values. Sealed with the rest of the journal.
/// </summary>
internal static class ClosingJournal
{
    public const string Subject = "closing";
    private const string Close = "close";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static void Closed(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        long id,
        Unit unit,
        Period period,
        IReadOnlyList<CurrentFigure> figures,
        Actor actor,
        string? reason
    )
    {
        var after = new
        {
            unit = unit.Code,
            from = period.From,
            to = period.To,
            figures = figures.Count,
            digest = CurrentFigure.Digest(figures),
        };
        Append(books, connection, transaction, id, 1, Close, null, JsonSerializer.Serialize(after, Json), actor, reason);
    }

    public static void Corrected(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        Closing closing,
        long number,
        IReadOnlyList<PublishedDifference> changes,
        Actor actor,
        string reason
    )
    {
        string Write(Func<PublishedDifference, FigureValue> of) =>
            JsonSerializer.Serialize(
                changes.Select(change => new
                {
                    change.Published.Indicator,
                    change.Published.Version,
                    change.Published.Code,
                    Unit = books.Units.Find(change.Published.UnitId)?.Code,
                    of(change).Value,
                    of(change).Numerator,
                    of(change).Denominator,
                }),
                Json
            );
        Append(
            books,
            connection,
            transaction,
            closing.Id,
            1 + number,
            "correct",
            Write(change => change.Published.Value),
            Write(change => change.Now),
            actor,
            reason
        );
    }

    public static void Reopened(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        Closing closing,
        Actor actor,
        string reason
    )
    {
        var corrections = connection.ExecuteScalar<long>(
            "SELECT COUNT(*) FROM correction WHERE closing = @Id",
            new { closing.Id },
            transaction
        );
        Append(books, connection, transaction, closing.Id, 2 + corrections, "reopen", null, null, actor, reason);
    }

    public static bool IsIntact(DbConnection connection, Closing closing)
    {
        var said = connection.QuerySingleOrDefault<string>(
            "SELECT after FROM journal WHERE record_id = @Id AND register = @Subject AND action = @Close",
            new
            {
                closing.Id,
                Subject,
                Close,
            }
        );
        if (said is null)
            return false;
        var written = connection
            .Query<(
                string Indicator,
                long Version,
                string? Code,
                long Unit,
                string? Value,
                string? Numerator,
                string? Denominator
            )>(
                "SELECT indicator, version, code, unit_id, value, numerator, denominator FROM published WHERE closing = @Id AND correction = 0 ORDER BY number",
                new { closing.Id }
            )
            .Select(row => new CurrentFigure(
                row.Indicator,
                (int)row.Version,
                row.Code,
                row.Unit,
                new FigureValue(Parse(row.Value), Parse(row.Numerator), Parse(row.Denominator))
            ));
        using var document = JsonDocument.Parse(said);
        return document.RootElement.GetProperty("digest").GetString() == CurrentFigure.Digest(written);
    }

    private static decimal? Parse(string? text) =>
        text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Append(
        Books books,
        DbConnection connection,
        DbTransaction transaction,
        long id,
        long version,
        string action,
        string? before,
        string? after,
        Actor actor,
        string? reason
    ) =>
        JournalWriter.AppendSubject(
            connection,
            transaction,
            books,
            (Subject, id, version),
            action,
            (before, after),
            actor,
            reason
        );
}
