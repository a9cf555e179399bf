using Dapper;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Npgsql;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>What only a server can do to a writer: deadlocks, lost lines, restarts. Needs the test cluster whatever DB says.</summary>
public sealed class PostgresWriterTests : IDisposable
{
    private readonly TestBooks test = new(postgres: true);

    public void Dispose() => test.Dispose();

    [Fact]
    public void ACommitWhoseAnswerIsLost_IsAskedAfterAndAnsweredAsSaved()
    {
        using var line = Line();
        using var books = Over(line);
        line.LoseAfter = 1;

        var result = Create(books);

        var record = result.ShouldBeOfType<SaveResult.Saved>().Record;
        line.LoseAfter.ShouldBeLessThan(1, "the line must have broken");
        test.Records.Find(test.Actor("clerk"), record.Register, record.Id).ShouldNotBeNull();
        test.Figure("reconsideration.case.received").ShouldBe(1, "and not entered a second time");
    }

    [Fact]
    public void ACommitThatNeverArrived_IsDoneAgain()
    {
        using var line = Line();
        using var books = Over(line);
        line.LoseBefore = 1;

        Create(books).ShouldBeOfType<SaveResult.Saved>();

        line.LoseBefore.ShouldBeLessThan(1, "the line must have broken");
        test.Figure("reconsideration.case.received").ShouldBe(1);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void ACommitOfWhichNothingCanBeLearnt_IsSaidToBeUncertain()
    {
        using var line = Line();
        using var books = Over(line);
        (line.LoseAfter, line.ThenDead) = (1, true);

        var exception = Should.Throw<WriteOutcomeException>(() => Create(books));

        books.Dialect.Explain(exception)!.ShouldContain("不能确定");
        test.Figure("reconsideration.case.received").ShouldBe(1, "it was saved, which could not be known");
    }

    [Fact]
    public void ACommitLostInACrash_IsNotTakenForAnothersOfTheSameNumber()
    {
        using var line = Line();
        using var books = Over(line);
        Create(books).ShouldBeOfType<SaveResult.Saved>();
        Crash();
        line.LoseAfter = 1;

        // The number of a transaction that a crash swallowed is given out again, so “committed” may be said of another's.
        var exception = Should.Throw<WriteOutcomeException>(() => Create(books));

        books.Dialect.Explain(exception)!.ShouldContain("不能确定");
        Create(books).ShouldBeOfType<SaveResult.Saved>("the next save goes on with the server as it is now");
    }

    [Fact]
    public void ACommitThatNeverArrivedBeforeACrash_IsDoneAgain()
    {
        using var line = Line();
        using var books = Over(line);
        Create(books).ShouldBeOfType<SaveResult.Saved>();
        Crash();
        line.LoseBefore = 1;

        Create(books).ShouldBeOfType<SaveResult.Saved>();

        line.LoseBefore.ShouldBeLessThan(1, "the line must have broken");
        test.Figure("reconsideration.case.received").ShouldBe(2);
    }

    [Fact]
    public void ANumberThatTheServerHasNotGivenOutYet_IsNoCommit() =>
        test
            .Books.Read(connection => PostgresTransactionId.Status((NpgsqlConnection)connection, "4000000000000"))
            .ShouldBe(TransactionStatus.Aborted);

    [Fact]
    public void ConnectionsThatTheServerClosed_HealByThemselves()
    {
        test.Enter();
        Terminate();

        test.Figure("reconsideration.case.received").ShouldBe(1);
        Terminate();
        test.Accept(test.Enter()).Number.ShouldBe("示复〔2024〕1号");
    }

    [Fact]
    public void AConnectionLostInTheMiddle_BeginsTheWriteAgain()
    {
        var tries = 0;

        test.Books.Write(
            (connection, transaction) =>
            {
                connection.Execute("INSERT INTO setting (key, value) VALUES ('once', 'x')", transaction: transaction);
                if (++tries == 1)
                    Terminate();
                return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM setting", transaction: transaction);
            }
        );

        tries.ShouldBe(2);
        test.Books.Setting("once").ShouldBe("x");
    }

    [Fact]
    public void TwoWritersInEachOthersWay_BothEndWell()
    {
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute("INSERT INTO setting (key, value) VALUES ('a', ''), ('b', '')", transaction: transaction)
        );
        var tries = 0;
        using var both = new Barrier(2);
        void Write(string first, string second)
        {
            var own = 0;
            test.Books.Write(
                (connection, transaction) =>
                {
                    Interlocked.Increment(ref tries);
                    Append(first);
                    // Only the first time: whoever is sent back finds the way free.
                    if (++own == 1)
                        both.SignalAndWait(TimeSpan.FromSeconds(10));
                    return Append(second);

                    int Append(string key) =>
                        connection.Execute("UPDATE setting SET value = value || '.' WHERE key = @key", new { key }, transaction);
                }
            );
        }

        var other = new Thread(() => Write("b", "a"));
        other.Start();
        Write("a", "b");
        other.Join();

        tries.ShouldBe(3, "one of the two had to begin again");
        (test.Books.Setting("a"), test.Books.Setting("b")).ShouldBe(("..", ".."));
    }

