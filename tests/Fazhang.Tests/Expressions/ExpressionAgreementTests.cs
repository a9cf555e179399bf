using System.Data.Common;
using System.Globalization;
using Fazhang.Core.Deadlines;
using Fazhang.Core.Expressions;
using Fazhang.Core.Storage;
using Fazhang.Tests.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using Shouldly;
using Xunit;

namespace Fazhang.Tests.Expressions;

/// <summary>
/// The promise of the expression language: random well-typed expressions over random rows have the same value in memory, on SQLite
/// and on PostgreSQL, to the last bit, nulls included.
/// </summary>
public sealed class ExpressionAgreementTests(ITestOutputHelper output)
{
    private const int Rows = 120;
    private const int Cases = 300;
    private const int ExpressionsPerQuery = 12;

    // As large, fine and deep as the checker admits: a product must not refuse what the checker lets pass.
    private static readonly string[] s_edges =
    [
        string.Join(" * ", Enumerable.Repeat("persons", 15)),
        string.Join(" * ", Enumerable.Repeat("(visits / 1000000000)", 8)),
        "1 " + string.Concat(Enumerable.Repeat("/ persons", 7)),
        string.Join(" + ", Enumerable.Repeat("amount", 190)),
        string.Join(" or ", Enumerable.Repeat("visits / persons > rate", 140)),
        string.Join(" and ", Enumerable.Repeat("not urgent", 190)),
        "heard_at >= '2024-03-02 09:30'",
        "heard_at < '2024-03-02T09:31'",
    ];

    [Fact]
    public void Evaluate_RandomExpressionsAndRows_AgreesWithSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("fazhang-expressions-");
        try
        {
            Agree(new SqliteDialect(Path.Combine(folder.FullName, "sample.db")), columnSuffix: "");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Evaluate_RandomExpressionsAndRows_AgreesWithPostgres()
    {
        var server = Environment.GetEnvironmentVariable("FAZHANG_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
        {
            var required =
                Environment.GetEnvironmentVariable("CI") ?? Environment.GetEnvironmentVariable("FAZHANG_REQUIRE_POSTGRES");
            required.ShouldBeNull("PostgreSQL is required here, but FAZHANG_TEST_POSTGRES is not set.");
            output.WriteLine("NOT RUN: FAZHANG_TEST_POSTGRES is not set, agreement with PostgreSQL has not been tested.");
            Console.Error.WriteLine(
                "NOT RUN: FAZHANG_TEST_POSTGRES is not set, agreement of expressions with PostgreSQL has not been tested."
            );
            return;
        }
        var schema = "expr_" + Guid.NewGuid().ToString("N");
        using var source = PostgresDialect.Source(new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ToString());
        using var connection = source.OpenConnection();
        Execute(connection, $"CREATE SCHEMA {schema}");
        try
        {
            // A column with a linguistic order: without COLLATE "C" in the expression 'B' would come after 'a'.
            Agree(new PostgresDialect(source), columnSuffix: " COLLATE \"und-x-icu\"");
        }
        finally
        {
            Execute(connection, $"DROP SCHEMA {schema} CASCADE");
        }
    }

    private void Agree(SqlDialect dialect, string columnSuffix)
    {
        var rows = Gen.Sample(ExpressionGenerator.Row, Rows).ToList();
        using var connection = dialect.Open();
        Fill(connection, dialect, rows, columnSuffix);
        CalendarTable.Synchronize(connection, dialect, Calendars.Real).ShouldBeTrue();

        Compare(connection, dialect, [.. s_edges.Select(SampleScope.Parse)], rows);
        var (compared, refused, known) = (0, 0, 0);
        var texts = Gen.ListOf(ExpressionGenerator.Any(4), ExpressionsPerQuery);
        var property = Prop.ForAll(
            texts.ToArbitrary(),
            batch =>
            {
                var expressions = batch.Select(ParseUnlessTooLarge).OfType<Expression>().ToList();
                refused += ExpressionsPerQuery - expressions.Count;
                compared += expressions.Count;
                known += Compare(connection, dialect, expressions, rows);
            }
        );
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), property);

        output.WriteLine(
            $"{dialect.Name}: {compared} expressions × {Rows} rows agree, {known} values not null; {refused} refused as too large."
        );
        compared.ShouldBeGreaterThan(Cases * ExpressionsPerQuery * 9 / 10);
        known.ShouldBeGreaterThan(compared * Rows / 2);
    }

    private static Expression? ParseUnlessTooLarge(string text)
    {
        var problems = new List<ExpressionProblem>();
        var expression = Expression.Parse(text, SampleScope.Scope, problems);
        if (expression is null && !problems.TrueForAll(problem => problem.Message.Contains("超出能计算的范围")))
            throw new InvalidOperationException(
                $"The generator wrote an expression that is refused: {text}: {problems[0].Message}"
            );
        return expression;
    }

    private static int Compare(DbConnection connection, SqlDialect dialect, List<Expression> expressions, List<object?[]> rows)
    {
        if (expressions.Count == 0)
            return 0;
        using var command = connection.CreateCommand();
        // Half of them through an alias: the columns must be found either way.
        var values = expressions.Select(
            (expression, i) => expression.ToSql(dialect, SampleScope.Today, i % 2 == 0 ? "c" : null, SampleScope.Time)
        );
        command.CommandText = $"SELECT {string.Join(", ", values)} FROM sample AS c ORDER BY id";
        using var reader = command.ExecuteReader();
        var known = 0;
        foreach (var row in rows)
        {
            reader.Read().ShouldBeTrue();
            for (var i = 0; i < expressions.Count; i++)
            {
                var inMemory = expressions[i].Evaluate(row, SampleScope.Context);
                var inSql = dialect.FromDatabase(reader.GetValue(i), SampleScope.Storage(expressions[i].Type));
                known += inMemory is null ? 0 : 1;
                if (!Equals(inMemory, inSql))
                    throw new InvalidOperationException(
                        $"{expressions[i].Text}\n memory {Show(inMemory)}, {dialect.Name} {Show(inSql)}\n row {string.Join(" | ", row.Select(Show))}\n"
                            + expressions[i].ToSql(dialect, SampleScope.Today)
                    );
            }
        }
        return known;
    }

    private static void Fill(DbConnection connection, SqlDialect dialect, List<object?[]> rows, string columnSuffix)
    {
        var columns = SampleScope.Columns.Select(column =>
            $"{column.Column} {dialect.ColumnType(column.Type)}{(column.Type == StorageType.Text ? columnSuffix : "")}"
        );
        Execute(connection, $"CREATE TABLE sample (id {dialect.IdentityColumn}, {string.Join(", ", columns)})");
        using var transaction = connection.BeginTransaction();
        for (var id = 0; id < rows.Count; id++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var names = string.Join(", ", Enumerable.Range(0, SampleScope.Columns.Count).Select(i => $"@p{i}"));
            command.CommandText = $"INSERT INTO sample VALUES ({id + 1}, {names})";
            for (var i = 0; i < SampleScope.Columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{i}";
                parameter.Value = dialect.ToDatabase(rows[id][i]);
                command.Parameters.Add(parameter);
            }
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private static string Show(object? value) =>
        value switch
        {
            null => "null",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            string text => $"'{text}'",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
