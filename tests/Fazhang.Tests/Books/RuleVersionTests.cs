using Fazhang.Core.Figures;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Changed 口径: both series are posted; closed figures want a new version; retired codes stay.</summary>
public sealed class RuleVersionTests : IDisposable
{
    private const string Closed = KindsOfFigures.Case + ".closed";
    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    [Fact]
    public void BothVersions_ArePosted_EachByItsOwnRule()
    {
        test.Add(test.East, new DateOnly(2024, 2, 1), ("closed_on", "2024-03-01"), ("people", "5"), ("amount", "3"));
        test.Add(test.East, new DateOnly(2024, 2, 1), ("closed_on", "2024-03-01"), ("people", "1"), ("amount", "30"));
        test.Add(test.East, new DateOnly(2024, 2, 1), ("closed_on", "2024-04-01"), ("people", "5"), ("amount", "30"));

        var indicator = test.Books.Catalogue.Indicators[Closed];
        var book = test.Figures.Read(indicator, 2024, test.City.Id);

        book.Value(indicator, Period.Month(2024, 3)).Value.ShouldBe(1);
        book.Value(indicator.AtVersion(1)!, Period.Month(2024, 3)).Value.ShouldBe(1);
        book.Value(indicator.AtVersion(1)!, Period.Year(2024)).Value.ShouldBe(2);
        indicator.AtVersion(1)!.Meaning.ShouldBe("金额十元以上的案件。");
        indicator.AtVersion(3).ShouldBeNull();
    }

    [Fact]
    public void AChangedRule_WithoutANewVersion_IsRefusedOnceFiguresAreClosed_AndRecomputedBefore()
    {
        test.Add(test.East, new DateOnly(2023, 2, 1), ("closed_on", "2023-03-01"), ("people", "3"));
        var changed = KindsOfFigures.Load(text => text.Replace("where: people > 2", "where: people > 3"));
        Open(changed).Changes.ShouldContain(change => change.Contains("“结案”"));
        Open(KindsOfFigures.Load());
        new Closings(test.Books)
            .Close(test.Actor("head"), test.City, Period.Year(2023), null)
            .ShouldBeOfType<ClosingResult.Done>();

        var refused = Should.Throw<SchemaException>(() => Open(changed));

        refused.Message.ShouldContain("version 改为 3");
        new TrialBalance(Open(KindsOfFigures.Load())).Compare().Balanced.ShouldBeTrue("the refusal left everything as it was");
    }

    [Fact]
    public void AChangedRule_AsANewVersion_KeepsTheOldSeries_AndWhatWasPublished()
    {
        test.Add(test.East, new DateOnly(2023, 2, 1), ("closed_on", "2023-03-01"), ("people", "3"));
        test.Add(test.East, new DateOnly(2023, 2, 1), ("closed_on", "2023-03-01"), ("people", "9"));
        test.Add(test.East, new DateOnly(2022, 2, 1), ("closed_on", "2022-03-01"), ("people", "3"));
        new Closings(test.Books)
            .Close(test.Actor("head"), test.City, Period.Year(2023), null)
            .ShouldBeOfType<ClosingResult.Done>();
        const string third = """
                where: people > 4
                by: outcome
                unit: 件
                meaning: 五人以上的案件。
                version: 3
                changed: {on: 2024-06, because: 再改}
                earlier:
                  - {version: 2, until: 2024-05, count: true, on: closed_on, where: people > 2, meaning: 三人以上的案件。}
            """;
        string Third(string text) => WithVersion(text, third);
        Should
            .Throw<SchemaException>(() =>
                Open(KindsOfFigures.Load(text => Third(text).Replace("where: people > 2", "where: people > 1")))
            )
            .Message.ShouldContain("原样写进 earlier");

        var books = Open(KindsOfFigures.Load(Third));

        var indicator = books.Catalogue.Indicators[Closed];
        var book = new FigureReader(books).Read(indicator, 2024, test.City.Id);
        book.Value(indicator, Period.Year(2023)).Value.ShouldBe(1);
        book.Value(indicator.AtVersion(2)!, Period.Year(2023)).Value.ShouldBe(2);
        var published = new Closings(books).Published(Closed, test.City.Id, 2023, 2023).Find(indicator, Period.Year(2023))!;
        (published.Version, published.Value.Value).ShouldBe((2, 2m));
        var compared = ComparedFigure.Of(
            new FigureReader(books).Read(2023, test.City.Id),
            new Closings(books).Published(test.City.Id, 2021, 2023),
            indicator,
            Period.Year(2023)
        );
        (compared.Version.Version, compared.Value.Value, compared.Now.Value).ShouldBe((2, 2m, 1m));
        compared.Last.Value.ShouldBe(1, "the year before is compared by the 口径 that was published, not by the new one");
        // The rates were published without versions of their own: what they are made of counts by another rule now.
        new Closings(books)
            .Differences(new Closings(books).Find(1)!)
            .Select(one => one.Published.Indicator)
            .Distinct()
            .ShouldBe([KindsOfFigures.Case + ".rate", "reconsideration.whole_rate"]);
        new TrialBalance(books).Compare().Balanced.ShouldBeTrue();
        Should.Throw<SchemaException>(() => Open(KindsOfFigures.Load())).Message.ShouldContain("版本只能增加");
    }

