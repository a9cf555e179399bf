using Dapper;
using Fazhang.Core.Storage;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Web;

/// <summary>Bugs and broken machines: a page, never a stack trace, and nothing half-saved.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task Bug_IsAPageWithANumberToQuote()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var head = await site.SignedInAsync("head");
        site.Test.Books.Write(
            (connection, transaction) =>
                connection.Execute("ALTER TABLE cell_total RENAME TO cell_gone", transaction: transaction)
        );

        var answer = await head.GetAsync("/figures");

        answer.Status.ShouldBe(500);
        answer.Words.ShouldMatch("错误编号.*[0-9]{14}-[0-9A-F]{4}|管理员：[0-9]{14}-[0-9A-F]{4}");
        answer.Text.ShouldNotContain("cell");
        answer.Text.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task Database_Destroyed_IsExplainedAsWhatItIs()
    {
        if (TestBooks.OnPostgres)
        {
            // There is no file to destroy; a server that has gone is put into words by the dialect.
            using var books = new TestBooks();
            books.Dialect.Explain(new Npgsql.NpgsqlException("gone", new IOException()))!.ShouldContain("与数据库的连接断了");
            return;
        }
        await using var site = await SiteUnderTest.StartAsync();
        var head = await site.SignedInAsync("head");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var path = ((SqliteDialect)site.Test.Dialect).Path;
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        await File.WriteAllTextAsync(path, new string('x', 8192), TestContext.Current.CancellationToken);

        var answer = await head.GetAsync("/");

        answer.Status.ShouldBe(503);
        answer.Words.ShouldContain("从备份恢复");
    }

    [Fact]
    public async Task Request_ThatIsNoForm_IsRefused()
    {
        await using var site = await SiteUnderTest.StartAsync();
        var head = await site.SignedInAsync("head");

        var answer = await head.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/balance") { Content = new StringContent("{}", null, "application/json") }
        );

        answer.Status.ShouldBe(415);
        answer.Words.ShouldContain("只接受网页表单");
    }
}
