using Dapper;
using Fazhang.Core.Journal;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class BooksAuditTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void AfterRandomWork_RecordsAreWhatTheJournalSays_AndNumbersAreWithoutGaps()
    {
        RandomWork.Do(test, new Random(20241120), 150);
        var audit = BooksAudit.Run(test.Books);

        audit.Messages.ShouldBeEmpty();
        audit.Records.ShouldBeGreaterThan(20);
        audit.Numbers.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("UPDATE r_reconsideration_case SET applicant = '李四' WHERE id = 1", "“申请人”与流水不符")]
    [InlineData("UPDATE r_reconsideration_case SET version = 9 WHERE id = 1", "版本是 9，流水记到 2")]
    [InlineData("UPDATE r_reconsideration_case SET known_on = applied_on WHERE id = 2", "“知道行政行为日期”与流水不符")]
    [InlineData("DELETE FROM r_reconsideration_case WHERE id = 2", "记录被删除")]
    [InlineData(
        "INSERT INTO r_reconsideration_case (version, created_at, updated_at, unit, state) VALUES (1, 'x', 'x', 1, 'applied')",
        "不是由本程序写入的"
    )]
    [InlineData("UPDATE r_reconsideration_case SET number = '示复〔2024〕3号' WHERE id = 1", "超出序列已经发出的 1 号")]
    [InlineData("UPDATE r_reconsideration_case SET number = '自编1号' WHERE id = 1", "不属于任何编号序列")]
    [InlineData("UPDATE counter SET last = 3", "缺 2 个号，第一个是 2")]
    public void WhatIsChangedBehindTheProgram_IsNamed(string statement, string expected)
    {
        test.Accept(test.Enter());
        test.Enter();
        BooksAudit.Run(test.Books).Sound.ShouldBeTrue();

        test.Books.Write((connection, transaction) => connection.Execute(statement, transaction: transaction));

        var audit = BooksAudit.Run(test.Books);
        audit.Sound.ShouldBeFalse();
        string.Join('\n', audit.Messages).ShouldContain(expected);
    }

    [Fact]
    public void PersonalValues_AreNotInTheMessages()
    {
        test.Enter(applicant: "欧阳某");
        test.Books.Write(
            (connection, transaction) =>
                connection.Execute("UPDATE r_reconsideration_case SET applicant = '司马某'", transaction: transaction)
        );

        var words = string.Join('\n', BooksAudit.Run(test.Books).Messages);
        words.ShouldNotContain("欧阳");
        words.ShouldNotContain("司马");
    }
}