    [Fact]
    public void ARate_CanKeepTheRuleOfItsPart()
    {
        test.Add(
            test.East,
            new DateOnly(2024, 2, 1),
            ("closed_on", "2024-03-01"),
            ("people", "5"),
            ("amount", "3"),
            ("outcome", "won")
        );
        test.Add(test.East, new DateOnly(2024, 2, 1), ("closed_on", "2024-03-01"), ("people", "5"), ("amount", "30"));
        var books = Open(
            KindsOfFigures.Load(text =>
                text.Replace(
                    "meaning: 胜与结案之比。}",
                    "meaning: 胜与结案之比。, version: 2, changed: {on: 2024-01, because: 分母改了}, earlier: [{version: 1, until: 2023-12, ratio: won / closed@1, meaning: 胜与旧口径结案之比。}]}"
                )
            )
        );
        var rate = books.Catalogue.Indicators[KindsOfFigures.Case + ".rate"];
        var book = new FigureReader(books).Read(rate, 2024, test.City.Id);

        book.Value(rate, Period.Year(2024)).Value.ShouldBe(50);
        book.Value(rate.AtVersion(1)!, Period.Year(2024)).Value.ShouldBe(100);
    }

    [Fact]
    public void ARetiredCode_IsStillShownWithItsValues_AndACategoryAddedLaterIsComputed()
    {
        test.Add(test.East, new DateOnly(2024, 2, 1), ("outcome", "drawn"));
        test.Add(test.East, new DateOnly(2024, 2, 1), ("outcome", "won"));
        test.Add(test.East, new DateOnly(2024, 2, 1));
        static string Retire(string text) => text.Replace(", drawn: 和", ", drawn: {title: 和, retired: true}");

        var books = Open(KindsOfFigures.Load(Retire));
        ShouldStandBeside(books);
        Open(
            KindsOfFigures.Load(text =>
                Retire(text)
                    .Replace(
                        "on: opened_on, by: outcome, unit: 件, meaning: 收案的案件",
                        "on: opened_on, unit: 件, meaning: 收案的案件"
                    )
            )
        );
        test.Add(test.East, new DateOnly(2024, 2, 1), ("outcome", "won"));
        ShouldStandBeside(Open(KindsOfFigures.Load(Retire)), won: 2);

        void ShouldStandBeside(Core.Storage.Books opened, int won = 1)
        {
            var indicator = opened.Catalogue.Indicators[KindsOfFigures.Case + ".opened"];
            var book = new FigureReader(opened).Read(indicator, 2024, test.City.Id);
            book.Codes(indicator)
                .Select(code => (code.Code, book.Value(indicator, Period.Year(2024), code.Code).Value))
                .ShouldBe([("won", (decimal)won), ("lost", 0m), ("drawn", 1m)]);
            book.Value(indicator, Period.Year(2024), Categories.Unfilled).Value.ShouldBe(1);
            new TrialBalance(opened).Compare().Balanced.ShouldBeTrue();
        }
    }

    [Fact]
    public void TrialBalance_NamesACategoryThatWasTamperedWith()
    {
        test.Add(test.East, new DateOnly(2024, 2, 1), ("outcome", "drawn"), ("amount", "10"), ("people", "4"));
        test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(
                    connection,
                    "INSERT INTO cell_delta (indicator, month, unit_id, value) SELECT id, 202402, @unit, 2 FROM indicator WHERE key IN (@one, @two)",
                    new
                    {
                        one = KindsOfFigures.Case + ".opened#drawn",
                        two = KindsOfFigures.Case + ".mean:n",
                        unit = test.East.Id,
                    },
                    transaction
                )
        );

        new TrialBalance(test.Books)
            .Compare()
            .Differences.Where(one => !one.Total)
            .Select(one => (one.Indicator, one.Posted, one.Recomputed))
            .ShouldBe(
                [(KindsOfFigures.Case + ".opened#drawn", 3L, 1L), (KindsOfFigures.Case + ".mean:n", 3L, 1L)],
                ignoreOrder: true
            );
        new TrialBalance(test.Books).Rebuild();
        new TrialBalance(test.Books).Compare().Balanced.ShouldBeTrue();
    }

    private static string WithVersion(string text, string block)
    {
        var from = text.IndexOf("    where: people > 2\n", StringComparison.Ordinal);
        var earlier = text.IndexOf("      - {version: 1", StringComparison.Ordinal);
        return text[..from] + block + "\n" + text[earlier..];
    }

    private Core.Storage.Books Open(Core.Definitions.Catalogue catalogue) =>
        Core.Storage.Books.Apply(catalogue, test.Dialect, test.Clock, test.Actor("admin"));
}
