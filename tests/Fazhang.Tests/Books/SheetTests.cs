using System.Globalization;
using Dapper;
using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Exchange.Excel;
using Fazhang.Core.Records;
using Fazhang.Tests.Exchange;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>A filled-in sheet goes through the same rules, rights and postings as the form, all rows or none.</summary>
public sealed class SheetTests : IDisposable
{
    private static readonly string[] Header =
    [
        "单位",
        "收案日期",
        "案名",
        "案由",
        "涉及",
        "标的额",
        "加急",
        "开庭时间",
        "统计月份",
    ];

    private readonly TestBooks test = EveryType.Open();

    public void Dispose() => test.Dispose();

    /// <summary>Every column of every sample is known again, none stands twice, and an empty sample enters nothing.</summary>
    [Fact]
    public void Sample_OfEveryRegister_IsReadBack()
    {
        using var real = new TestBooks();
        foreach (var register in real.Books.Catalogue.Registers.Values)
        {
            using var stream = new MemoryStream();
            RegisterSheet.WriteSample(stream, register, new Dictionary<string, string>());

            var header = Workbook.Read(stream.ToArray()).ShouldHaveSingleItem().Cells;
            header.ShouldBe(RegisterSheet.Columns(register).Select(RegisterSheet.Title), register.Key);
            header.ShouldBeUnique();
            var (entered, errors) = RegisterSheet.Import(real.Books, real.Actor("clerk"), register, stream.ToArray());
            entered.ShouldBe(0);
            errors.ShouldHaveSingleItem(register.Key).Message.ShouldBe("表里只有标题，没有要导入的行。");
        }
    }

    /// <summary>
    /// The example of each register's sample, moved to the sheet to fill in, is brought in without an error. Registers that
    /// refer to others come after them: their examples name the records there are.
    /// </summary>
    [Fact]
    public void Example_OfEveryRegister_IsBroughtIn()
    {
        using var real = new TestBooks();
        var actor = real.Actor("clerk", real.City);
        var waiting = real.Books.Catalogue.Registers.Values.Where(register => !register.Retired).ToList();
        var problems = new Dictionary<string, string>();
        while (waiting.Count > 0)
        {
            var done = waiting.Where(register => Fill(real, Writer(real, register), register, problems)).ToList();
            if (done.Count == 0)
                break;
            waiting = [.. waiting.Except(done)];
        }

        waiting.Select(register => $"{register.Key}: {problems[register.Key]}").ShouldBeEmpty();
    }

    private static Actor Writer(TestBooks real, RegisterDefinition register) =>
        real.Actor(register.Access.Create.Contains("clerk") ? "clerk" : register.Access.Create.First(), real.City);

    private static bool Fill(TestBooks real, Actor actor, RegisterDefinition register, Dictionary<string, string> problems)
    {
        using var stream = new MemoryStream();
        RegisterSheet.WriteSample(stream, register, ExampleRow.Of(real.Books, actor, register));
        var lines = TestSheet.Lines(stream.ToArray(), RegisterSheet.ExampleSheet);
        if (lines.Count != 3)
        {
            problems[register.Key] = lines[1][0];
            return false;
        }
        lines[2][0].ShouldContain("合成");
        var (entered, errors) = RegisterSheet.Import(real.Books, actor, register, TestSheet.Of([.. lines[0]], [.. lines[1]]));
        problems[register.Key] = string.Join("；", errors.Select(error => error.Message));
        return entered == 1;
    }

    [Fact]
    public void ThreeRows_AreEntered_WithNamesTitlesAndExcelDays()
    {
        var (entered, errors) = Import(Three());

        errors.ShouldBeEmpty();
        entered.ShouldBe(3);
        var records = Records();
        records.Select(record => record["subject"]).ShouldBe(["第一案", "第二案", "=1+1"]);
        var first = records[0];
        first.UnitId.ShouldBe(test.East.Id);
        records[1].UnitId.ShouldBe(test.West.Id, "by its code");
        records[2].UnitId.ShouldBe(test.City.Id, "nothing: the unit of the one who imports");
        first["opened_on"].ShouldBe(new DateOnly(2024, 12, 2));
        first["cause"].ShouldBe("divorce");
        first["tags"].ShouldBe("debt,divorce");
        first["amount"].ShouldBe(12_000_050L);
        first["urgent"].ShouldBe(true);
        first["heard_at"].ShouldBe("2024-12-10T09:30");
        first["opened_month"].ShouldBe(new DateOnly(2024, 12, 1));
        records[1]["opened_on"].ShouldBe(test.Today, "left empty: what the form opens with");
        test.Figure("test.every.opened").ShouldBe(3);
        test.Records.History(first).ShouldHaveSingleItem().Action.ShouldBe(Core.Journal.JournalAction.Create);
    }

