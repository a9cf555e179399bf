using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fazhang.Tests.Demo;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>The load is killed (SIGKILL) twice in the middle: the books stay whole and the next load goes on.</summary>
public sealed partial class KillTests : IDisposable
{
    private readonly Program program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public void Load_KilledInTheMiddle_LeavesWholeBooksAndGoesOn()
    {
        var before = 0L;
        for (var round = 0; round < 2; round++)
        {
            KillWhenLoaded(before + 1);

            Integrity().ShouldBe("ok");
            var records = Balanced();
            records.ShouldBeGreaterThan(before);
            records.ShouldBeLessThan(Dalian.Place.TotalRecords);
            before = records;
        }

        var ran = program.Run("demo", "load", "dalian-2024", "--data", "账");

        ran.ExitCode.ShouldBe(0, ran.Errors);
        Balanced().ShouldBe(Dalian.Place.TotalRecords);
        PublishedFigures.ShouldBeIn(program, "账");
    }

    /// <summary>Starts a load and kills it when its progress first shows that many records, while it writes the next.</summary>
    private void KillWhenLoaded(long atLeast)
    {
        using var process = program.Start("demo", "load", "dalian-2024", "--data", "账");
        var seen = 0L;
        while (seen < atLeast && process.StandardError.ReadLine() is { } line)
            if (Progress().Match(line) is { Success: true } match)
                seen = long.Parse(match.Groups[1].Value.Replace(",", ""));
        seen.ShouldBeGreaterThanOrEqualTo(atLeast, "the load ended before it could be killed");
        process.Kill();
        process.WaitForExit();
        process.ExitCode.ShouldNotBe(0);
    }

    private string Integrity()
    {
        using var connection = new SqliteConnection($"Data Source={program.At("账", "fazhang.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>The trial balance must be zero; returns how many records the books hold.</summary>
    private long Balanced()
    {
        var ran = program.Run("rebuild", "--compare", "--json", "--data", "账");
        ran.ExitCode.ShouldBe(0, ran.Output + ran.Errors);
        return JsonDocument.Parse(ran.Output).RootElement.GetProperty("records").GetInt64();
    }

    [GeneratedRegex("：([0-9,]+) / ")]
    private static partial Regex Progress();
}
