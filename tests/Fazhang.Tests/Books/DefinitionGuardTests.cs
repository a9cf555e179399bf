using Fazhang.Core.Definitions;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Two programs on the same books, one of them with older definitions.</summary>
public sealed class DefinitionGuardTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public void AProgramWithOlderDefinitions_WritesNoMore_OnceOthersAreInUse()
    {
        using var test = new TestBooks();
        test.Enter();
        using var newer = Core.Storage.Books.Open(Extended(), test.Dialect, test.Clock);
        newer.Changes.ShouldContain(change => change.Contains("重算"));

        // It is noticed at the next question, which is asked once in a while.
        var refused = Until(() => test.Enter());
        refused.Message.ShouldContain("重新启动");
        Should.Throw<StaleDefinitionsException>(() => test.Enter(), "once noticed, every write is refused");

        test.Reopen(Extended());
        test.Enter();
        new TrialBalance(test.Books).Rebuild();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    [Fact]
    public void ProgramsWithTheSameDefinitions_DoNotDisturbEachOther()
    {
        using var test = new TestBooks();
        using var other = Core.Storage.Books.Open(Repository.Catalogue, test.Dialect, test.Clock);
        Thread.Sleep(DefinitionGuard.LongestUnnoticed + TimeSpan.FromMilliseconds(100));

        test.Enter();
        new RecordStore(other)
            .Create(test.Actor("clerk"), other.Catalogue.Registers[Cases.Register], Cases.Application(test))
            .ShouldBeOfType<SaveResult.Saved>();
    }

    private static StaleDefinitionsException Until(Action write)
    {
        for (var end = DateTime.UtcNow + Long; DateTime.UtcNow < end; )
            try
            {
                write();
                Thread.Sleep(50);
            }
            catch (StaleDefinitionsException stale)
            {
                return stale;
            }
        throw new TimeoutException("The older program went on writing.");
    }

    /// <summary>The definitions with one indicator more.</summary>
    private static Catalogue Extended()
    {
        var register = Repository.Catalogue.Registers[Cases.Register];
        var received = register.Indicators.Single(indicator => indicator.Key == "reconsideration.case.received");
        var more = received with { Key = "reconsideration.case.received_again", Title = "再计一次" };
        return Repository.Catalogue.WithIndicators(register, [.. register.Indicators, more]);
    }
}
