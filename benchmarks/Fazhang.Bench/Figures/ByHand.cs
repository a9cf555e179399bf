using System.Data.Common;
using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;

namespace Fazhang.Bench.Figures;

/// <summary>The same figures by SQL that a person wrote for each register (benchmarks/by-hand), without the engine.</summary>
internal static class ByHand
{
    public static string Directory =>
        Path.Combine(Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".", "benchmarks", "by-hand");

    /// <summary>The registers of the demonstration; the others are empty here.</summary>
    public static IEnumerable<RegisterDefinition> Registers =>
        BenchBooks.Catalogue.Registers.Values.Where(register => File.Exists(Path.Combine(Directory, register.Key + ".sql")));

    public static string Statement(RegisterDefinition register) =>
        File.ReadAllText(Path.Combine(Directory, register.Key + ".sql"));

    /// <summary>Runs the statements and reads the balances that each unit has of its own.</summary>
    public static Dictionary<CellKey, long> Run(BenchBooks bench)
    {
        var cells = new Dictionary<CellKey, long>();
        using var connection = bench.Dialect.Open(readOnly: true);
        foreach (var register in Registers)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Statement(register);
            using var reader = command.ExecuteReader();
            while (reader.Read())
                if (!reader.IsDBNull(3))
                    Add(bench, cells, reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3));
        }
        return cells;
    }

    public static void Add(
        BenchBooks bench,
        Dictionary<CellKey, long> cells,
        string indicator,
        string month,
        long unit,
        long value
    )
    {
        var key = new CellKey(
            bench.Books.IndicatorIds[indicator],
            int.Parse(month.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            unit
        );
        cells[key] = cells.GetValueOrDefault(key) + value;
    }

    /// <summary>How many balances are not what the books have, for the indicators that the statements know.</summary>
    public static int Differences(BenchBooks bench, Dictionary<CellKey, long> cells)
    {
        var known = cells.Keys.Select(key => key.Indicator).ToHashSet();
        var posted = bench.Books.Snapshot((connection, transaction) => Own(connection, transaction, known));
        var registers = Registers.Select(register => register.Key).ToHashSet(StringComparer.Ordinal);
        // A code that no record has is posted nowhere; a rate has no balances. The other registers are empty here.
        var keys = BenchBooks
            .Catalogue.Indicators.Values.Where(indicator =>
                indicator.IsPosted && indicator.Register is { } register && registers.Contains(register)
            )
            .Where(indicator => !known.Contains(bench.Books.IndicatorIds[indicator.Key]))
            .Select(indicator => indicator.Key)
            .Order()
            .ToList();
        if (keys.Count > 0)
            Report.Fact($"这些台账里手写 SQL 没有算、重算却要算的指标（{keys.Count} 个）", string.Join("、", keys));
        return Unequal(posted, cells);
    }

    public static int Unequal(Dictionary<CellKey, long> one, Dictionary<CellKey, long> other) =>
        one.Keys.Union(other.Keys).Count(key => one.GetValueOrDefault(key) != other.GetValueOrDefault(key));

    private static Dictionary<CellKey, long> Own(DbConnection connection, DbTransaction transaction, HashSet<long> known) =>
        Cells
            .Own(connection, transaction)
            .Where(pair => known.Contains(pair.Key.Indicator))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
}
