using System.Diagnostics;
using System.Globalization;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Fazhang.Bench;

/// <summary>
/// The demonstration load with everything on (validation, numbers, journal, postings, indexes) beside a bare prepared
/// insert of the same rows into the same columns, without and with the same indexes, alternating in one run.
/// </summary>
internal static class LoadBench
{
    public static int Run(string[] args)
    {
        var rounds = args.Contains("--quick") ? 1 : 3;
        var rows = Rows();
        var total = rows.Sum(pair => pair.Rows.Count);
        var report = new Report();
        var full = new List<double>();
        var bare = new List<double>();
        var indexed = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            full.Add(Full(rows));
            bare.Add(Bare(rows, withIndexes: false));
            indexed.Add(Bare(rows, withIndexes: true));
        }
        Report.Fact("记录数", total.ToString("#,0", CultureInfo.InvariantCulture));
        Report.Fact("完整装载，条/秒", Rate(total, full));
        Report.Fact("裸插入（无索引），条/秒", Rate(total, bare));
        Report.Fact("裸插入（相同索引），条/秒", Rate(total, indexed));
        report.AtLeast("完整装载 ÷ 裸插入（无索引）", Median(bare) / Median(full), 1 / 3.0);
        report.AtLeast("完整装载 ÷ 裸插入（相同索引）", Median(indexed) / Median(full), 1 / 3.0);
        return report.End();
    }

    public static string Rate(int total, List<double> seconds) =>
        (total / Median(seconds)).ToString("#,0", CultureInfo.InvariantCulture)
        + $"（{seconds.Count} 次，中位数 {Median(seconds):0.00} 秒，{seconds.Min():0.00}—{seconds.Max():0.00}）";

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>The rows through everything: checks, rights, numbers, clocks, journal, postings, indexes.</summary>
    public static double Full(List<(RegisterDefinition Register, List<object?[]> Rows)> all)
    {
        using var bench = new BenchBooks();
        bench.LoadUnits();
        var importer = new Importer(bench.Books);
        var actor = Actor.System("批量装载");
        // Numbers are given by the books; the same rows are written again in the next round.
        var rows = all.Select(pair => (pair.Register, Rows: pair.Rows.ConvertAll(row => (object?[])row.Clone()))).ToList();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rows.Count; i++)
            importer.Import(actor, rows[i].Register, $"bench-{i}", rows[i].Rows);
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The same rows, made beforehand so that making them is not measured.</summary>
    public static List<(RegisterDefinition Register, List<object?[]> Rows)> Rows()
    {
        // Units get the same numbers in every set of books made from the same place.
        using var bench = new BenchBooks();
        return
        [
            .. bench
                .LoadUnits()
                .Generate(code => bench.Books.Units.Find(code)!.Id)
                .Select(pair => (pair.Register, pair.Rows.ToList())),
        ];
    }

    public static double Bare(List<(RegisterDefinition Register, List<object?[]> Rows)> all, bool withIndexes)
    {
        using var bench = new BenchBooks();
        var dialect = bench.Books.Dialect;
        using var connection = (SqliteConnection)dialect.Open();
        if (!withIndexes)
            DropIndexes(connection);
        var watch = Stopwatch.StartNew();
        foreach (var (register, rows) in all)
        foreach (var batch in rows.Chunk(Importer.BatchSize))
        {
            using var transaction = connection.BeginTransaction();
            using var command = Insert(connection, transaction, register);
            foreach (var row in batch)
            {
                for (var slot = 0; slot < row.Length; slot++)
                    command.Parameters[slot].Value = dialect.ToDatabase(row[slot]);
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        return watch.Elapsed.TotalSeconds;
    }

    private static SqliteCommand Insert(SqliteConnection connection, SqliteTransaction transaction, RegisterDefinition register)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO {register.Table} (version, created_at, updated_at, {string.Join(", ", register.Fields.Select(f => SqlDialect.Quote(f.Column)))}) "
            + $"VALUES (1, '2024-12-31T09:00:00.000+08:00', '2024-12-31T09:00:00.000+08:00', {string.Join(", ", register.Fields.Select(f => "@f" + f.Slot))})";
        foreach (var field in register.Fields)
            command.Parameters.AddWithValue("@f" + field.Slot, DBNull.Value);
        command.Prepare();
        return command;
    }

    private static void DropIndexes(SqliteConnection connection)
    {
        var names = new List<string>();
        using (var read = connection.CreateCommand())
        {
            read.CommandText =
                "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND name LIKE 'r!_%' ESCAPE '!'";
            using var reader = read.ExecuteReader();
            while (reader.Read())
                names.Add(reader.GetString(0));
        }
        foreach (var name in names)
        {
            using var drop = connection.CreateCommand();
            drop.CommandText = $"DROP INDEX {SqlDialect.Quote(name)}";
            drop.ExecuteNonQuery();
        }
    }
}