    [Fact]
    public void OneWrongRow_IsSaidWithItsNumber_AndNothingIsEntered()
    {
        var (entered, errors) = Import(
            TestSheet.Of(
                ["案名", "收案日期", "案由", "单位"],
                ["对的", "2024-12-02", "借贷", test.East.Name],
                ["", "2024-13-02", "借款", test.East.Name],
                ["也对", "2024-12-02", "", "没有的局"]
            )
        );

        entered.ShouldBe(0);
        errors
            .Select(error => (error.Row, error.Field))
            .ShouldBe([(3, "subject"), (3, "opened_on"), (3, "cause"), (4, "unit")], ignoreOrder: true);
        errors.ShouldAllBe(error => error.Message.Length > 0);
        Records().ShouldBeEmpty();
        (test.Figure("test.every.opened") ?? 0).ShouldBe(0);
    }

    [Fact]
    public void RowThatRepeatsAnother_IsFoundInTheSheet()
    {
        var identity = EveryType.Identity[..17] + Core.Fields.ResidentIdField.CheckCharacter(EveryType.Identity);

        var (_, errors) = Import(TestSheet.Of(["案名", "公民身份号码"], ["甲案", identity], ["乙案", identity]));

        errors.ShouldHaveSingleItem().Row.ShouldBe(3);
        errors[0].Field.ShouldBe("identity");
        Records().ShouldBeEmpty();
    }

    [Fact]
    public void Header_ThatDoesNotFit_IsRefusedBeforeAnyRow()
    {
        var (_, errors) = Import(TestSheet.Of(["案由", "案由", "案情"], ["借贷", "借贷", "内容"]));

        string.Join('\n', errors.Select(error => error.Message))
            .ShouldBe(
                """
                “案由”有两栏。去掉一栏。
                没有“案情”这一栏。可用的栏见样表的“说明”。
                缺少“案名”这一栏，它必须填写。
                """.ReplaceLineEndings("\n")
            );
        errors.ShouldAllBe(error => error.Row == 1);
        Import(TestSheet.Of()).Errors.ShouldHaveSingleItem().Message.ShouldContain("表里没有内容");
    }

    [Fact]
    public void Rights_AreThoseOfTheForm_RowByRow()
    {
        var sheet = TestSheet.Of(["案名", "单位"], ["甲", test.East.Name], ["乙", test.West.Name]);

        var (_, errors) = Import(sheet, test.Actor("clerk", test.East));
        errors.ShouldHaveSingleItem().Row.ShouldBe(3);
        errors[0].Message.ShouldContain(test.West.Name);
        Import(sheet, test.Actor("auditor")).Errors.Count.ShouldBe(2);
        Records().ShouldBeEmpty();
    }

    [Fact]
    public void FieldForOneRole_CannotBeImportedByAnother()
    {
        var sheet = TestSheet.Of(["案名", "内部意见"], ["甲", "插入"]);

        Import(sheet, test.Actor("clerk")).Errors.ShouldHaveSingleItem().Message.ShouldContain("“内部意见”");
        Import(sheet, test.Actor("head")).Entered.ShouldBe(1);
        Records().ShouldHaveSingleItem()["advice"].ShouldBe("插入");
    }

    [Fact]
    public void UnitName_ThatTwoUnitsHave_IsNotGuessed()
    {
        test.Execute($"UPDATE unit SET name = '{test.East.Name}' WHERE id = {test.West.Id}");
        test.Books.Refresh();

        Import(TestSheet.Of(["案名", "单位"], ["甲", test.East.Name])).Errors.ShouldHaveSingleItem().Field.ShouldBe("unit");
        Import(TestSheet.Of(["案名", "单位"], ["甲", test.East.Code])).Entered.ShouldBe(1);
    }

    private byte[] Three() =>
        TestSheet.OfXml(
            TestSheet.Row([.. Header.Select(TestSheet.Text)])
                + TestSheet.Row(
                    TestSheet.Text(test.East.Name),
                    TestSheet.Day(new DateOnly(2024, 12, 2)),
                    TestSheet.Text("第一案"),
                    TestSheet.Text("离婚"),
                    TestSheet.Text("借贷、离婚"),
                    "<c><v>120000.5</v></c>",
                    TestSheet.Text("是"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"<c s=\"1\"><v>{new DateTime(2024, 12, 10, 9, 30, 0).ToOADate()}</v></c>"
                    ),
                    TestSheet.Day(new DateOnly(2024, 12, 1))
                )
                + TestSheet.Row(TestSheet.Text(test.West.Code), "<c/>", TestSheet.Text("第二案"))
                + TestSheet.Row("<c/>", TestSheet.Text("2024年12月3日"), TestSheet.Text("=1+1"))
        );

    private (int Entered, IReadOnlyList<FieldError> Errors) Import(byte[] sheet, Actor? actor = null) =>
        RegisterSheet.Import(test.Books, actor ?? test.Actor("head"), test.Register(EveryType.Register), sheet);

    private List<Record> Records() =>
        [
            .. test
                .Books.Read(connection => connection.Query<long>("SELECT id FROM r_test_every ORDER BY id").ToList())
                .Select(id => test.Records.Find(test.Actor("head"), test.Register(EveryType.Register), id)!),
        ];
}
