using System.Data.Common;
using Dapper;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>What goes wrong outside the program must not leave half a record behind.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Journal_CannotBeChangedOrDeleted()
    {
        test.Enter();

        foreach (var statement in new[] { "UPDATE journal SET actor = 'x'", "DELETE FROM journal" })
            Should
                .Throw<DbException>(() =>
                    test.Books.Write((connection, transaction) => connection.Execute(statement, transaction: transaction))
                )
                .Message.ShouldContain("append-only");
    }

    [Fact]
    public void AFailureAfterTheRecord_UndoesRecordNumberAndFigures()
    {
        var record = test.Enter();
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute("ALTER TABLE cell_delta RENAME COLUMN value TO gone", transaction: transaction)
        );

        Should.Throw<DbException>(() => test.Accept(record));
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute("ALTER TABLE cell_delta RENAME COLUMN gone TO value", transaction: transaction)
        );

        var now = test.Records.Find(test.Actor("clerk"), record.Register, record.Id)!;
        (now.Version, now.Number, now.State.Key).ShouldBe((1, null, "applied"));
        test.Records.History(now).Count.ShouldBe(1);
        test.Accept(now).Number.ShouldBe("示复〔2024〕1号", "the number drawn in the failed save is drawn again");
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void AFullDisk_IsExplainedAndLeavesNothingHalfSaved()
    {
        if (TestBooks.OnPostgres)
        {
            // A full PostgreSQL server cannot be had without its own file system; its words are checked instead.
            test.Dialect.Explain(new Npgsql.PostgresException("no space", "ERROR", "ERROR", "53100"))!.ShouldContain("磁盘已满");
            return;
        }
        test.Enter();
        var count = 0;
        var exception = Should.Throw<DbException>(() =>
        {
            for (; count < 5000; count++)
                // The limit of pages acts like a full disk and holds for the connection that sets it.
                test.Books.Write(
                    (connection, transaction) =>
                    {
                        var pages = connection.ExecuteScalar<long>("PRAGMA page_count", transaction: transaction);
                        connection.Execute(
                            $"PRAGMA max_page_count = {(count < 3 ? pages + 1000 : pages)}",
                            transaction: transaction
                        );
                        return new RecordStoreProbe(test).Create(connection, transaction);
                    }
                );
        });

        test.Dialect.Explain(exception)!.ShouldContain("磁盘已满");
        // The limit lives on in pooled connections; a new start has none.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
        test.Books.Read(connection =>
                connection.ExecuteScalar<string>(TestBooks.OnPostgres ? "SELECT 'ok'" : "PRAGMA integrity_check")
            )
            .ShouldBe("ok");
        test.Enter();
    }

    [Fact]
    public void AnImportWithAWrongRow_SavesNothingOfTheBatchAndNamesTheRow()
    {
        var register = test.Register(Cases.Register);
        var good = test.Enter();
        var row = (object?[])good.Values.Clone();
        row[Core.Definitions.FieldDefinition.NumberSlot] = null;
        var wrong = (object?[])row.Clone();
        wrong[register.Field("applicant")!.Slot] = null;

        var exception = Should.Throw<ImportException>(() =>
            new Importer(test.Books).Import(test.Actor("clerk"), register, "t", [row, wrong, (object?[])row.Clone()])
        );

        exception.Errors.ShouldHaveSingleItem().Row.ShouldBe(2);
        test.Figure("reconsideration.case.received").ShouldBe(1);
    }

    [Fact]
    public void AnImportThatStopped_GoesOnWithoutDoubles()
    {
        var register = test.Register(Cases.Register);
        var template = test.Enter().Values;
        IEnumerable<object?[]> Rows(int stopAfter)
        {
            for (var i = 0; i < 25_000; i++)
            {
                if (i == stopAfter)
                    throw new IOException("the machine stopped");
                yield return (object?[])template.Clone();
            }
        }

        Should.Throw<IOException>(() => new Importer(test.Books).Import(test.Actor("clerk"), register, "t", Rows(12_345)));
        test.Figure("reconsideration.case.received").ShouldBe(1 + Importer.BatchSize, "whole batches only");
        new Importer(test.Books)
            .Import(test.Actor("clerk"), register, "t", Rows(int.MaxValue))
            .ShouldBe(25_000 - Importer.BatchSize);
        new Importer(test.Books).Import(test.Actor("clerk"), register, "t", Rows(int.MaxValue)).ShouldBe(0);

        test.Figure("reconsideration.case.received").ShouldBe(25_001);
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void ADatabaseMadeByOtherDefinitions_IsRefusedInWords()
    {
        test.Books.Write(
            (connection, transaction) =>
            {
                connection.Execute("DROP TABLE r_hotline_consultation", transaction: transaction);
                connection.Execute(
                    $"CREATE TABLE r_hotline_consultation ({Schema.SystemColumns(test.Dialect)}, unit TEXT)",
                    transaction: transaction
                );
                return 0;
            }
        );

        Should
            .Throw<SchemaException>(() => Core.Storage.Books.Open(Repository.Catalogue, test.Dialect, test.Clock))
            .Message.ShouldContain("不会被自动转换");
    }

    /// <summary>Creates a record on a given connection, so that the fault set on that connection is met.</summary>
    private sealed class RecordStoreProbe(TestBooks test)
    {
        public int Create(DbConnection connection, DbTransaction transaction)
        {
            var register = test.Register(Cases.Register);
            var values = test.Records.Blank(test.Actor("clerk"), register);
            var plan = test.Books.Plan(register);
            var insert = plan.PrepareInsert(connection, transaction);
            values[register.Field("claim")!.Slot] = new string('请', 4000);
            values[register.Field("applied_on")!.Slot] = test.Today;
            insert.Insert(values, test.Books.Clock.Stamp, null, null);
            Cells.Add(connection, transaction, test.Dialect, plan.Postings.Deltas(null, values));
            return 0;
        }
    }
}