    [Fact]
    public void WritersOfTheSameFigure_DoNotWaitForEachOther()
    {
        var key = new CellKey(test.Books.IndicatorIds["reconsideration.case.received"], 202412, test.City.Id);

        test.Books.Write(
            (connection, transaction) =>
            {
                Cells.Add(connection, transaction, test.Dialect, new() { [key] = 1 });
                // While this one is open another posts to the same balance, and is answered; so is one who folds.
                var other = new Thread(() =>
                {
                    test.Books.Write(
                        (c, t) =>
                        {
                            Cells.Add(c, t, test.Dialect, new() { [key] = 1 });
                            return 0;
                        }
                    );
                    test.Books.Fold();
                });
                other.Start();
                other.Join(TimeSpan.FromSeconds(10)).ShouldBeTrue("the second writer waits for the first");
                return 0;
            }
        );

        test.Figure("reconsideration.case.received").ShouldBe(2);
    }

    [Fact]
    public void ASaveThatReads_NeedsNoSecondConnection()
    {
        var record = test.Enter();
        using var source = PostgresDialect.Source(
            new NpgsqlConnectionStringBuilder(test.Postgres) { MaxPoolSize = 1, Timeout = 15 }.ConnectionString
        );
        using var books = Core.Storage.Books.Open(test.Books.Catalogue, new PostgresDialect(source), test.Clock);

        // Accepting makes a document out, which asks who signs; were that a second connection, as many clerks as there are
        // connections would wait for each other.
        new RecordStore(books)
            .Act(
                test.Actor("clerk"),
                record.Register,
                record.Id,
                record.Version,
                "accept",
                TestBooks.Input(("accepted_on", "2024-12-20"), ("procedure", "ordinary"), ("handler", "陈承办")),
                null
            )
            .ShouldBeOfType<SaveResult.Saved>();
        books.Read(connection => books.Setting("office_name")).ShouldBeNull();
    }

    [Fact]
    public void TheJournal_LiesApartByYear_AndNoYearCanBeChanged()
    {
        var year = DateTime.UtcNow.Year;
        var record = test.Enter();
        using var now = new TestBooks(today: new DateOnly(year, 1, 1), postgres: true);
        now.Enter();

        now.Books.Read(connection => connection.Query<string>("SELECT DISTINCT tableoid::regclass::text FROM journal"))
            .ShouldHaveSingleItem()
            .ShouldEndWith($"journal_{year}");
        Should
            .Throw<PostgresException>(() =>
                now.Books.Write(
                    (connection, transaction) => connection.Execute($"DELETE FROM journal_{year}", transaction: transaction)
                )
            )
            .Message.ShouldContain("append-only");
        test.Records.History(record).ShouldHaveSingleItem();
        Core.Storage.Books.Open(test.Books.Catalogue, test.Dialect, test.Clock).Dispose();
        test.Records.History(record).ShouldHaveSingleItem();
    }

    private LossyLine Line()
    {
        var server = new NpgsqlConnectionStringBuilder(test.Postgres);
        return new LossyLine(server.Host!, server.Port);
    }

    private Core.Storage.Books Over(LossyLine line) =>
        Core.Storage.Books.Open(
            test.Books.Catalogue,
            new PostgresDialect(
                PostgresDialect.Source(
                    new NpgsqlConnectionStringBuilder(test.Postgres) { Host = "127.0.0.1", Port = line.Port }.ConnectionString
                )
            ),
            test.Clock
        );

    private SaveResult Create(Core.Storage.Books books) =>
        new RecordStore(books).Create(test.Actor("clerk"), test.Register(Cases.Register), Cases.Application(test));

    /// <summary>What a crash of the server leaves behind: the table that is not logged is empty.</summary>
    private void Crash() =>
        test.Books.Write((connection, transaction) => connection.Execute("TRUNCATE incarnation", transaction: transaction));

    /// <summary>Ends every session of these books, as a restart of the server does.</summary>
    private void Terminate()
    {
        using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(test.Postgres) { Pooling = false, SearchPath = null }.ConnectionString
        );
        connection.Open();
        connection.Execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND pid IN "
                + "(SELECT pid FROM pg_stat_activity WHERE application_name = @name)",
            new { name = test.ApplicationName }
        );
    }
}
