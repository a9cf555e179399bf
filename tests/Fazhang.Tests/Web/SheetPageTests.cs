using Fazhang.Core.Exchange.Excel;
using Fazhang.Tests.Books;
using Fazhang.Tests.Exchange;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>The sample is downloaded, filled in and brought in; what is wrong is listed with its row.</summary>
public sealed class SheetPageTests : IAsyncLifetime
{
    private const string List = "/r/test.every";
    private const string Page = List + "/import";
    private const string Sample = List + "/sample.xlsx";

    private SiteUnderTest site = null!;
    private Browser head = null!;

    public async ValueTask InitializeAsync()
    {
        site = await SiteUnderTest.StartAsync(EveryType.Catalogue);
        head = await site.SignedInAsync("head");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Sample_IsADownloadOfTheRegistersColumns()
    {
        (await head.GetAsync(List)).One($"a[href='{Page}']");
        (await head.GetAsync(Page)).One($"a[href='{Sample}']");

        var answer = await head.GetAsync(Sample);

        answer.Status.ShouldBe(200);
        answer.Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.Header("Content-Disposition")!.ShouldContain(Uri.EscapeDataString("各类字段样表.xlsx"));
    }

    [Fact]
    public async Task FilledInSheet_IsEnteredOnce_AlsoWhenTheButtonIsPressedTwice()
    {
        var page = await head.GetAsync(Page);
        var sheet = TestSheet.Of(["案名", "单位"], ["<b>甲</b>", site.Test.East.Name], ["乙", site.Test.West.Name]);

        var answer = await UploadAsync(page, sheet);
        var again = await UploadAsync(page, sheet);

        answer.Status.ShouldBe(302, answer.Words);
        again.Location.ShouldBe(answer.Location);
        (await head.GetAsync(answer.Location!)).One("main [role=status]").TextContent.ShouldContain("登记了 2 条");
        var list = await head.GetAsync(List);
        list.All(".records tbody tr").Count().ShouldBe(2);
        list.Text.ShouldNotContain("<b>甲");
    }

    [Fact]
    public async Task Errors_AreListedWithTheirRows_AndNothingIsEntered()
    {
        var answer = await UploadAsync(
            await head.GetAsync(Page),
            TestSheet.Of(["案名", "收案日期", "案由"], ["甲", "昨天", ""], ["乙", "", "<script>alert(1)</script>"])
        );

        answer.Status.ShouldBe(422);
        var errors = answer.All("#errors li").Select(error => error.TextContent).ToList();
        errors.Count.ShouldBe(2);
        errors[0].ShouldStartWith("第 2 行：");
        errors[1].ShouldStartWith("第 3 行：");
        answer.Text.ShouldNotContain("<script>alert");
        (await head.GetAsync(List)).All(".records tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsNoSheet_IsRefusedInWords()
    {
        var page = await head.GetAsync(Page);

        (await UploadAsync(page, AttachmentTests.Pdf)).Words.ShouldContain("这不是能读的 Excel 文件");
        (await head.UploadAsync(page, Page, [])).Words.ShouldContain("请选择一个填好的 .xlsx 文件");
        var large = await UploadAsync(page, new byte[Workbook.LargestFile + 1]);
        large.Status.ShouldBe(422);
        large.Words.ShouldContain("超过 8 MB");
        (await UploadAsync(page, new byte[Workbook.LargestFile + 1_000_000])).Status.ShouldBeOneOf(400, 413);
    }

    [Fact]
    public async Task Import_NeedsTheRightToEnter_AndTheFormsToken()
    {
        var page = await head.GetAsync(Page);
        var auditor = await site.SignedInAsync("auditor");
        var stranger = site.Browser();
        var sheet = TestSheet.Of(["案名"], ["甲"]);

        foreach (var address in new[] { Page, Sample })
        {
            (await auditor.GetAsync(address)).Status.ShouldBe(403, address);
            (await stranger.GetAsync(address)).Status.ShouldBe(302, address);
        }
        (await auditor.GetAsync(List)).All($"a[href='{Page}']").ShouldBeEmpty();
        var own = Browser.FormOf(await auditor.GetAsync("/"), "/logout")["token"];
        (await UploadAsync(page, sheet, auditor, own)).Status.ShouldBe(403);
        (await UploadAsync(page, sheet, head, "")).Status.ShouldBe(400);
        (await head.GetAsync(List)).All(".records tbody tr").ShouldBeEmpty();
        (await head.GetAsync("/r/no.such/import")).Status.ShouldBe(404);
    }

    private async Task<Answer> UploadAsync(Answer page, byte[] sheet, Browser? by = null, string? token = null) =>
        await (by ?? head).UploadAsync(page, Page, [("sheet.file", "表.xlsx", sheet)], token is null ? [] : [("token", token)]);
}
