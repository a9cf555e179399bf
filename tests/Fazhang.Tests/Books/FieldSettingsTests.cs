using System.Data.Common;
using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>unique, visible, editable, sensitive and personal: enforced by the books, whatever the surface.</summary>
public sealed class FieldSettingsTests : IDisposable
{
    private readonly TestBooks test = EveryType.Open();

    private Actor Clerk => test.Actor("clerk");

    private Actor Head => test.Actor("head");

    public void Dispose() => test.Dispose();

    [Fact]
    public void Unique_NamesTheOtherRecord_ToThoseWhoMayReadIt()
    {
        var first = test.EnterEvery();

        var error = test.TryEnterEvery(Clerk, ("credit", "")).OneError();
        var stranger = test.TryEnterEvery(test.Actor("clerk", test.West), ("credit", ""), ("unit", test.West.Id.ToString()))
            .OneError();

        error.Field.ShouldBe("identity");
        error.Code.ShouldBe("unique");
        error.Message.ShouldContain($"“{first.Number}”已经是这个值");
        stranger.Message.ShouldContain("一条您不能查看的记录");
        stranger.Message.ShouldNotContain(first.Number!);
    }

    [Fact]
    public void Unique_Within_HoldsOnlyWhereTheSurroundingsAreTheSame()
    {
        test.EnterEvery(("identity", ""));

        test.TryEnterEvery(Head, ("identity", ""))
            .OneError()
            .Message.ShouldStartWith("“信用代码”在承办单位、统计月份相同的记录里不能重复");
        test.EnterEvery(("identity", ""), ("unit", test.West.Id.ToString()));
        test.EnterEvery(("identity", ""), ("opened_month", "2024-11"));
        test.EnterEvery(("identity", ""), ("opened_month", ""));
        test.EnterEvery(("identity", ""), ("opened_month", ""));
    }

    [Fact]
    public void Unique_ASaveThatKeepsItsOwnValue_IsNoRepetition_AndACorrectionIntoAnothersIs()
    {
        var first = test.EnterEvery();
        var second = test.EnterEvery(("identity", "11010519491231002X"), ("credit", ""));

        test.Correct(first, ("subject", "改名"));
        test.TryCorrect(second, Head, ("identity", (string)first["identity"]!)).OneError().Code.ShouldBe("unique");
    }

    [Fact]
    public void Unique_ManyAtOnce_ExactlyOneIsSaved_AndTheOthersAreToldWhich()
    {
        var results = new SaveResult[8];
        Together.Run(results.Length, i => results[i] = test.TryEnterEvery(Head, ("credit", "")));

        var saved = results.OfType<SaveResult.Saved>().ShouldHaveSingleItem().Record;
        foreach (var refused in results.Where(result => result is not SaveResult.Saved))
            refused.OneError().Message.ShouldContain(saved.Number!);
        test.Lists.Page(Head, saved.Register, new RecordQuery()).Records.ShouldHaveSingleItem();
        test.Figure("test.every.opened").ShouldBe(1);
    }

    [Fact]
    public void Unique_TheDatabaseItselfRefusesARepetition()
    {
        var record = test.EnterEvery();
        var other = test.EnterEvery(("identity", ""), ("credit", ""));

        var failure = Should.Throw<DbException>(() => test.Set(other, "identity", (string)record["identity"]!));

        test.Dialect.IsDuplicate(failure).ShouldBeTrue();
    }

    [Fact]
    public void Unique_AddedToBooksWithRepetitions_IsRefusedInWords()
    {
        test.EnterEvery(("identity", ""), ("credit", ""));
        test.EnterEvery(("identity", ""), ("credit", ""));
        var (stricter, _) = EveryType.With(
            (
                "subject: {title: 案名, type: text, required: true",
                "subject: {title: 案名, type: text, unique: true, required: true"
            )
        );

        Should
            .Throw<SchemaException>(() => Core.Storage.Books.Open(stricter!, test.Dialect, test.Clock))
            .Message.ShouldContain("“案名”（subject）要求不重复，但已有记录里有重复的值");
    }

