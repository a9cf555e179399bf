using Fazhang.Core.Access;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class ClockGuardTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void AClockThatGoesBack_IsRefusedInWordsAndNothingIsSaved()
    {
        test.Enter();
        test.Clock.Instant -= TimeSpan.FromHours(2);

        Should.Throw<ClockException>(() => test.Enter()).Message.ShouldContain("请校准时钟");

        test.Clock.Instant += TimeSpan.FromHours(2);
        test.Figure("reconsideration.case.received").ShouldBe(1);
        test.Enter();
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
    }

    [Fact]
    public void ASmallStepBack_IsLetThrough()
    {
        test.Enter();
        test.Clock.Instant -= ClockGuard.Tolerance;
        test.Enter();
    }

    [Fact]
    public void ANewProcess_KnowsTheLastEntry()
    {
        test.Enter();
        test.Clock.Instant -= TimeSpan.FromDays(1);
        var again = Core.Storage.Books.Open(Repository.Catalogue, test.Dialect, test.Clock);

        Should.Throw<ClockException>(() => again.Write((_, _) => 0));
    }

    [Fact]
    public void AClockThatWasWrongInTheFuture_IsAcceptedWithAReasonThatIsJournaled_ForOtherProcessesToo()
    {
        var other = Core.Storage.Books.Open(Repository.Catalogue, test.Dialect, test.Clock);
        test.Enter();
        other.Write((_, _) => 0);
        test.Clock.Instant -= TimeSpan.FromDays(400);

        test.Books.ClockGuard.Accept(Actor.System("命令行"), "时钟曾误设为下一年");

        test.Books.Write((_, _) => 0);
        other.Write((_, _) => 0);
        test.Books.ClockGuard.LastEntry()!.Value.UtcDateTime.ShouldBe(test.Clock.Instant.UtcDateTime);
    }
}
