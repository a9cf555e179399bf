using Dapper;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Tests.Books;
using Fazhang.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Fazhang.Tests.Web;

public sealed class HousekeepingTests
{
    [Fact]
    public async Task ATurn_SealsTheJournalAndBalancesOnceANight()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Accept(site.Test.Enter());
        var housekeeping = site.Services.GetRequiredService<Housekeeping>();

        housekeeping.Run();
        site.Test.Enter();
        housekeeping.Run();

        new JournalSeals(site.Test.Books)
            .Audit()
            .ShouldSatisfyAllConditions(
                audit => audit.Sound.ShouldBeTrue(),
                audit => audit.Seals.ShouldBe(2),
                audit => audit.Unsealed.ShouldBe(0)
            );
        new TrialBalance(site.Test.Books)
            .Last()!
            .Value.Records.ShouldBe(1, "the second turn of the same day does not balance again");

        site.Test.Clock.Instant = site.Test.Clock.Instant.AddDays(1);
        housekeeping.Run();
        new TrialBalance(site.Test.Books).Last()!.Value.Records.ShouldBe(2);
        site.Test.Books.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM cell_delta"))
            .ShouldBe(0, "the night folds what the day has posted");
        (await (await site.SignedInAsync("head")).GetAsync("/balance")).Words.ShouldContain("已封存至第 3 条流水");
    }

    [Fact]
    public async Task WhatFails_KeepsNothingElseFromItsTurn()
    {
        await using var site = await SiteUnderTest.StartAsync();
        site.Test.Enter();
        // Sealing fails at the first statement that writes.
        site.Test.Books.Write(
            (connection, transaction) =>
                connection.Execute(
                    TestBooks.OnPostgres
                        ? "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'dead'; END $$; CREATE TRIGGER die BEFORE INSERT ON seal FOR EACH ROW EXECUTE FUNCTION die()"
                        : "CREATE TRIGGER die BEFORE INSERT ON seal BEGIN SELECT RAISE(ABORT, 'dead'); END",
                    transaction: transaction
                )
        );

        site.Services.GetRequiredService<Housekeeping>().Run();

        new JournalSeals(site.Test.Books).Audit().Seals.ShouldBe(0);
        new TrialBalance(site.Test.Books).Last()!.Value.Records.ShouldBe(1);
    }
}