    [Fact]
    public void Visible_ToARole_IsForNobodyElse_OnAnySurface()
    {
        var record = test.EnterEvery(("advice", "金丝雀意见"));
        var field = record.Register.Field("advice")!;

        new FieldWords(test.Books, Head).Of(record, field).ShouldBe("金丝雀意见");
        new FieldWords(test.Books, Clerk).Of(record, field).ShouldBe("");
        test.Lists.Page(Head, record.Register, new RecordQuery { Text = "金丝雀" }).Records.ShouldHaveSingleItem();
        test.Lists.Page(Clerk, record.Register, new RecordQuery { Text = "金丝雀" }).Records.ShouldBeEmpty();
        test.Lists.Page(Clerk, record.Register, new RecordQuery { Text = "海风" }).Records.ShouldHaveSingleItem();
        test.TryCorrect(record, Clerk, ("advice", "改")).OneError().Code.ShouldBe("forbidden");
        test.TryEnterEvery(Clerk, ("identity", ""), ("credit", ""), ("advice", "写")).OneError().Code.ShouldBe("forbidden");
    }

    [Fact]
    public void Visible_InAState_IsClosedBefore()
    {
        var record = test.EnterEvery();
        var field = record.Register.Field("verdict")!;
        test.TryEnterEvery(Head, ("identity", ""), ("credit", ""), ("verdict", "早"))
            .OneError()
            .Message.ShouldBe("“合议结果”在“办理中”环节不能由您填写。请联系有权限的人办理。");
        test.TryCorrect(record, Head, ("verdict", "早")).OneError().Code.ShouldBe("forbidden");

        var closed = test.Do(record, "close", ("closed_on", "2024-12-12"));
        var decided = test.Correct(closed, ("verdict", "同意"));

        new FieldWords(test.Books, Clerk).Of(decided, field).ShouldBe("同意");
        test.Set(decided, "state", "open");
        new FieldWords(test.Books, Clerk).Of(test.Records.Find(Clerk, decided.Register, decided.Id)!, field).ShouldBe("");
    }

    [Fact]
    public void Editable_HoldsForEntryCorrectionAndState()
    {
        test.TryEnterEvery(Clerk, ("basis", "举报")).OneError().Code.ShouldBe("forbidden");
        var record = test.EnterEvery(("basis", "举报"));
        new FieldWords(test.Books, Clerk)
            .Of(record, record.Register.Field("basis")!)
            .ShouldBe("举报", "seeing it is another matter");

        test.TryCorrect(record, Clerk, ("basis", "移送")).OneError().Code.ShouldBe("forbidden");
        record = test.Correct(record, ("basis", "移送"));
        var closed = test.Do(record, "close", ("closed_on", "2024-12-12"));
        test.TryCorrect(closed, Head, ("basis", "举报")).OneError().Code.ShouldBe("forbidden");
        test.TryCorrect(closed, Clerk, ("subject", "改名")).ShouldBeOfType<SaveResult.Saved>();
    }

    [Fact]
    public void Sensitive_ShowsNothing_AndIsNeitherFilteredNorCorrectedWithoutTheRight()
    {
        var record = test.EnterEvery(("score", "77"));
        var field = record.Register.Field("score")!;
        var high = new RecordQuery { Numbers = new Dictionary<string, (long?, long?)> { ["score"] = (70, null) } };

        new FieldWords(test.Books, Head).Of(record, field).ShouldBe("（不显示）", "even to those with the right, until they ask");
        new FieldWords(test.Books, Head).Of(record, field, revealed: true).ShouldBe("77");
        test.Lists.Page(Head, record.Register, high).Records.ShouldHaveSingleItem();
        test.Lists.Page(Clerk, record.Register, high).Records.ShouldBeEmpty();
        test.TryCorrect(record, Clerk, ("score", "1")).OneError().Code.ShouldBe("forbidden");
        RecordList.SortKeys(record.Register).ShouldNotContain("score");
    }

    [Fact]
    public void PersonalParts_AreMaskedEachInItsWay()
    {
        var record = test.EnterEvery(("identity", "11010519491231002X"));
        var words = new FieldWords(test.Books, Clerk);
        string Shown(string key) => words.Of(record, record.Register.Field(key)!);

        Shown("identity").ShouldBe("1101**********002X");
        Shown("phone").ShouldBe("138****8000");
        Shown("fees").ShouldContain("缴费人 王某某");
        Shown("fees").ShouldContain("金额 1,000 元");
        Shown("fees").ShouldNotContain("小明");
        test.TryCorrect(record, Clerk, ("fees", "")).OneError().Code.ShouldBe("forbidden", "half of it cannot be seen");
    }
}
