using System.Text;
using Fazhang.Core.Fields;
using Fazhang.Core.Records;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Every type of field on the pages, as a browser without script uses them.</summary>
public sealed class FieldPageTests : IAsyncLifetime
{
    private const string List = "/r/test.every";
    private const string New = List + "/new";

    private SiteUnderTest site = null!;
    private Browser head = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteUnderTest.StartAsync(EveryType.Catalogue);
        head = await site.SignedInAsync("head");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task EveryWidget_SendsWhatWasChosen_AndThePageShowsIt()
    {
        var party = site.Test.Party("赵小明");
        var page = await head.GetAsync(New);

        var saved = await head.SaveAsync(
            page,
            New,
            [
                .. Plain(),
                ("f.party", party.Number!),
                ("f.tags.debt", "1"),
                ("f.tags.divorce", "1"),
                ("f.fees.0.item", "受理费"),
                ("f.fees.0.paid", "1000"),
                ("f.fees.0.payer", "王小明"),
            ]
        );

        saved.Words.ShouldContain("涉及 借贷、离婚");
        saved.Words.ShouldContain("开庭时间 2024-12-10 09:30");
        saved.Words.ShouldContain("发生地 210202 辽宁省大连市中山区");
        saved.Words.ShouldContain("费用合计 1,000 元");
        saved.One("table.inner tbody").TextContent.ShouldContain("王某某");
        saved.Text.ShouldNotContain("王小明");
        saved.One($"a[href='/r/test.party/{party.Id}']").TextContent.ShouldContain("赵某某");
        var back = await head.GetAsync($"/r/test.party/{party.Id}");
        back.Words.ShouldContain("引用这条记录的各类字段 · 当事人");
    }

