using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Core.Figures;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Every type through the books: stored, read, journaled, imported, filtered, counted.</summary>
public sealed class FieldStorageTests : IDisposable
{
    private readonly TestBooks test = EveryType.Open();

    public void Dispose() => test.Dispose();

    [Fact]
    public void EveryValue_SavedAndRead_IsTheSame_AndSoIsTheJournals()
    {
        var party = test.Party("赵某某");
        var handler = test.AddAccount("chen", "陈承办");
        var saved = test.EnterEvery(
            ("party", party.Number),
            ("handler", "陈承办"),
            ("score", "7"),
            ("advice", "慎重"),
            ("basis", "举报")
        );

        var found = test.Records.Find(test.Actor("head"), saved.Register, saved.Id)!;
        var entry = test.Records.History(found)[0];

        found.Values.ShouldBe(saved.Values);
        found["party"].ShouldBe(party.Id);
        found["handler"].ShouldBe(handler);
        found["rate"].ShouldBe(38501L);
        found["heard_at"].ShouldBe("2024-12-10T09:30");
        foreach (var field in saved.Register.Fields.Where(field => saved.Values[field.Slot] is not null))
            entry.After[field.Key].ShouldBe(saved.Values[field.Slot], field.Key);
        foreach (var field in saved.Register.Fields.Where(field => field.Type.Name is not ("attachment") && !field.BuiltIn))
            if (field.Key is not ("verdict" or "closed_on"))
                saved.Values[field.Slot].ShouldNotBeNull(field.Key);
    }

    [Fact]
    public void ComputedFields_FollowTheOthersAtEachSave()
    {
        var record = test.EnterEvery();
        record["fee_sum"].ShouldBe(130025L);
        record["per_head"].ShouldBe(325063L, "1300.25 / 4 = 325.0625, half-up to three decimals");
        record["lines"].ShouldBe(2L);
        record["heard_on"].ShouldBe(new DateOnly(2024, 12, 10));
        record["big"].ShouldBe(true);
        test.Figure("test.every.fees").ShouldBe(1300.25m);

        var corrected = test.Correct(record, ("fees", """[{"item":"受理费","paid":"50"}]"""), ("heads", ""), ("heard_at", ""));

        corrected["fee_sum"].ShouldBe(5000L);
        corrected["per_head"].ShouldBeNull("nothing to divide by");
        corrected["heard_on"].ShouldBeNull();
        corrected["big"].ShouldBe(false);
        test.Figure("test.every.fees").ShouldBe(50);
        test.Figure("test.every.heard").ShouldBe(0);
    }

    [Fact]
    public void ComputedField_CannotBeFilledIn()
    {
        var record = test.EnterEvery(("fee_sum", "9"));
        record["fee_sum"].ShouldBe(130025L);

        test.TryCorrect(record, test.Actor("head"), ("fee_sum", "9")).OneError().Code.ShouldBe("unchanged");
    }

    [Fact]
    public void Figures_OfLevelsSeveralChoicesAndDecimals_AgreeWithTheirRecords()
    {
        test.EnterEvery(("identity", ""), ("credit", ""));
        test.EnterEvery(("identity", ""), ("credit", ""), ("cause", "debt"), ("tags", "labour"));
        test.EnterEvery(("identity", ""), ("credit", ""), ("cause", "labour"), ("tags", "support"));
        test.EnterEvery(("identity", ""), ("credit", ""), ("cause", ""), ("tags", ""), ("fees", ""), ("rate", ""));

        test.Figure("test.every.civil").ShouldBe(2);
        test.Figure("test.every.family").ShouldBe(2);
        test.Figure("test.every.rates").ShouldBe(3.8501m * 3);
        foreach (var indicator in test.Register(EveryType.Register).Indicators)
        {
            var cell = new FigureCell(indicator, test.City.Id, Period.Year(2024));
            var behind = test.Lists.Page(
                test.Actor("head"),
                test.Register(EveryType.Register),
                new RecordQuery { Behind = cell }
            );
            if (indicator.Kind == IndicatorKind.Count)
                behind.Records.Count.ShouldBe((int)test.Figure(indicator.Key)!, indicator.Key);
        }
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
    }

