using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Figures;

/// <summary>A figure about to be published: what it is and what the records make it now.</summary>
internal sealed record CurrentFigure(string Indicator, int Version, string? Code, long UnitId, FigureValue Value)
{
    /// <summary>The same words for the same figure on every machine: what digests are made of.</summary>
    public string Line =>
        string.Join(
            '\t',
            Indicator,
            Version.ToString(CultureInfo.InvariantCulture),
            Code is null ? "-" : "#" + Code,
            UnitId.ToString(CultureInfo.InvariantCulture),
            Text(Value.Value) ?? "-",
            Text(Value.Numerator) ?? "-",
            Text(Value.Denominator) ?? "-"
        );

    public static string? Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>SHA-256 over the lines, hexadecimal: stands in the journal, so that published figures cannot be changed behind it.</summary>
    public static string Digest(IEnumerable<CurrentFigure> figures) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(figures.Select(figure => figure.Line + "\n"))))
        );
}

/// <summary>Computes all figures of a unit's subtree for a period, and writes them down as published.</summary>
internal static class ClosingFigures
{
    /// <summary>
    /// Every indicator with its earlier versions, for each unit; of categories only codes that have something. The
    /// transaction must see one state of the database, or a whole might differ from its parts.
    /// </summary>
    public static IEnumerable<CurrentFigure> Compute(
        Books books,
        DbConnection connection,
        DbTransaction? transaction,
        IEnumerable<Unit> units,
        Period period
    )
    {
        var reader = new FigureReader(books);
        foreach (var unit in units)
        {
            var book = reader.ReadWhole(connection, transaction, period.To / 100, unit.Id);
            // A retired indicator is closed for the periods it still has values in.
            foreach (var indicator in books.Catalogue.Indicators.Values.Where(own => !own.Retired || book.HasData(own, period)))
            foreach (var version in indicator.Earlier.Prepend(indicator))
            {
                yield return new(indicator.Key, version.Version, null, unit.Id, book.Value(version, period));
                var codes = book.Codes(version).Select(code => code.Code).ToList();
                if (codes.Count == 0)
                    continue;
                foreach (var code in codes.Append(Categories.Unfilled))
                    if (book.Value(version, period, code) is var value && !IsNothing(value))
                        yield return new(indicator.Key, version.Version, code, unit.Id, value);
            }
        }
    }

    public static bool IsNothing(FigureValue value) =>
        value.Value is null or 0 && value.Numerator is null or 0 && value.Denominator is null or 0;

    /// <summary>Writes figures in order, numbered from <paramref name="first"/>.</summary>
    public static void Write(
        DbConnection connection,
        DbTransaction transaction,
        SqlDialect dialect,
        (long Id, Period Period) closing,
        IReadOnlyList<CurrentFigure> figures,
        long first,
        long correction
    )
    {
        string[] names =
        [
            "closing",
            "number",
            "indicator",
            "version",
            "code",
            "unit_id",
            "from_month",
            "to_month",
            "value",
            "numerator",
            "denominator",
            "correction",
        ];
        using var command = connection.Command(
            transaction,
            $"INSERT INTO published ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})",
            dialect,
            names.Select(name => new KeyValuePair<string, object?>(name, null))
        );
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            object?[] values =
            [
                closing.Id,
                first + i,
                figure.Indicator,
                (long)figure.Version,
                figure.Code,
                figure.UnitId,
                (long)closing.Period.From,
                (long)closing.Period.To,
                CurrentFigure.Text(figure.Value.Value),
                CurrentFigure.Text(figure.Value.Numerator),
                CurrentFigure.Text(figure.Value.Denominator),
                correction,
            ];
            for (var at = 0; at < values.Length; at++)
                command.Parameters[at].Value = dialect.ToDatabase(values[at]);
            command.ExecuteNonQuery();
        }
    }
}
