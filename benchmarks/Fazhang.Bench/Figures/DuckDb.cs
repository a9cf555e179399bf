using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Storage;

namespace Fazhang.Bench.Figures;

/// <summary>
/// DuckDB, a database made for such sums, on the same rows and with the same statements: its time stands beside ours, and
/// its result must be equal. Needs node and npm; without them that is said, and nothing is compared.
/// </summary>
internal static class DuckDb
{
    private static string Home => Environment.GetEnvironmentVariable("FAZHANG_HOME") ?? ".";

    public static void Run(Report report, BenchBooks bench, Dictionary<CellKey, long> cells, double byHand)
    {
        var installed = Path.Combine(Home, "artifacts", "duckdb");
        System.IO.Directory.CreateDirectory(installed);
        foreach (var file in new[] { "package.json", "compute.mjs" })
            File.Copy(Path.Combine(Home, "benchmarks", "duckdb", file), Path.Combine(installed, file), overwrite: true);
        if (!Start("npm", installed, out var words, "install", "--no-package-lock", "--no-audit", "--no-fund"))
        {
            Report.Fact("！！DuckDB 没有比较", "npm 不可用，或装不上 @duckdb/node-api：" + words);
            return;
        }
        var data = Path.Combine(bench.Directory, "duckdb");
        System.IO.Directory.CreateDirectory(data);
        foreach (var register in ByHand.Registers)
            WriteOut(bench, register, data);
        if (!Start("node", installed, out words, "compute.mjs", data))
            throw new InvalidOperationException("DuckDB 没有算完：" + words);
        var times = JsonSerializer.Deserialize<JsonElement>(words);
        Report.Fact(
            $"DuckDB {times.GetProperty("version").GetString()}，同样的行、同样的语句",
            $"计算 {times.GetProperty("compute").GetDouble() / 1000:0.00} 秒（读入 CSV 另用 {times.GetProperty("load").GetDouble() / 1000:0.00} 秒；"
                + $"SQLite 上的手写 SQL {byHand:0.00} 秒）"
        );
        var found = new Dictionary<CellKey, long>();
        foreach (var line in File.ReadLines(Path.Combine(data, "cells.csv")))
        {
            var parts = line.Split(',');
            ByHand.Add(
                bench,
                found,
                parts[0],
                parts[1],
                long.Parse(parts[2], CultureInfo.InvariantCulture),
                long.Parse(parts[3], CultureInfo.InvariantCulture)
            );
        }
        report.AtMost("DuckDB 算得不同的分户额", ByHand.Unequal(cells, found), 0, "0");
        System.IO.Directory.Delete(data, recursive: true);
    }

    /// <summary>Writes the columns that the statement names; days stay text, so that the statement is the same.</summary>
    private static void WriteOut(BenchBooks bench, RegisterDefinition register, string data)
    {
        var sql = ByHand.Statement(register);
        var fields = register
            .Fields.Where(field =>
                System.Text.RegularExpressions.Regex.IsMatch(sql, $@"\b{field.Column}\b", default, TimeSpan.FromSeconds(1))
            )
            .ToList();
        File.WriteAllText(Path.Combine(data, register.Key + ".sql"), sql);
        File.WriteAllText(
            Path.Combine(data, register.Key + ".columns"),
            "{"
                + string.Join(
                    ", ",
                    fields.Select(field =>
                        $"'{field.Column}': '{(field.Type.Storage == StorageType.Integer ? "BIGINT" : "VARCHAR")}'"
                    )
                )
                + "}"
        );
        using var writer = new StreamWriter(Path.Combine(data, register.Key + ".csv"));
        writer.WriteLine(string.Join(',', fields.Select(field => field.Column)));
        using var connection = bench.Dialect.Open(readOnly: true);
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {string.Join(", ", fields.Select(field => SqlDialect.Quote(field.Column)))} FROM {SqlDialect.Quote(register.Table)}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            for (var i = 0; i < fields.Count; i++)
            {
                if (i > 0)
                    writer.Write(',');
                if (!reader.IsDBNull(i))
                    writer.Write(reader.GetValue(i));
            }
            writer.WriteLine();
        }
    }

    private static bool Start(string program, string directory, out string words, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            words = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                words = errors.GetAwaiter().GetResult();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            words = exception.Message;
            return false;
        }
    }
}
