using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class ListTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    public static TheoryData<string, bool> Sorts =>
        new()
        {
            { "id", true },
            { "id", false },
            { "accepted_on", true },
            { "accepted_on", false },
            { "applied_on", true },
        };

    [Theory]
    [MemberData(nameof(Sorts))]
    public void Pages_TogetherShowEveryRecordOnceInOrder(string sort, bool descending)
    {
        // Half of them have no acceptance date, many share one: the hard cases for paging by key.
        for (var i = 0; i < 23; i++)
        {
            var record = test.Enter(on: test.Today.AddDays(-(i % 4)));
            if (i % 2 == 0)
                test.Accept(record);
        }

        var all = Read(
            new RecordQuery
            {
                Sort = sort,
                Descending = descending,
                Take = 5,
            }
        );

        all.Count.ShouldBe(23);
        all.Select(record => record.Id).Distinct().Count().ShouldBe(23);
        var keys = all.Select(record => (sort == "id" ? null : (DateOnly?)record[sort], record.Id)).ToList();
        var expected = keys.OrderBy(key => key.Item1 ?? DateOnly.MinValue).ThenBy(key => key.Id).ToList();
        if (descending)
            expected.Reverse();
        keys.ShouldBe(expected);
    }

    [Fact]
    public void Filters_OnStateUnitTextAndDate_NarrowTheList()
    {
        var accepted = test.Accept(test.Enter(unit: test.East, applicant: "海风商贸有限公司"));
        test.Enter(unit: test.West, applicant: "100%真实商店");
        var register = accepted.Register;
        List<Record> Find(RecordQuery query) => [.. test.Lists.Page(test.Actor("clerk"), register, query).Records];

        Find(new RecordQuery { States = ["accepted"] }).ShouldHaveSingleItem().Id.ShouldBe(accepted.Id);
        Find(new RecordQuery { UnitId = test.East.Id }).ShouldHaveSingleItem();
        Find(new RecordQuery { UnitId = test.City.Id }).Count.ShouldBe(2);
        Find(new RecordQuery { Text = "海风" }).ShouldHaveSingleItem();
        Find(new RecordQuery { Text = "0%真" }).ShouldHaveSingleItem();
        Find(new RecordQuery { Text = "0_真" }).ShouldBeEmpty("_ and % are characters here, not wildcards");
        Find(new RecordQuery { Text = accepted.Number }).ShouldHaveSingleItem();
        Find(new RecordQuery { Choices = new Dictionary<string, string> { ["act"] = "penalty" } }).Count.ShouldBe(2);
        Find(
                new RecordQuery
                {
                    Dates = new Dictionary<string, (DateOnly?, DateOnly?)> { ["accepted_on"] = (test.Today, test.Today) },
                }
            )
            .ShouldHaveSingleItem();
        Find(
                new RecordQuery
                {
                    Dates = new Dictionary<string, (DateOnly?, DateOnly?)> { ["applied_on"] = (null, test.Today.AddDays(-1)) },
                }
            )
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DROP TABLE journal; --")]
    public void HostileText_IsOnlyText(string text)
    {
        var record = test.Enter();

        test.Lists.Page(test.Actor("clerk"), record.Register, new RecordQuery { Text = text }).Records.ShouldBeEmpty();
        test.Lists.Page(
                test.Actor("clerk"),
                record.Register,
                new RecordQuery
                {
                    Sort = text,
                    After = text,
                    States = [text],
                    Choices = new Dictionary<string, string> { [text] = text, ["act"] = text },
                }
            )
            .Records.ShouldBeEmpty();
        test.Lists.Page(test.Actor("clerk"), record.Register, new RecordQuery()).Records.ShouldHaveSingleItem();
    }

    [Fact]
    public void Due_ShowsTheSoonestDeadlineFirstAndOnlyWhatRuns()
    {
        var late = test.Enter(on: test.Today);
        var soon = test.Enter(on: test.Today.AddDays(-3));
        test.Mediate(test.Accept(test.Enter()));

        var records = Read(
            new RecordQuery
            {
                Sort = "due",
                Descending = false,
                WithDeadline = true,
            }
        );

        records.Select(record => record.Id).ShouldBe([soon.Id, late.Id]);
    }

    private List<Record> Read(RecordQuery query)
    {
        var all = new List<Record>();
        for (var page = test.Lists.Page(test.Actor("clerk"), test.Register(Cases.Register), query); ; )
        {
            all.AddRange(page.Records);
            if (page.Next is null)
                return all;
            page = test.Lists.Page(test.Actor("clerk"), test.Register(Cases.Register), query with { After = page.Next });
        }
    }
}
