using Shouldly;

namespace Fazhang.Tests.Demo;

/// <summary>
/// The generated records add up to the published figures. Counted here by hand-written predicates, without the engine's
/// expressions and postings.
/// </summary>
public sealed class DemoTotalsTests
{
    private static readonly string[] Settled = ["mediated", "settled"];
    private static readonly string[] Corrected =
    [
        "changed",
        "revoked",
        "partly_revoked",
        "unlawful",
        "void",
        "ordered",
        "agreement_ordered",
    ];

    private static readonly Dictionary<string, Func<int, decimal>> Counted = new()
    {
        ["reconsideration.case.received"] = year => Dalian.In(year, "reconsideration.case", "applied_on").Count(),
        ["reconsideration.case.closed"] = year => Dalian.In(year, "reconsideration.case", "closed_on").Count(),
        ["reconsideration.case.mediated"] = year => ClosedAs(year, Settled),
        ["reconsideration.case.corrected"] = year => ClosedAs(year, Corrected),
        ["reconsideration.case.mediation_rate"] = year => Rate(ClosedAs(year, Settled), Closed(year)),
        ["reconsideration.case.correction_rate"] = year => Rate(ClosedAs(year, Corrected), Closed(year)),
        ["mediation.case.succeeded"] = Succeeded,
        ["mediation.case.success_rate"] = year => Rate(Succeeded(year), Dalian.In(year, "mediation.case", "closed_on").Count()),
        ["aid.case.accepted"] = year => Dalian.In(year, "aid.case", "accepted_on").Count(),
        ["hotline.consultation.answered"] = year =>
            Dalian.In(year, "hotline.consultation", "answered_on").Sum(record => record.Number("people")),
        ["document.normative.in_force"] = year =>
            Dalian.Records("document.normative").Count(record => InForce(record, new DateOnly(year, 12, 31))),
        ["document.normative.filed"] = year => Dalian.In(year, "document.normative", "filed_on").Count(),
        ["document.normative.amended"] = year => Dalian.In(year, "document.normative", "amended_on").Count(),
        ["document.normative.repealed"] = year =>
            Dalian.In(year, "document.normative", "ended_on").Count(record => record.Code("ending") == "repealed"),
        ["enforcement.leniency_return.cases"] = year => Approved(year).Sum(record => record.Number("cases")),
        ["enforcement.leniency_return.amount"] = year => Approved(year).Sum(record => record.Number("amount")) / 100m,
    };

    public static TheoryData<string, int> Published =>
        [.. Dalian.Place.Published.Select(figure => new TheoryDataRow<string, int>(figure.Indicator, figure.Year))];

    [Theory]
    [MemberData(nameof(Published))]
    public void Records_Generated_AddUpToThePublishedFigure(string indicator, int year)
    {
        var figure = Dalian.Place.Published.Single(one => one.Indicator == indicator && one.Year == year);

        var counted = Counted[indicator](year);

        Math.Round(counted, figure.Decimals, MidpointRounding.AwayFromZero).ShouldBe(figure.Value);
    }

    [Fact]
    public void SuccessRate_Truncated_IsStillTheWholePercentageInPrint()
    {
        var rate = Counted["mediation.case.success_rate"](2024);

        decimal.Truncate(rate).ShouldBe(98);
        decimal.Truncate(rate * 10).ShouldBe(980);
    }

    [Fact]
    public void Received_OverLastYear_GrowsByTheStatedPercentage()
    {
        var growth = (Counted["reconsideration.case.received"](2024) / Counted["reconsideration.case.received"](2023) - 1) * 100;

        Math.Round(growth, 1, MidpointRounding.AwayFromZero).ShouldBe(34.0m);
    }

    [Fact]
    public void OpenCases_AtYearEnd_AreMostlyWithinTheirLimits()
    {
        var today = Dalian.Place.Today;
        var open = Dalian
            .Records("reconsideration.case")
            .Where(record => record.Date("accepted_on") is not null && record.Date("closed_on") is null)
            .ToList();

        var late = open.Where(record =>
                record.Code("state") != "suspended" && record.Date("accepted_on")!.Value.AddDays(Limit(record) + 7) < today
            )
            .ToList();

        open.Count.ShouldBe(308);
        open.Count(record => record.Code("state") == "suspended").ShouldBe(34);
        late.Count.ShouldBeInRange(0, 5);
    }

    [Fact]
    public void Records_OfTheYearBefore_ExistWhereTheyAreCompared()
    {
        Dalian.In(2023, "aid.case", "accepted_on").Count().ShouldBe(2048);
        Approved(2023).Sum(record => record.Number("cases")).ShouldBe(1_652_000);
        Dalian.In(2023, "mediation.case", "accepted_on").ShouldBeEmpty();
        Dalian.In(2023, "hotline.consultation", "answered_on").ShouldBeEmpty();
    }

    private static int Limit(DemoRecord record) =>
        record.Code("procedure") == "summary" ? 30
        : record.Date("extended_on") is not null ? 90
        : 60;

    private static decimal Closed(int year) => Dalian.In(year, "reconsideration.case", "closed_on").Count();

    private static decimal ClosedAs(int year, string[] outcomes) =>
        Dalian.In(year, "reconsideration.case", "closed_on").Count(record => outcomes.Contains(record.Code("outcome")));

    private static decimal Succeeded(int year) =>
        Dalian.In(year, "mediation.case", "closed_on").Count(record => record.Code("outcome") is "written" or "oral");

    private static IEnumerable<DemoRecord> Approved(int year) =>
        Dalian.In(year, "enforcement.leniency_return", "period").Where(record => record.Date("approved_on") is not null);

    private static bool InForce(DemoRecord record, DateOnly day) =>
        record.Date("effective_on") <= day && (record.Date("ended_on") is not { } ended || ended > day);

    private static decimal Rate(decimal part, decimal whole) => part / whole * 100;
}