    [Fact]
    public async Task Lines_AreAddedAndTakenAwayWithoutScript_AndNothingIsSavedMeanwhile()
    {
        var page = await head.GetAsync(New);
        page.All("fieldset.rows tbody tr").Count().ShouldBe(1);

        page = await head.SubmitAsync(
            page,
            New,
            [.. Plain(), ("f.tags.debt", "1"), ("f.fees.0.item", "第一"), ("f.fees.0.paid", "一百"), ("rows-add", "fees")]
        );
        page.Status.ShouldBe(200);
        page.All("fieldset.rows tbody tr").Count().ShouldBe(2);
        page.One("[name='f.fees.0.paid']").GetAttribute("value").ShouldBe("一百", "what was typed stays, also when it is wrong");
        page.One("#f-subject").GetAttribute("value").ShouldBe("海风商贸借款案");
        page.All("[name='f.tags.debt'][checked]").Count().ShouldBe(1);
        page = await head.SubmitAsync(page, New, ("f.fees.1.item", "第二"), ("f.fees.1.paid", "2"), ("rows-remove", "fees.0"));
        page.All("fieldset.rows tbody tr").Count().ShouldBe(1);
        (await head.GetAsync(List)).All(".records tbody tr").ShouldBeEmpty();

        var saved = await head.SaveAsync(page, New);
        saved.One("table.inner tbody").TextContent.ShouldContain("第二");
        (await head.GetAsync(List)).All(".records tbody tr").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Form_PressesSaveOnEnter_NotTheButtonOfALine() =>
        (await head.GetAsync(New)).All("form.edit button").First().GetAttribute("name").ShouldBeNull();

    [Fact]
    public async Task Boxes_AllUnticked_EmptyTheField()
    {
        var record = site.Test.EnterEvery();
        var address = $"{List}/{record.Id}/correct";
        var fields = Browser
            .FormOf(await head.GetAsync(address), address)
            .Where(field => field.Key != "reason" && !field.Key.StartsWith("f.tags.", StringComparison.Ordinal))
            .Append(new("reason", "没有涉及"))
            .Select(field => (field.Key, field.Value));

        (await head.PostAsync(address, [.. fields])).Status.ShouldBe(302);

        Now(record)["tags"].ShouldBeNull();
    }

    [Fact]
    public async Task RetiredCode_IsOfferedOnlyWhereItStands()
    {
        var record = site.Test.EnterEvery();
        site.Test.Set(record, "cause", "barter");
        site.Test.Set(record, "tags", "barter");

        var fresh = await head.GetAsync(New);
        var old = await head.GetAsync($"{List}/{record.Id}/correct");

        fresh.All("#f-cause option[value=barter], [name='f.tags.barter']").ShouldBeEmpty();
        old.One("#f-cause option[selected]").TextContent.ShouldContain("易货（已停用）");
        old.All("[name='f.tags.barter'][checked]").Count().ShouldBe(1);
        (await head.GetAsync($"{List}/{record.Id}")).Words.ShouldContain("案由 易货");
    }

    [Fact]
    public async Task File_IsUploadedWithTheRecord_AndServedAsADownload()
    {
        var record = await UploadAsync("裁定 书.pdf", "f.files");

        var page = await head.GetAsync(record);
        var file = await head.GetAsync(page.One("a[href*='/files/files/']").GetAttribute("href")!);

        file.Status.ShouldBe(200);
        file.Type.ShouldBe("application/pdf");
        file.Header("X-Content-Type-Options").ShouldBe("nosniff");
        file.Header("Content-Disposition")!.ShouldStartWith("attachment");
        file.Header("Content-Disposition")!.ShouldContain(Uri.EscapeDataString("裁定 书.pdf"));
        file.Header("Content-Security-Policy").ShouldNotBeNull();
        file.Text.ShouldStartWith("%PDF-1.7");
    }

    [Fact]
    public async Task File_IsOnlyForThoseWhoMayReadTheRecord()
    {
        var record = await UploadAsync("裁定书.pdf", "f.files");
        var address = (await head.GetAsync(record)).One("a[href*='/files/files/']").GetAttribute("href")!;
        site.AddAccount("west", "clerk", site.Test.West);

        (await (await site.SignedInAsync("west")).GetAsync(address)).Status.ShouldBe(404);
        (await (await site.SignedInAsync("clerk")).GetAsync(address)).Status.ShouldBe(200);
        (await site.Browser().GetAsync(address)).Status.ShouldBe(302);
        (await head.GetAsync(address.Replace("/files/files/", "/files/story/"))).Status.ShouldBe(404);
        (await head.GetAsync(address[..^1] + (address[^1] == '0' ? '1' : '0'))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task PersonalFile_IsMasked_OpenedOnlyWithTheRight_AndTheLookIsJournaled()
    {
        var record = await UploadAsync("欧阳金丝雀.pdf", "f.secret_file");
        var page = await head.GetAsync(record);
        page.Text.ShouldNotContain("金丝雀");
        var revealed = await head.SubmitAsync(page, record + "/personal");
        var address = revealed.One("a[href*='/files/secret_file/']").GetAttribute("href")!;
        var clerk = await site.SignedInAsync("clerk");
        int Looks(Answer answer) => answer.All(".history li").Count(entry => entry.TextContent.Contains("查看个人信息"));
        var before = Looks(await head.GetAsync(record));

        var refused = await clerk.GetAsync(address);
        refused.Status.ShouldBe(403);
        refused.Text.ShouldNotContain("金丝雀");
        (await head.GetAsync(address)).Status.ShouldBe(200);

        Looks(await head.GetAsync(record)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task RefusedForm_SaysThatTheFilesMustBeChosenAgain()
    {
        var answer = await head.UploadAsync(
            await head.GetAsync(New),
            New,
            [("f.files", "裁定书.pdf", AttachmentTests.Pdf)],
            [.. Plain(), ("f.subject", "")]
        );

        answer.Status.ShouldBe(422);
        answer.One("#e-files").TextContent.ShouldContain("文件“裁定书.pdf”还没有保存：请再选一次。");
    }

    [Fact]
    public async Task SessionThatRanOut_DoesNotSaveWithoutTheFiles()
    {
        var form = await head.GetAsync(New);
        var late = site.Browser();

        var expired = await late.UploadAsync(form, New, [("f.files", "裁定书.pdf", AttachmentTests.Pdf)], Plain());
        var resumed = await late.SubmitAsync(expired, "/login", ("login", "head"), ("password", SiteUnderTest.Password));
        var answer = await late.SubmitAsync(resumed, New);

        answer.Status.ShouldBe(422, answer.Words);
        answer.One("#e-files").TextContent.ShouldContain("请重新选择");
        answer.One("#f-subject").GetAttribute("value").ShouldBe("海风商贸借款案");
        (await head.GetAsync(List)).All(".records tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task LargeFile_IsAnsweredInTheForm()
    {
        var large = new byte[Attachments.LargestFile + 1];
        AttachmentTests.Pdf.CopyTo(large, 0);

        var answer = await head.UploadAsync(await head.GetAsync(New), New, [("f.files", "大.pdf", large)], Plain());

        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("“大.pdf”超过 20 MB。请压缩或拆分后再上传。");
    }

    [Fact]
    public async Task Conflict_WithFiles_SaysThatTheyAreNotSaved()
    {
        var record = site.Test.EnterEvery();
        var address = $"{List}/{record.Id}/correct";
        var form = await head.GetAsync(address);
        site.Test.Correct(record, ("story", "别人先改了"));

        var answer = await head.UploadAsync(
            form,
            address,
            [("f.files", "裁定书.pdf", AttachmentTests.Pdf)],
            ("f.subject", "我也改了"),
            ("reason", "补材料")
        );

        answer.Status.ShouldBe(409);
        answer.Words.ShouldContain("您选的文件没有保存：裁定书.pdf");
    }

    [Fact]
    public async Task FieldForOneRole_AppearsNowhereForTheOthers()
    {
        var record = site.Test.EnterEvery(("advice", "金丝雀意见"), ("score", "77777"), ("basis", "举报"));
        var changed = site.Test.Correct(record, ("advice", "金丝雀改后"), ("score", "88888"));
        var clerk = await site.SignedInAsync("clerk");
        var page = $"{List}/{record.Id}";

        foreach (
            var address in new[] { "/", List, page, page + "/correct", page + "/act/close", "/search?q=海风", List + "?q=海风" }
        )
        {
            var answer = await clerk.GetAsync(address);
            answer.Status.ShouldBe(200, address);
            answer.Text.ShouldNotContain("金丝雀", Case.Sensitive, address);
            answer.Text.ShouldNotContain("77777", Case.Sensitive, address);
            answer.Text.ShouldNotContain("88888", Case.Sensitive, address);
            answer.Words.ShouldNotContain("内部意见", Case.Sensitive, address);
        }
        (await clerk.GetAsync(List + "?q=" + Uri.EscapeDataString("金丝雀"))).All(".records tbody tr").ShouldBeEmpty();
        (await clerk.GetAsync(List + "?n.score.from=1")).All(".records tbody tr").ShouldBeEmpty();
        (await clerk.GetAsync(page + "/correct")).All("#f-advice, #f-score, #f-basis").ShouldBeEmpty();
        (await head.GetAsync(page)).Words.ShouldContain("金丝雀改后");
        (await head.GetAsync(page)).Text.ShouldNotContain("88888", Case.Sensitive, "sensitive until asked for");
        changed.Version.ShouldBe(2);
    }

    [Fact]
    public async Task ForbiddenField_PostedAnyway_IsRefused()
    {
        var record = site.Test.EnterEvery();
        var clerk = await site.SignedInAsync("clerk");
        var address = $"{List}/{record.Id}/correct";

        var answer = await clerk.SubmitAsync(await clerk.GetAsync(address), address, ("f.advice", "插入"), ("reason", "试"));

        answer.Status.ShouldBe(422);
        answer.Words.ShouldContain("“内部意见”在“办理中”环节不能由您填写");
        Now(record)["advice"].ShouldBeNull();
    }

    [Fact]
    public async Task ListFilters_OfEveryType_NarrowTheList()
    {
        site.Test.EnterEvery();
        site.Test.EnterEvery(
            ("identity", ""),
            ("credit", ""),
            ("tags", "labour"),
            ("rate", "1"),
            ("heard_at", "2024-11-01 09:00")
        );

        foreach (
            var filter in new[]
            {
                "c.tags=civil",
                "n.rate.from=2",
                "d.heard_at.from=2024-12-01",
                "d.heard_on.from=2024-12-01",
                "c.cause=family&c.tags=debt",
            }
        )
            (await head.GetAsync($"{List}?{filter}")).All(".records tbody tr").Count().ShouldBe(1, filter);
        (await head.GetAsync(List + "?n.rate.from=abc")).Words.ShouldContain("“利率”不是数");
    }

    private Record Now(Record record) => site.Test.Records.Find(site.Test.Actor("head"), record.Register, record.Id)!;

    private (string, string)[] Plain() =>
        [
            .. EveryType
                .Input(site.Test)
                .Where(pair => pair.Key is not ("tags" or "fees"))
                .Select(pair => ("f." + pair.Key, pair.Value!)),
        ];

    /// <summary>Enters a record with one file and gives its address.</summary>
    private async Task<string> UploadAsync(string name, string field)
    {
        var answer = await head.UploadAsync(await head.GetAsync(New), New, [(field, name, AttachmentTests.Pdf)], Plain());
        answer.Status.ShouldBe(302, answer.Words);
        return answer.Location!.Split('?')[0];
    }
}
