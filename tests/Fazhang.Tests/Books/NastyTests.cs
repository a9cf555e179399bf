using Fazhang.Core.Access;
using Fazhang.Core.Figures;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Things that go wrong at edges: races for one return, the stroke of midnight in Shanghai, the last day of February.</summary>
public sealed class NastyTests : IDisposable
{
    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    [Fact]
    public void ManyWhoReportTheSameMonth_ExactlyOneIsTaken_AndItsFigureIsCountedOnce()
    {
        var ends = new System.Collections.Concurrent.ConcurrentBag<SaveResult>();
        Together.Run(
            12,
            index =>
                ends.Add(
                    test.Records.Create(
                        test.Actor("clerk"),
                        test.Register(KindsOfFigures.Sheet),
                        TestBooks.Input(
                            ("unit", test.East.Id.ToString()),
                            ("period", "2024-05"),
                            ("cases", (index + 1).ToString())
                        )
                    )
                )
        );

        var saved = ends.OfType<SaveResult.Saved>().ShouldHaveSingleItem();
        ends.OfType<SaveResult.Invalid>().Count().ShouldBe(11);
        ends.OfType<SaveResult.Invalid>()
            .ShouldAllBe(end =>
                end.Errors.Single().Message.StartsWith("这个单位这个期间的报表已经存在", StringComparison.Ordinal)
            );
        test.Figure(KindsOfFigures.Sheet + ".cases").ShouldBe((long)saved.Record["cases"]!);
        // Nor by a correction into a month that is taken, in whichever day of it.
        var june = test.Report(test.East, 2024, 6, 5);
        test.Records.Correct(
                test.Actor("clerk"),
                june.Register,
                june.Id,
                june.Version,
                TestBooks.Input(("period", "2024-05")),
                "错填月份"
            )
            .ShouldBeOfType<SaveResult.Invalid>();
        test.Figure(KindsOfFigures.Sheet + ".cases").ShouldBe((long)saved.Record["cases"]! + 5);
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Midnight_IsShanghais_ForDelegationsDefaultsAndMonths()
    {
        test.Books.Write(
            (connection, transaction) =>
            {
                Accounts.Create(connection, transaction, "jia", "甲", "password-1", [new Grant("head", test.City.Id, null)]);
                Accounts.Create(connection, transaction, "yi", "乙", "password-1", [new Grant("clerk", test.City.Id, null)]);
                return 0;
            }
        );
        // 2024-12-31 23:59:59.999 in Shanghai is still the afternoon elsewhere.
        var last = new DateTimeOffset(2024, 12, 31, 23, 59, 59, 999, TimeSpan.FromHours(8));
        test.Clock.Instant = last;
        Actor Load(string login) =>
            test.Books.Read(connection =>
                Accounts.Load(
                    connection,
                    Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT id FROM account WHERE login = @login", new { login }),
                    test.Today
                )
            )!;
        var delegations = new Delegations(test.Books);
        delegations
            .Give(Load("jia"), delegations.Delegable(Load("jia"))[0], "yi", test.Today, test.Today, "跨年值班")
            .ShouldBeEmpty();
        Load("yi").Grants.ShouldContain(grant => grant.Role == "head");
        new Closings(test.Books)
            .Close(Load("yi"), test.City, Period.Year(2024), null)
            .ShouldBeOfType<ClosingResult.Done>("the last day of the year belongs to it");

        test.Clock.Instant = last.AddMilliseconds(1).ToUniversalTime();

        test.Today.ShouldBe(new DateOnly(2025, 1, 1));
        Load("yi").Grants.ShouldHaveSingleItem().Role.ShouldBe("clerk", "the deputy's time is over with the day");
        new Closings(test.Books)
            .Close(Load("yi"), test.City, Period.Month(2024, 12), null)
            .ShouldBeOfType<ClosingResult.Refused>();
    }

    [Theory]
    [InlineData("2024-01-31", "2024-02-29")]
    [InlineData("2023-01-31", "2023-02-28")]
    [InlineData("2024-02-29", "2024-03-29")]
    public void AMonthFromItsLastDay_EndsOnTheLastDayOfAShorterOne(string from, string due)
    {
        using var small = new TestBooks(SmallDefinitions.Load(SmallDefinitions.Changed(("within: 60 days", "within: 1 month"))));

        var letter = small
            .Records.Create(
                small.Actor("clerk"),
                small.Register("affairs.letter"),
                TestBooks.Input(
                    ("unit", small.City.Id.ToString()),
                    ("sender", "王小明"),
                    ("kind", "request"),
                    ("received_on", from)
                )
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        letter.DueOn.ShouldBe(DateOnly.Parse(due));
    }
}