    [Fact]
    public void Filters_UnderstandEveryType()
    {
        var party = test.Party("钱某某");
        var handler = test.AddAccount("chen", "陈承办");
        var one = test.EnterEvery(("party", party.Number), ("handler", handler.ToString()));
        var other = test.EnterEvery(
            ("identity", ""),
            ("credit", ""),
            ("rate", "1"),
            ("cause", "labour"),
            ("tags", "support"),
            ("court", ""),
            ("urgent", "false"),
            ("heard_at", "2024-12-11 00:00"),
            ("amount", "1"),
            ("fees", "")
        );
        List<long> By(string key, string value) =>
            Find(new RecordQuery { Choices = new Dictionary<string, string> { [key] = value } });
        List<long> Days(string key, DateOnly? from, DateOnly? to) =>
            Find(new RecordQuery { Dates = new Dictionary<string, (DateOnly?, DateOnly?)> { [key] = (from, to) } });
        List<long> Numbers(string key, long? from, long? to) =>
            Find(new RecordQuery { Numbers = new Dictionary<string, (long?, long?)> { [key] = (from, to) } });

        By("cause", "divorce").ShouldBe([one.Id]);
        By("cause", "civil").ShouldBe([one.Id]);
        By("cause", "civ").ShouldBeEmpty();
        By("tags", "debt").ShouldBe([one.Id]);
        By("tags", "family").ShouldBe([other.Id, one.Id]);
        By("tags", "deb").ShouldBeEmpty("a code is found whole");
        By("urgent", "false").ShouldBe([other.Id]);
        By("court", test.West.Id.ToString()).ShouldBe([one.Id]);
        By("handler", handler.ToString()).ShouldBe([one.Id]);
        By("party", "#" + party.Id).ShouldBe([one.Id]);
        By("party", "' OR 1=1").ShouldBeEmpty();
        By("big", "true").ShouldBe([one.Id]);
        Days("heard_at", new(2024, 12, 10), new(2024, 12, 10)).ShouldBe([one.Id]);
        Days("heard_at", new(2024, 12, 11), null).ShouldBe([other.Id], "midnight belongs to the day that begins");
        Days("heard_on", null, new(2024, 12, 10)).ShouldBe([one.Id]);
        Numbers("rate", 10001, null).ShouldBe([one.Id]);
        Numbers("rate", 10000, 10000).ShouldBe([other.Id]);
        Numbers("fee_sum", 0, 0).ShouldBe([other.Id]);

        List<long> Find(RecordQuery query) =>
            [.. test.Lists.Page(test.Actor("head"), one.Register, query).Records.Select(record => record.Id)];
    }

    [Fact]
    public void Import_TakesEveryType_AndChecksWhatAFormChecks()
    {
        var register = test.Register(EveryType.Register);
        var party = test.Party("孙某某");
        var values = (object?[])test.EnterEvery(("party", party.Number)).Values.Clone();
        object?[] Row(params (string Key, object? Value)[] changes)
        {
            var row = (object?[])values.Clone();
            row[FieldDefinition.NumberSlot] = null;
            foreach (var (key, value) in changes.Prepend(("identity", null)).Prepend(("credit", null)).Prepend(("fee_sum", 1L)))
                row[register.Field(key)!.Slot] = value;
            return row;
        }
        string Fails(string name, params object?[][] rows) =>
            Should
                .Throw<ImportException>(() => new Importer(test.Books).Import(Actor.System("导入"), register, name, rows))
                .Message;

        new Importer(test.Books).Import(Actor.System("导入"), register, "right", [Row(), Row()]).ShouldBe(2);
        test.Figure("test.every.fees").ShouldBe(1300.25m * 3, "computed anew, whatever the file says");

        Fails("a", Row(), Row(("identity", "1"))).ShouldContain("第 2 行 “公民身份号码”");
        Fails("b", Row(("cause", "barter"))).ShouldContain("已停用");
        Fails("c", Row(("party", 999L))).ShouldContain("不存在");
        Fails("d", Row(), Row(("identity", EveryType.Identity[..17] + "4"))).ShouldContain("“公民身份号码”");
        Fails("e", Row(("identity", values[register.Field("identity")!.Slot]))).ShouldContain("不能重复");
        Fails("f", Row(("identity", "11010519491231002X")), Row(("identity", "11010519491231002X")))
            .ShouldContain("第 2 行 “公民身份号码”不能重复");
        Fails("g", Row(("fees", "[{\"item\":\"费\",\"paid\":-1}]"))).ShouldContain("第 1 行“金额”不能小于 0 元");
        Fails("h", Row(("files", "[{\"sha256\":\"" + new string('0', 64) + "\",\"name\":\"a.pdf\",\"size\":1}]")))
            .ShouldContain("没有内容");
        test.Lists.Page(test.Actor("head"), register, new RecordQuery())
            .Records.Count.ShouldBe(3, "a refused batch leaves nothing");
    }

    [Fact]
    public void Rows_AreCheckedLineByLine()
    {
        string Says(string fees) => test.TryEnterEvery(test.Actor("head"), ("fees", fees)).OneError().Message;

        Says("""[{"item":"费"}]""").ShouldBe("“费用”第 1 行“金额”没有填写。请填写，或删去这一行。");
        Says("""[{"item":"费","paid":"-5"}]""").ShouldContain("第 1 行“金额”不能小于");
        Says("""[{"item":"费","paid":"1","kind":"barter"}]""").ShouldContain("已停用");
        Says("[" + string.Join(',', Enumerable.Repeat("""{"item":"费","paid":"1"}""", 6)) + "]").ShouldContain("最多 5 行");
        test.EnterEvery(("fees", """[{"item":"费","paid":"1"},{},{"item":" "}]"""))["lines"]
            .ShouldBe(1L, "blank lines do not count");
    }

