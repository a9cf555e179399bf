using System.Data.Common;
using System.Globalization;
using Dapper;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;

namespace Fazhang.Core.Figures;

/// <summary>The published figures of a unit that are in force, with what they replaced.</summary>
public sealed class PublishedFigures
{
    private readonly Dictionary<(string Indicator, Period Period, string? Code), List<PublishedFigure>> figures = [];

    private PublishedFigures(IEnumerable<PublishedFigure> inOrder)
    {
        foreach (var figure in inOrder)
        {
            var key = (figure.Indicator, figure.Period, figure.Code);
            if (!figures.TryGetValue(key, out var own))
                figures[key] = own = [];
            var same = own.FindIndex(other => other.Version == figure.Version);
            if (same < 0)
                own.Add(figure);
            else
                own[same] = figure with { Before = [.. own[same].Before, own[same] with { Before = [] }] };
        }
    }

    public bool Any => figures.Count > 0;

    /// <summary>All that are in force.</summary>
    public IEnumerable<PublishedFigure> All => figures.Values.SelectMany(own => own);

    /// <summary>
    /// The published figure of an indicator; when its 口径 has a newer version than was published, the one published then.
    /// Null when it is not closed.
    /// </summary>
    public PublishedFigure? Find(IndicatorDefinition indicator, Period period, string? code = null)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        if (figures.TryGetValue((indicator.Key, period, code), out var own))
            return own.FirstOrDefault(figure => figure.Version == indicator.Version)
                ?? (indicator.LastMonth is null ? own.MaxBy(figure => figure.Version) : null);
        // Codes without anything in them were not written down: they were published as nothing.
        return code is not null && Find(indicator, period) is { } total
            ? total with
            {
                Code = code,
                Value = new FigureValue(indicator.Kind is IndicatorKind.Ratio or IndicatorKind.Average ? null : 0),
                Before = [],
            }
            : null;
    }

    /// <summary>Of one unit; whole years only, without categories, or everything of one indicator.</summary>
    internal static PublishedFigures OfUnit(
        DbConnection connection,
        Catalogue catalogue,
        long unitId,
        int firstYear,
        int lastYear,
        string? indicator
    ) =>
        new(
            Read(
                connection,
                null,
                catalogue,
                "p.unit_id = @unitId AND p.to_month BETWEEN @first AND @last AND "
                    + (
                        indicator is null
                            ? "p.code IS NULL AND p.to_month = p.from_month + 11"
                            : $"p.indicator IN ({string.Join(", ", Keys(catalogue, indicator).Select(SqlDialect.Literal))})"
                    ),
                new
                {
                    unitId,
                    first = firstYear * 100 + 1,
                    last = lastYear * 100 + 12,
                }
            )
        );

    /// <summary>Of one closing, all its units.</summary>
    internal static IReadOnlyDictionary<long, PublishedFigures> OfClosing(
        DbConnection connection,
        DbTransaction? transaction,
        Catalogue catalogue,
        long closing
    ) =>
        Read(connection, transaction, catalogue, "p.closing = @closing", new { closing })
            .GroupBy(figure => figure.UnitId)
            .ToDictionary(unit => unit.Key, unit => new PublishedFigures(unit));

    private static IEnumerable<PublishedFigure> Read(
        DbConnection connection,
        DbTransaction? transaction,
        Catalogue catalogue,
        string condition,
        object parameters
    ) =>
        connection
            .Query<Row>(
                "SELECT p.closing, p.number, p.indicator, p.version, p.code, p.unit_id AS Unit, p.from_month AS FromMonth, p.to_month AS ToMonth, "
                    + "p.value, p.numerator, p.denominator, p.correction, COALESCE(k.at, c.at) AS At, COALESCE(k.actor, c.actor) AS Actor, k.reason "
                    + "FROM published p JOIN closing c ON c.id = p.closing "
                    + "LEFT JOIN correction k ON k.closing = p.closing AND k.number = p.correction "
                    + $"WHERE {condition} AND NOT EXISTS (SELECT 1 FROM closing r WHERE r.reopens = c.id) ORDER BY p.closing, p.number",
                parameters,
                transaction
            )
            .Select(row => new PublishedFigure
            {
                ClosingId = row.Closing,
                Number = row.Number,
                // Published figures are never changed: they stand under the name the indicator had then.
                Indicator = catalogue.IndicatorNow(row.Indicator),
                Version = (int)row.Version,
                Code = row.Code is { } code ? CodeNow(catalogue, row.Indicator, code) : null,
                UnitId = row.Unit,
                Period = new Period((int)row.FromMonth, (int)row.ToMonth),
                Value = new FigureValue(Parse(row.Value), Parse(row.Numerator), Parse(row.Denominator)),
                By = new ClosingNote(row.At, row.Actor, row.Reason),
                Correction = row.Correction,
            });

    private static string CodeNow(Catalogue catalogue, string indicator, string code) =>
        catalogue.Indicators.GetValueOrDefault(catalogue.IndicatorNow(indicator))?.By?.Choices?.Now(code) ?? code;

    private static IEnumerable<string> Keys(Catalogue catalogue, string indicator) =>
        catalogue.Indicators.TryGetValue(indicator, out var found) ? [found.Key, .. found.Was] : [indicator];

    private static decimal? Parse(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

#pragma warning disable CA1812 // made by Dapper
    private sealed record Row
    {
        public long Closing { get; init; }

        public long Number { get; init; }

        public string Indicator { get; init; } = "";

        public long Version { get; init; }

        public string? Code { get; init; }

        public long Unit { get; init; }

        public long FromMonth { get; init; }

        public long ToMonth { get; init; }

        public string? Value { get; init; }

        public string? Numerator { get; init; }

        public string? Denominator { get; init; }

        public long Correction { get; init; }

        public string At { get; init; } = "";

        public string Actor { get; init; } = "";

        public string? Reason { get; init; }
    }
#pragma warning restore CA1812
}
