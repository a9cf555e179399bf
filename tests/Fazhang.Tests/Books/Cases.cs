using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Units;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Enters reconsideration cases as a clerk would, so that tests can speak of what they test.</summary>
internal static class Cases
{
    public const string Register = "reconsideration.case";

    public static Dictionary<string, string?> Application(
        TestBooks test,
        Unit? unit = null,
        DateOnly? on = null,
        string applicant = "王小明"
    ) =>
        TestBooks.Input(
            ("unit", (unit ?? test.City).Id.ToString()),
            ("applied_on", (on ?? test.Today).ToString("yyyy-MM-dd")),
            ("channel", "window"),
            ("applicant_kind", "citizen"),
            ("applicant", applicant),
            ("applicants", "1"),
            ("respondent", test.East.Id.ToString()),
            ("respondent_level", "department"),
            ("act", "penalty"),
            ("field", Field(test)),
            ("claim", "请求撤销行政处罚决定。")
        );

    public static Record Enter(
        this TestBooks test,
        Actor? actor = null,
        Unit? unit = null,
        DateOnly? on = null,
        string applicant = "王小明"
    ) =>
        test
            .Records.Create(actor ?? test.Actor("clerk"), test.Register(Register), Application(test, unit, on, applicant))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

    public static Record Do(this TestBooks test, Record record, string action, params (string Key, string? Value)[] input) =>
        test.TryDo(record, action, test.Actor("head"), input).ShouldBeOfType<SaveResult.Saved>().Record;

    public static SaveResult TryDo(
        this TestBooks test,
        Record record,
        string action,
        Actor actor,
        params (string Key, string? Value)[] input
    ) => test.Records.Act(actor, record.Register, record.Id, record.Version, action, TestBooks.Input(input), "测试理由");

    public static Record Accept(this TestBooks test, Record record, DateOnly? on = null) =>
        test.Do(
            record,
            "accept",
            ("accepted_on", (on ?? test.Today).ToString("yyyy-MM-dd")),
            ("procedure", "ordinary"),
            ("handler", "陈承办")
        );

    public static Record Mediate(this TestBooks test, Record record, DateOnly? on = null) =>
        test.Do(record, "mediate", ("closed_on", (on ?? test.Today).ToString("yyyy-MM-dd")));

    private static string Field(TestBooks test) => test.Register(Register).Field("field")!.Choices!.Items[0].Code;
}
