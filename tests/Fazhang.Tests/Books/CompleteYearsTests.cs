using Fazhang.Core.Figures;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>A year of which the books hold leftovers only is no year to compare with.</summary>
public sealed class CompleteYearsTests
{
    private const string Received = "reconsideration.case.received";

    private const string Growth = "reconsideration.case.received_growth";

    [Fact]
    public void AYearBeforeTheBooksAreComplete_IsUnknown_AndSaidSoInTheJournal()
    {
        using var test = new TestBooks();
        test.Enter(on: new DateOnly(2023, 11, 2));
        test.Enter();
        test.Enter();
        Read(test, Received).ShouldBe((2, 1));
        Read(test, Growth).Now.ShouldBe(100);

        CompleteYears.Set(test.Books, test.Actor("admin"), 2024);
        Read(test, Received).ShouldBe((2, null));
        Read(test, Growth).Now.ShouldBeNull();

        CompleteYears.Set(test.Books, test.Actor("admin"), 2023, "reconsideration.case");
        Read(test, Received).ShouldBe((2, 1));
        test.Books.Complete.Of("aid.case").ShouldBe(2024);
        test.Reopen(Repository.Catalogue);
        test.Books.Complete.Of("reconsideration.case").ShouldBe(2023);
    }

    [Theory]
    [InlineData(1999, null, "2013")]
    [InlineData(2024, "reconsideration.cases", "没有台账")]
    public void WhatCannotBe_IsRefusedInWords(int year, string? register, string words)
    {
        using var test = new TestBooks();

        Should
            .Throw<InvalidOperationException>(() => CompleteYears.Set(test.Books, test.Actor("admin"), year, register))
            .Message.ShouldContain(words);
    }

    private static (decimal? Now, decimal? Last) Read(TestBooks test, string key)
    {
        var indicator = test.Books.Catalogue.Indicators[key];
        var book = new FigureReader(test.Books).Read(indicator, 2024, test.Books.Units.Root!.Id);
        var period = Period.Year(2024);
        return (book.Value(indicator, period).Value, book.Known(indicator, period.LastYear).Value);
    }
}
