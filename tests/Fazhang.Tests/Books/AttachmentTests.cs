using System.IO.Compression;
using System.Text;
using Dapper;
using Fazhang.Core.Fields;
using Fazhang.Core.Journal;
using Fazhang.Core.Records;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Files belong to their record: saved with it or not at all, each content once, checked when it comes and when it is audited.</summary>
public sealed class AttachmentTests : IDisposable
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");

    private readonly TestBooks test = EveryType.Open();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Content_IsStoredOnce_AndEachRecordKeepsItsOwnName()
    {
        var one = Enter(new Upload("files", "裁定书.pdf", Pdf)).ShouldBeOfType<SaveResult.Saved>().Record;
        var other = Enter(new Upload("files", "C:\\材料\\副本.PDF", Pdf), new Upload("files", "说明.txt", Text("说明")))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        AttachmentField.Files(one["files"]).ShouldHaveSingleItem().Name.ShouldBe("裁定书.pdf");
        AttachmentField.Files(other["files"]).Select(file => file.Name).ShouldBe(["副本.pdf", "说明.txt"]);
        Contents().ShouldBe(2);
        Attachments.Read(test.Books, AttachmentField.Files(one["files"])[0].Sha256).ShouldBe(Pdf);
    }

    [Fact]
    public void SaveThatIsRefused_LeavesNoContentBehind()
    {
        var input = new RecordInput(EveryType.Input(test, ("subject", ""))) { Uploads = [new Upload("files", "a.pdf", Pdf)] };

        test.Records.Create(test.Actor("head"), test.Register(EveryType.Register), input).OneError().Field.ShouldBe("subject");

        Contents().ShouldBe(0);
    }

    [Fact]
    public void Files_AreTakenAwayAndAdded_AndTheJournalKeepsBoth()
    {
        var record = Enter(new Upload("files", "甲.pdf", Pdf)).ShouldBeOfType<SaveResult.Saved>().Record;
        var kept = new AttachmentField().Compose((string)record["files"]!, new Dictionary<string, string> { ["remove.0"] = "1" });
        var input = new RecordInput(TestBooks.Input(("files", kept))) { Uploads = [new Upload("files", "乙.txt", Text("乙"))] };

        var changed = test
            .Records.Correct(test.Actor("head"), record.Register, record.Id, record.Version, input, "换材料")
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        AttachmentField.Files(changed["files"]).ShouldHaveSingleItem().Name.ShouldBe("乙.txt");
        var entry = test.Records.History(changed)[^1];
        AttachmentField.Files(entry.Before["files"]).ShouldHaveSingleItem().Name.ShouldBe("甲.pdf");
        Contents().ShouldBe(2, "what the journal tells of can still be opened");
    }

    [Fact]
    public void AHashAlone_DoesNotOpenAnothersFile()
    {
        var record = Enter(new Upload("secret_file", "证件.pdf", Pdf)).ShouldBeOfType<SaveResult.Saved>().Record;
        var known = (string)record["secret_file"]!;

        test.TryEnterEvery(test.Actor("clerk"), ("identity", ""), ("credit", ""), ("files", known))
            .OneError()
            .Message.ShouldContain("里有这条记录没有的文件");
    }

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "程序.exe", Pdf, "不是可以上传的类型" },
            { "没有扩展名", Pdf, "不是可以上传的类型" },
            { "页面.pdf", Text("<html><script>"), "内容与扩展名不符" },
            { "图.png", Pdf, "内容与扩展名不符" },
            { "图.jpg", Text("GIF89a"), "内容与扩展名不符" },
            { "文.docx", Zip("xl/workbook.xml"), "内容与扩展名不符" },
            { "宏.docx", Zip("word/document.xml", "word/vbaProject.bin"), "内容与扩展名不符" },
            { "坏.xlsx", [.. "PK\u0003\u0004broken"u8], "内容与扩展名不符" },
            { "程序.txt", [1, 2, 3, 0], "内容与扩展名不符" },
            { "空.pdf", [], "没有内容" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WrongFile_IsRefusedInWords(string name, byte[] content, string says)
    {
        var error = Enter(new Upload("files", name, content)).OneError();

        error.Field.ShouldBe("files");
        error.Message.ShouldContain(says);
        Contents().ShouldBe(0);
    }

    [Fact]
    public void RightFiles_OfEveryKind_AreTaken()
    {
        foreach (
            var upload in new[]
            {
                new Upload("files", "a.docx", Zip("word/document.xml")),
                new Upload("files", "a.xlsx", Zip("xl/workbook.xml")),
                new Upload("files", "a.ofd", Zip("OFD.xml")),
                new Upload("files", "a.jpeg", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }),
                new Upload("files", "a.png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0 }),
                new Upload("files", "a.txt", Text("一\r\n二")),
            }
        )
            Enter(upload).ShouldBeOfType<SaveResult.Saved>(upload.FileName);
    }

    [Fact]
    public void TooLargeOrTooMany_IsRefusedInWords()
    {
        var large = new byte[Attachments.LargestFile + 1];
        Pdf.CopyTo(large, 0);

        Enter(new Upload("files", "大.pdf", large)).OneError().Message.ShouldContain("超过 20 MB");
        Enter([.. Enumerable.Range(0, 4).Select(i => new Upload("files", $"{i}.txt", Text($"第{i}")))])
            .OneError()
            .Message.ShouldContain("最多 3 个文件");
    }

    [Fact]
    public void Audit_FindsAContentThatWasChangedOrIsGone()
    {
        var record = Enter(new Upload("files", "甲.pdf", Pdf), new Upload("files", "乙.txt", Text("乙")))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        var files = AttachmentField.Files(record["files"]);
        BooksAudit.Run(test.Books).Sound.ShouldBeTrue();
        Should
            .Throw<System.Data.Common.DbException>(() => test.Execute("DELETE FROM attachment"))
            .Message.ShouldContain("append-only");

        test.Execute(
            test.Dialect is SqliteDialect
                ? "DROP TRIGGER attachment_no_update; DROP TRIGGER attachment_no_delete"
                : "DROP TRIGGER attachment_no_change ON attachment; DROP TRIGGER attachment_no_row_change ON attachment"
        );
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute(
                    "UPDATE attachment SET content = @content WHERE sha256 = @Sha256",
                    new { content = Text("改"), files[0].Sha256 },
                    transaction
                )
        );
        test.Execute($"DELETE FROM attachment WHERE sha256 = '{files[1].Sha256}'");

        var audit = BooksAudit.Run(test.Books);
        audit.Sound.ShouldBeFalse();
        audit.AttachmentProblems.Count.ShouldBe(2);
        audit.AttachmentProblems[0].ShouldContain("内容与它的散列值不符");
        audit.AttachmentProblems[1].ShouldContain("“乙.txt”没有内容");
        Should.Throw<InvalidDataException>(() => Attachments.Read(test.Books, files[0].Sha256));
    }

    private SaveResult Enter(params Upload[] uploads) =>
        test.Records.Create(
            test.Actor("head"),
            test.Register(EveryType.Register),
            new RecordInput(EveryType.Input(test, ("identity", ""), ("credit", ""))) { Uploads = uploads }
        );

    private long Contents() => test.Books.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM attachment"));

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                archive.CreateEntry(entry);
        return stream.ToArray();
    }
}