    [Fact]
    public void Rows_ChangeInTheJournal_IsBeforeAndAfter()
    {
        var record = test.EnterEvery();

        test.Correct(record, ("fees", """[{"item":"公告费","paid":"300.25"}]"""));

        var entry = test.Records.History(record)[^1];
        entry.Before["fees"].ShouldBe(record["fees"]);
        ((string)entry.After["fees"]!).ShouldBe("""[{"item":"公告费","paid":30025}]""");
    }

    [Fact]
    public void RetiredCode_StaysOnOldRecords_AndCannotBeChosenAnew()
    {
        var register = test.Register(EveryType.Register);
        test.TryEnterEvery(test.Actor("head"), ("cause", "barter"))
            .OneError()
            .Message.ShouldBe("“案由”的“易货”已停用，不能再选。请改选现行的一项。");
        test.TryEnterEvery(test.Actor("head"), ("cause", "duty"))
            .OneError()
            .Message.ShouldContain("已停用", Case.Sensitive, "a retired code retires those below it");
        test.TryEnterEvery(test.Actor("head"), ("tags", "debt,barter")).OneError().Message.ShouldContain("易货");
        var old = test.EnterEvery();
        test.Set(old, "cause", "barter");
        test.Set(old, "tags", "barter,labour");

        var now = test.Records.Find(test.Actor("head"), register, old.Id)!;
        var kept = test.Correct(now, ("subject", "改名"), ("cause", "barter"), ("tags", "barter,debt"));

        new FieldWords(test.Books, test.Actor("head")).Of(kept, register.Field("cause")!).ShouldBe("易货");
        kept["tags"].ShouldBe("debt,barter");
        test.TryCorrect(kept, test.Actor("head"), ("cause", "duty")).OneError().Code.ShouldBe("choice");
    }

    [Fact]
    public void Reference_TakesOnlyWhatTheActorMayRead_AndIsSeenFromBothSides()
    {
        var near = test.Party("李某某", test.East);
        var far = test.Party("周某某", test.West);
        var clerk = test.Actor("clerk", test.East);

        test.TryEnterEvery(clerk, ("party", far.Number)).OneError().Message.ShouldContain("没有编号为");
        test.TryEnterEvery(clerk, ("party", "#" + far.Id)).OneError().Message.ShouldContain("不在您能查看的范围内");
        test.TryEnterEvery(clerk, ("party", "#99")).OneError().Code.ShouldBe("record");
        var record = test.TryEnterEvery(clerk, ("party", near.Number)).ShouldBeOfType<SaveResult.Saved>().Record;

        var field = record.Register.Field("party")!;
        new FieldWords(test.Books, clerk)
            .Of(record, field)
            .ShouldBe($"{near.Number}，李某某", "the name is masked as its own register masks it");
        new FieldWords(test.Books, test.Actor("clerk", test.West)).Of(record, field).ShouldBe("（您不能查看的记录）");
        test.Records.FindAll(clerk, near.Register, [near.Id, far.Id, 99]).Keys.ShouldBe([near.Id]);
        var links = RecordLinks.To(test.Books, clerk, near).ShouldHaveSingleItem();
        links.Records.ShouldHaveSingleItem().Id.ShouldBe(record.Id);
        RecordLinks.To(test.Books, test.Actor("clerk", test.West), near).ShouldBeEmpty();
    }

    [Fact]
    public void User_IsReadByNameOrLogin_AndADisabledOneIsNotTakenAnew()
    {
        var chen = test.AddAccount("chen", "陈承办");
        test.AddAccount("wang1", "王同名");
        test.AddAccount("wang2", "王同名");
        test.TryEnterEvery(test.Actor("head"), ("handler", "王同名")).OneError().Message.ShouldContain("有多个人员");
        test.TryEnterEvery(test.Actor("head"), ("handler", "99")).OneError().Message.ShouldContain("不存在或已停用");
        var record = test.EnterEvery(("handler", "chen"));
        record["handler"].ShouldBe(chen);

        test.Execute("UPDATE account SET disabled = 1 WHERE login = 'chen'");

        test.Correct(record, ("subject", "改名"))["handler"].ShouldBe(chen, "who did the work stays");
        new FieldWords(test.Books, test.Actor("head")).Of(record, record.Register.Field("handler")!).ShouldBe("陈承办");
        test.TryEnterEvery(test.Actor("head"), ("identity", ""), ("credit", ""), ("handler", chen.ToString()))
            .OneError()
            .Code.ShouldBe("user");
    }

    [Fact]
    public void Books_OpenedAgain_HaveNothingToAdd()
    {
        test.EnterEvery();

        Core.Storage.Books.Open(EveryType.Catalogue, test.Dialect, test.Clock).Changes.ShouldBeEmpty();
    }
}
