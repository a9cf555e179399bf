using System.Data.Common;
using Dapper;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Many writers at once: each all or nothing, none at another's cost, and the figures right afterwards.</summary>
public sealed class WriterTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void WritersAtTheSameTime_EachGetTheirOwnEnd()
    {
        // Every third is saved, every third refused by a rule, every third fails in the middle after it has written.
        var saved = new List<string>();
        Together.Run(
            90,
            i =>
            {
                if (i % 3 == 0)
                {
                    var record = test.Accept(test.Enter(applicant: $"甲{i}"));
                    lock (saved)
                        saved.Add(record.Number!);
                }
                else if (i % 3 == 1)
                    test.Records.Create(
                            test.Actor("clerk"),
                            test.Register(Cases.Register),
                            Cases.Application(test, null, test.Today.AddDays(1), "乙")
                        )
                        .ShouldBeOfType<SaveResult.Invalid>();
                else
                    Should.Throw<InvalidOperationException>(() => FailAfterDrawingANumber());
            }
        );

        saved.Order().ShouldBe(Enumerable.Range(1, 30).Select(i => $"示复〔2024〕{i}号").Order(), "no gap, no double");
        test.Figure("reconsideration.case.received").ShouldBe(30);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
    }

    [Fact]
    public void GivingBackWhatIdleConnectionsKeep_DisturbsNobody()
    {
        Together.Run(
            60,
            i =>
            {
                if (i % 4 == 0)
                    test.Dialect.Rest();
                else if (i % 4 == 1)
                    test.Enter();
                else
                    test.Books.Setting("office_name").ShouldBeNull();
            }
        );

        test.Dialect.Rest();
        test.Figure("reconsideration.case.received").ShouldBe(15);
    }

    [Fact]
    public void AFailedStatement_CostsOnlyItsOwnWrite()
    {
        Together.Run(
            40,
            i =>
            {
                if (i % 2 == 0)
                    test.Enter();
                else
                    Should.Throw<DbException>(() =>
                        test.Books.Write(
                            (connection, transaction) =>
                            {
                                connection.Execute(
                                    "INSERT INTO setting (key, value) VALUES (@key, 'x')",
                                    new { key = "half" + i },
                                    transaction
                                );
                                return connection.Execute(
                                    "INSERT INTO setting (key, value) VALUES ('only', NULL)",
                                    transaction: transaction
                                );
                            }
                        )
                    );
            }
        );

        test.Figure("reconsideration.case.received").ShouldBe(20);
        test.Books.Setting("half1").ShouldBeNull();
    }

    [Fact]
    public void OneVersion_IsSavedByOneOfManyWriters()
    {
        var record = test.Enter();
        var ends = new List<SaveResult>();

        Together.Run(
            12,
            i =>
            {
                var end = test.Records.Correct(
                    test.Actor("head"),
                    record.Register,
                    record.Id,
                    record.Version,
                    TestBooks.Input(("applicant", $"改{i}")),
                    "同时更正"
                );
                lock (ends)
                    ends.Add(end);
            }
        );

        ends.OfType<SaveResult.Saved>().Count().ShouldBe(1);
        ends.OfType<SaveResult.Conflict>().Count().ShouldBe(11);
    }

    [Fact]
    public void AReadInsideAWrite_SeesWhatItWrote()
    {
        var seen = test.Books.Write(
            (connection, transaction) =>
            {
                connection.Execute("INSERT INTO setting (key, value) VALUES ('own', 'x')", transaction: transaction);
                return test.Books.Setting("own");
            }
        );

        seen.ShouldBe("x");
    }

    private int FailAfterDrawingANumber() =>
        test.Books.Write<int>(
            (connection, transaction) =>
            {
                connection.Execute(
                    "UPDATE counter SET last = last + 100 WHERE series LIKE 'reconsideration%'",
                    transaction: transaction
                );
                throw new InvalidOperationException("on purpose");
            }
        );
}
