using Fazhang.Core.Access;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Units that are founded, renamed, moved and merged while the books are in use: figures follow the tree, nothing is lost.</summary>
public sealed class UnitChangesTests : IDisposable
{
    private const string Opened = KindsOfFigures.Case + ".opened";

    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    private UnitChanges Changes => new(test.Books);

    [Fact]
    public void AMergerDuringTheYear_TakesRecordsAndFiguresAlong_AndLeavesWhatWasPublished()
    {
        test.Add(test.Town, new DateOnly(2023, 5, 1));
        test.Add(test.East, new DateOnly(2023, 5, 2));
        var closings = new Closings(test.Books);
        var closing = closings
            .Close(test.Actor("head"), test.City, Period.Year(2023), null)
            .ShouldBeOfType<ClosingResult.Done>()
            .Id;
        test.Add(test.Town, new DateOnly(2024, 3, 1));
        test.Books.Fold();
        test.Add(test.West, new DateOnly(2024, 4, 1));
        var merged = File().Select(unit => unit.Code == "21020201" ? unit with { ParentCode = "210203" } : unit).ToList();

        Changes.Plan(merged).Changes.ShouldBe(["“甲区东街司法所”由甲区移到“乙区”之下，它和下级的记录、数字随之"]);
        test.Figure(Opened, test.West).ShouldBe(1, "a plan changes nothing");
        Changes.Apply(test.Actor("admin"), merged, "机构改革方案第三条").Refused.ShouldBeEmpty();

        test.West.Contains(test.Town).ShouldBeTrue();
        test.Add(test.Town, new DateOnly(2024, 6, 1));
        (test.Figure(Opened, test.West), test.Figure(Opened, test.East), test.Figure(Opened)).ShouldBe((3, 0, 3));
        Published(test.East).ShouldBe(2, "what was published stays");
        Published(test.City).ShouldBe(2);
        closings
            .Differences(closings.Find(closing)!)
            .Where(one => one.Published.Indicator == Opened && one.Published.Code is null)
            .Select(one => (one.Published.UnitId, one.Published.Value.Value, one.Now.Value))
            .ShouldBe([(test.East.Id, 2m, 1m), (test.West.Id, 0m, 1m)], ignoreOrder: true);
        test.Lists.Page(test.Actor("clerk", test.East), test.Register(KindsOfFigures.Case), new RecordQuery())
            .Records.ShouldHaveSingleItem("the right of the old district does not reach it any more");
        var entry = test.Books.Read(connection =>
            Dapper.SqlMapper.QuerySingle<(string Reason, string After)>(
                connection,
                "SELECT reason, after FROM journal WHERE action = 'units'"
            )
        );
        entry.Reason.ShouldBe("机构改革方案第三条");
        entry.After.ShouldContain("由甲区移到");
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
        BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
        Changes.Apply(test.Actor("admin"), merged, "再来一次").Changes.ShouldBeEmpty();

        decimal? Published(Unit unit) =>
            closings
                .Published(Opened, unit.Id, 2022, 2024)
                .Find(test.Books.Catalogue.Indicators[Opened], Period.Year(2023), null)
                ?.Value.Value;
    }

    [Fact]
    public void NewUnitsAndNames_AreThereAtOnce()
    {
        var file = File().Select(unit => unit.Code == "210203" ? unit with { Name = "乙新区", Abbr = "乙新" } : unit).ToList();
        file.Add(new("210204", "丙区", "丙", "district", "2102"));

        Changes
            .Apply(test.Actor("admin"), file, "批复")
            .Changes.ShouldBe([
                "“乙区”（210203）改称“乙新区”",
                "“乙新区”的简称由“乙”改为“乙新”，以后的编号用新的",
                "新增“丙区”（210204），在“示范市”之下",
            ]);

        test.West.Name.ShouldBe("乙新区");
        var third = test.Books.Units.Find("210204")!;
        test.Add(third, new DateOnly(2024, 6, 1));
        (test.Figure(Opened, third), test.Figure(Opened)).ShouldBe((1, 1));
    }

    [Fact]
    public void AUnitThatIsLeftOut_IsRefused_AndNothingIsDone()
    {
        var file = File().Where(unit => unit.Code != "21020201").Append(new("210204", "丙区", "丙", "district", "2102")).ToList();

        Changes
            .Apply(test.Actor("admin"), file, "撤销")
            .Refused.ShouldHaveSingleItem()
            .ShouldBe(
                "文件里没有“甲区东街司法所”（21020201）：单位不能删去。并入别的单位的，照旧列出，把 parent 写成接收的单位。"
            );

        test.Books.Units.All.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AnyTree_AnyTime_FiguresAreThoseOfTheRecordsBelow(int seed)
    {
        var random = new Random(seed);
        var behind = new RecordsBehind(test, test.Actor("clerk"));
        var file = File();
        for (var i = 0; i < 4; i++)
            file.Add(new($"3{i}", $"单位{i}", $"单{i}", "office", "2102"));
        for (var round = 0; round < 8; round++)
        {
            // Parents stand before their children, in whatever order: each lies under one before it.
            for (var i = 1; i < file.Count; i++)
                if (random.Next(2) == 0)
                    file[i] = file[i] with { ParentCode = file[random.Next(i)].Code };
            Changes.Apply(test.Actor("admin"), file, "调整").Refused.ShouldBeEmpty();
            foreach (var unit in test.Books.Units.All)
                for (var i = random.Next(3); i > 0; i--)
                    test.Add(
                        unit,
                        new DateOnly(2023 + random.Next(2), random.Next(1, 13), 5),
                        ("people", "3"),
                        ("amount", $"{i}.50")
                    );
            if (random.Next(2) == 0)
                test.Books.Fold();
            foreach (var unit in test.Books.Units.All)
            foreach (var name in new[] { "opened", "mean", "open", "held" })
            {
                var indicator = test.Books.Catalogue.Indicators[$"{KindsOfFigures.Case}.{name}"];
                var book = test.Figures.Read(2024, unit.Id);
                behind.Compare(book, new FigureCell(indicator, unit.Id, Period.Year(2024)));
            }
        }
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    private List<UnitInput> File() =>
        [
            .. test.Books.Units.All.Select(unit => new UnitInput(
                unit.Code,
                unit.Name,
                unit.Abbr,
                unit.Kind,
                unit.ParentId is { } id ? test.Books.Units.Find(id)!.Code : null
            )),
        ];
}
