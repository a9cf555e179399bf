using Fazhang.Core.Access;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Cli;

/// <summary>Every type of field by command, with the same rights as on the pages.</summary>
public sealed class FieldCommandTests : IDisposable
{
    private const string Password = "命令行-密码-1";

    private readonly Program program = new();

    public FieldCommandTests()
    {
        EveryType.CopyTo(program.At("defs"));
        Directory.CreateDirectory(program.At("data"));
        var dialect = new SqliteDialect(program.At("data", Core.Storage.Books.FileName));
        using var books = Core.Storage.Books.Open(EveryType.Catalogue, dialect, TimeProvider.System);
        books.Write(
            (connection, transaction) =>
            {
                UnitTree.Create(connection, transaction, [new("2102", "示范市", "示", "city", null)]);
                foreach (var role in new[] { "head", "clerk" })
                    Accounts.Create(connection, transaction, role, "测试" + role, Password, [new Grant(role, 1, null)]);
                return 0;
            }
        );
        program.Environment["FAZHANG_PASSWORD"] = Password;
    }

    public void Dispose() => program.Dispose();

    [Fact]
    public void ARecord_WithEveryKindOfValue_IsEnteredShownAndAudited()
    {
        program.Write("裁定书.pdf", AttachmentTests.Pdf);

        var entered = Run(
            "head",
            "new",
            "test.every",
            "unit=示范市",
            "opened_on=2024-12-02",
            "案名=海风商贸借款案",
            "identity=11010519491231002X",
            "cause=离婚",
            "tags=借贷、离婚",
            "handler=clerk",
            "heard_at=2024-12-10 09:30",
            """fees=[{"item":"受理费","paid":"1000","payer":"王小明"}]""",
            "files=@裁定书.pdf",
            "score=77",
            "advice=金丝雀意见"
        );
        entered.ExitCode.ShouldBe(0, entered.Errors);
        var shown = Run("clerk", "show", "test.every#1");
        var refused = Run("clerk", "new", "test.every", "unit=示范市", "案名=另一案", "advice=写");

        foreach (
            var text in new[]
            {
                "涉及：借贷、离婚",
                "承办人：测试clerk",
                "费用合计：1,000 元",
                "材料：裁定书.pdf",
                "1101**********002X",
                "王某某",
            }
        )
            shown.Output.ShouldContain(text);
        foreach (var text in new[] { "金丝雀", "内部意见", "77", "王小明" })
            shown.Output.ShouldNotContain(text);
        entered.Output.ShouldContain("金丝雀意见");
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("“内部意见”在“办理中”环节不能由您填写");
        var audit = program.Run("audit", "--definitions", "defs", "--data", "data");
        audit.ExitCode.ShouldBe(0, audit.Output + audit.Errors);
        audit.Output.ShouldContain("1 份附件内容：与散列值一致");
    }

    private Ran Run(string login, params string[] arguments) =>
        program.Run(["record", .. arguments, "--as", login, "--definitions", "defs", "--data", "data"]);
}
