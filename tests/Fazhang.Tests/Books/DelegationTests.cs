using Fazhang.Core.Access;
using Fazhang.Core.Records;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>授权: in another's place, for some days, told by name.</summary>
public sealed class DelegationTests : IDisposable
{
    private readonly TestBooks test = new(FlowCatalogue.Catalogue);

    public DelegationTests() =>
        test.Books.Write(
            (connection, transaction) =>
            {
                Accounts.Create(connection, transaction, "jia", "甲科长", "password-1", [new Grant("head", test.City.Id, null)]);
                Accounts.Create(connection, transaction, "yi", "乙经办", "password-1", [new Grant("clerk", test.City.Id, null)]);
                Accounts.Create(
                    connection,
                    transaction,
                    "guanli",
                    "管理员",
                    "password-1",
                    [new Grant("admin", test.City.Id, null)]
                );
                return 0;
            }
        );

    public void Dispose() => test.Dispose();

    private Delegations Delegations => new(test.Books);

    private Actor Load(string login) =>
        test.Books.Read(connection =>
            Accounts.Load(
                connection,
                Dapper.SqlMapper.QuerySingle<long>(connection, "SELECT id FROM account WHERE login = @login", new { login }),
                test.Today
            )
        )!;

    private IReadOnlyList<FieldError> Give(DateOnly? from = null, DateOnly? until = null) =>
        Delegations.Give(
            Load("jia"),
            Delegations.Delegable(Load("jia"))[0],
            "yi",
            from ?? test.Today,
            until ?? test.Today.AddDays(3),
            "外出学习"
        );

    [Fact]
    public void Delegated_ActsInTheOthersRole_AndTheJournalSaysForWhom()
    {
        var record = test.TryDo(test.EnterMatter(), "check", test.Actor("clerk")).ShouldBeOfType<SaveResult.Saved>().Record;
        test.TryDo(record, "send_back", Load("yi")).ShouldBeOfType<SaveResult.Refused>();

        Give().ShouldBeEmpty();
        var back = test.TryDo(record, "send_back", Load("yi")).ShouldBeOfType<SaveResult.Saved>().Record;

        test.Records.History(back)[^1].Actor.ShouldBe("乙经办（受甲科长委托）");
        // What one may do oneself is done in one's own name.
        var again = test.TryDo(back, "check", Load("yi")).ShouldBeOfType<SaveResult.Saved>().Record;
        test.Records.History(again)[^1].Actor.ShouldBe("乙经办");
    }

    [Fact]
    public void EverythingDoneByADelegatedRole_SaysSo()
    {
        var auditor = test.Books.Write(
            (connection, transaction) =>
                Accounts.Create(
                    connection,
                    transaction,
                    "bing",
                    "丙审计",
                    "password-1",
                    [new Grant("auditor", test.City.Id, null)]
                )
        );
        Delegations
            .Give(Load("jia"), Delegations.Delegable(Load("jia"))[0], "bing", test.Today, test.Today, "外出")
            .ShouldBeEmpty();
        var bing = Load("bing");
        bing.AccountId.ShouldBe(auditor);

        var record = test
            .Records.Create(
                bing,
                test.Register(FlowCatalogue.Key),
                TestBooks.Input(("unit", test.City.Id.ToString()), ("party", "赵六"))
            )
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        test.Records.LookAtPersonal(bing, record).ShouldBeTrue();
        test.Records.Correct(bing, record.Register, record.Id, 1, TestBooks.Input(("party", "赵七")), "写错")
            .ShouldBeOfType<SaveResult.Saved>();

        test.Records.History(record).ShouldAllBe(entry => entry.Actor == "丙审计（受甲科长委托）");
    }

    [Fact]
    public void Delegation_BeginsAndEndsByItself()
    {
        Give(test.Today.AddDays(1), test.Today.AddDays(2)).ShouldBeEmpty();
        bool Holds() => Load("yi").Grants.Any(grant => grant.Role == "head");

        Holds().ShouldBeFalse("it has not begun");
        test.Clock.Instant = test.Clock.Instant.AddDays(1);
        Holds().ShouldBeTrue();
        test.Clock.Instant = test.Clock.Instant.AddDays(1);
        Holds().ShouldBeTrue("the last day belongs to it");
        test.Clock.Instant = test.Clock.Instant.AddDays(1);
        Holds().ShouldBeFalse("it has ended");
    }

    [Fact]
    public void Delegation_CanBeRevokedByItsGiverOnly_AndEndsWithTheGiversRole()
    {
        Give().ShouldBeEmpty();
        var id = Delegations.Of(Load("jia").AccountId).Single().Id;

        Delegations.Revoke(Load("yi"), id).ShouldBeFalse();
        Load("yi").Grants.Count.ShouldBe(2);
        Delegations.Revoke(Load("jia"), id).ShouldBeTrue();
        Delegations.Revoke(Load("jia"), id).ShouldBeFalse("it has ended already");
        Load("yi").Grants.Count.ShouldBe(1);

        Give().ShouldBeEmpty();
        test.Books.Write(
            (connection, transaction) =>
                Dapper.SqlMapper.Execute(connection, "DELETE FROM account_role WHERE role = 'head'", transaction: transaction)
        );
        Load("yi").Grants.Count.ShouldBe(1, "nobody can give what they no longer have");
    }

    [Fact]
    public void DelegatedRoles_AreNotDelegatedFurther_NorIsAdministration()
    {
        Give().ShouldBeEmpty();
        var second = Load("yi");

        Delegations.Delegable(second).ShouldAllBe(grant => grant.Role == "clerk");
        Delegations
            .Give(second, second.Grants.Single(grant => grant.For is not null), "guanli", test.Today, test.Today, "转授")
            .Single()
            .Field.ShouldBe("grant");
        Delegations.Delegable(Load("guanli")).ShouldBeEmpty();
        Delegations
            .Give(Load("guanli"), new Grant("admin", test.City.Id, null), "yi", test.Today, test.Today, "请假")
            .Single()
            .Message.ShouldContain("系统管理");
    }

    [Fact]
    public void Give_WithMistakes_ListsThemAll()
    {
        var errors = Delegations.Give(Load("jia"), null, "没有这人", test.Today, test.Today.AddDays(-1), " ");

        errors.Select(error => error.Field).ShouldBe(["grant", "to", "until", "reason"]);
        Delegations
            .Give(Load("jia"), Delegations.Delegable(Load("jia"))[0], "jia", test.Today, test.Today.AddYears(2), "x")
            .Select(error => error.Field)
            .ShouldBe(["to", "until"]);
        Delegations.Of(Load("jia").AccountId).ShouldBeEmpty();
    }

    [Fact]
    public void InThePlaceOfWhoeverPutItUp_NobodyAgrees()
    {
        Give().ShouldBeEmpty();
        var record = test.TryDo(test.EnterMatter(), "close", Load("jia"), ("result", "lost"))
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;

        test.Records.Agree(Load("yi"), record.Register, record.Id, record.Version, null).ShouldBeOfType<SaveResult.Refused>();
        // And what was put up in somebody's place is theirs.
        record = test
            .Records.Recall(Load("jia"), record.Register, record.Id, record.Version, null)
            .ShouldBeOfType<SaveResult.Saved>()
            .Record;
        record.State.Key.ShouldBe("open");
    }
}
