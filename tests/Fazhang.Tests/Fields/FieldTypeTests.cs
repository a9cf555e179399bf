using Fazhang.Core.Definitions;
using Fazhang.Core.Fields;
using Fazhang.Tests.Books;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Fazhang.Tests.Fields;

/// <summary>What the types read and refuse, without books.</summary>
public sealed class FieldTypeTests
{
    private static readonly RegisterDefinition Register = EveryType.Catalogue.Registers[EveryType.Register];

    private static readonly DateTime FirstDay = new(1949, 10, 1);

    private static Gen<string> Days => Gen.Choose(0, 91_000).Select(day => FirstDay.AddDays(day).ToString("yyyy-MM-dd"));

    private static Gen<string> Money =>
        from yuan in Gen.Choose(-2_000_000, 2_000_000)
        from cents in Gen.Choose(0, 99)
        select $"{yuan}.{cents:00}";

    private static Gen<string> Line =>
        Gen.NonEmptyListOf(Gen.Elements("甲", "a", "'", "\"", "<", "&", "\\", "，", "𠀀", "Ａ", "%", "_", "{", "1"))
            .Select(string.Concat);

    private static readonly string[] Codes = ["civil", "debt", "family", "divorce", "support", "labour"];

    private static Gen<string> Input(FieldDefinition field) =>
        field.Type.Name switch
        {
            "text" => Line.Select(text => text.Length > 100 ? text[..60] : text),
            "longtext" => Line.Select(line => line + "\n" + line),
            "phone" => Gen.Choose(10000, 99999).Select(number => $"0411-{number}"),
            "resident_id" => from day in Gen.Choose(0, 27_000)
            from sequence in Gen.Choose(0, 999)
            from region in Gen.Elements("110101", "210202", "650102")
            let first = $"{region}{FirstDay.AddDays(day):yyyyMMdd}{sequence:000}"
            select first + ResidentIdField.CheckCharacter(first),
            "credit_code" => from body in Gen.ArrayOf(Gen.Elements("0123456789ABCDEFGHJKLMNPQRTUWXY".ToCharArray()), 9)
            let first = "91210200" + new string(body)
            select first + CreditCodeField.CheckCharacter(first),
            "division" => Gen.Elements("210202", "110000", "210202001", "210202001005"),
            "integer" => Gen.Choose(-1_000_000, 1_000_000).Select(number => $"{number}"),
            "decimal" => from number in Gen.Choose(-1_000_000, 1_000_000)
            select ((decimal)number / (decimal)Math.Pow(10, field.Type.Scale)).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            "money" => Money,
            "date" => Days,
            "datetime" => from day in Days from minute in Gen.Choose(0, 1439) select $"{day} {minute / 60:00}:{minute % 60:00}",
            "month" => Days.Select(day => day[..7]),
            "yesno" => Gen.Elements("true", "false", "是", "否"),
            "choice" => Gen.Elements(Codes),
            "choices" => Gen.NonEmptyListOf(Gen.Elements(Codes)).Select(codes => string.Join(',', codes)),
            "unit" or "user" => Gen.Choose(1, 99).Select(id => $"{id}"),
            "record" => Gen.Choose(1, 99).Select(id => $"#{id}"),
            "rows" => Gen.NonEmptyListOf(Row(field)).Select(rows => RowsField.WriteTexts(rows.Take(5))),
            "attachment" => from size in Gen.Choose(0, 1_000_000)
            from name in Line
            select System.Text.Json.JsonSerializer.Serialize(
                new[]
                {
                    new
                    {
                        sha256 = new string('a', 64),
                        name,
                        size,
                    },
                }
            ),
            "computed" => Gen.Constant(""),
            _ => throw new InvalidOperationException($"No inputs for {field.Type.Name}: a new type needs a line here."),
        };

    private static Gen<IReadOnlyDictionary<string, string>> Row(FieldDefinition field) =>
        field.Type.Columns.Aggregate(
            Gen.Constant<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>()),
            (row, column) =>
                from before in row
                from cell in Input(column)
                from filled in Gen.Choose(0, 3)
                select filled == 0 ? before : new Dictionary<string, string>(before) { [column.Key] = cell }
        );

    [Fact]
    public void EveryRightInput_ReadAndWrittenAgain_IsTheSameValue()
    {
        foreach (var field in Register.Fields.Where(field => !field.Type.IsComputed))
        {
            var read = 0;
            Prop.ForAll(
                    Input(field).ToArbitrary(),
                    input =>
                    {
                        var value = field.Type.Parse(input.Trim());
                        value.Error.ShouldBeNull($"{field.Key} of “{input}”");
                        if (value.Value is null)
                            return;
                        read++;
                        var written = field.Type.Input(value.Value);
                        field.Type.Parse(written).ShouldBe(value, $"{field.Key}: “{input}” → “{written}”");
                        (value.Value is long or string or bool or DateOnly).ShouldBeTrue(field.Key);
                        field.Type.Show(value.Value).Length.ShouldBeGreaterThan(0);
                    }
                )
                .QuickCheckThrowOnFailure();
            read.ShouldBeGreaterThan(50, field.Key);
        }
    }

    [Fact]
    public void TheCatalogueOfTheTests_UsesEveryType()
    {
        var used = Register
            .Fields.Concat(Register.Fields.SelectMany(field => field.Type.Columns))
            .Select(field => field.Type.Name);

        used.Distinct().Order().ShouldBe(FieldTypes.All.Keys.Order());
    }

    public static TheoryData<string, string, string> Wrong =>
        new()
        {
            { "identity", "21020219900307123", "应为 18 位" },
            { "identity", "990202199003071234", "省级行政区划" },
            { "identity", "210202199002301234", "不是出生日期" },
            { "identity", "210202199003071235", "校验码不对" },
            { "credit", "91210200MA000000", "应为 18 位" },
            { "credit", "91210200MAI0000011", "不用 I" },
            { "credit", "91210200MA00000011", "校验码不对" },
            { "place", "2102", "6 位" },
            { "place", "160000", "省级行政区划" },
            { "place", "219999", "不在行政区划代码表" },
            { "rate", "3.85011", "最多 4 位小数" },
            { "rate", "三点五", "不是数" },
            { "rate", "9999999999999", "不是数" },
            { "heard_at", "2024-02-30 09:00", "不是日期和时间" },
            { "heard_at", "2024-02-03", "不是日期和时间" },
            { "heard_at", "2024-02-03 24:01", "不是日期和时间" },
            { "heard_at", "1900-02-03 09:00", "年份" },
            { "party", "无此号", "没有编号为" },
            { "handler", "某某", "请从列表中选择" },
            { "fees", "一百元", "JSON" },
            { "fees", """[{"item":"费","paid":"多"}]""", "第 1 行“金额”不是金额" },
            { "fees", """[{"item":"费","paid":"1"},{"colour":"红"}]""", "没有栏“colour”" },
            { "fees", """[{"item":null}]""", "JSON" },
            { "fees", "[null]", "JSON" },
            { "files", "a.pdf", "选择文件上传" },
            { "files", """[{"sha256":"../../etc","name":"a","size":1}]""", "不成立" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WrongInput_IsAnsweredWithASentence(string field, string input, string says)
    {
        var parsed = Register.Field(field)!.Type.Parse(input);

        parsed.Value.ShouldBeNull();
        parsed.Error!.ShouldContain(says);
        parsed.Error!.ShouldEndWith("。");
    }

    [Theory]
    [InlineData("11010519491231002X")] // the example printed in GB 11643-1999
    [InlineData("440524188001010014")] // likewise
    public void ResidentId_OfTheStandard_IsRight(string number) => new ResidentIdField().Parse(number).Error.ShouldBeNull();

    [Fact]
    public void ResidentId_AnyOneDigitWrongOrTwoNeighboursSwapped_IsFound()
    {
        const string right = "11010519491231002X";
        var type = new ResidentIdField();
        for (var at = 0; at < 17; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
                if (right[at] != digit)
                    type.Parse(right[..at] + digit + right[(at + 1)..]).Error.ShouldNotBeNull($"{at} {digit}");
            if (at < 16 && right[at] != right[at + 1])
                type.Parse(right[..at] + right[at + 1] + right[at] + right[(at + 2)..]).Error.ShouldNotBeNull($"{at} swapped");
        }
    }

    [Theory]
    [InlineData("91350100M000100Y43")] // the example printed in GB 32100-2015
    public void CreditCode_OfTheStandard_IsRight(string code) => new CreditCodeField().Parse(code).Error.ShouldBeNull();

    [Theory]
    [InlineData("2024年12月10日9时30分")]
    [InlineData("2024/12/10 9:30")]
    [InlineData("2024-12-10T09:30")]
    [InlineData("2024-12-10 09：30")]
    public void DateTime_HoweverWritten_IsTheSameMinute(string text) =>
        new DateTimeField().Parse(text).Value.ShouldBe("2024-12-10T09:30");

    [Fact]
    public void Division_IsShownWithItsPlaces()
    {
        var type = Register.Field("place")!.Type;

        type.Show("210202").ShouldBe("210202 辽宁省大连市中山区");
        type.Show("110101").ShouldBe("110101 北京市东城区");
        type.Show("210202001").ShouldBe("210202001 辽宁省大连市中山区");
    }

    [Fact]
    public void Choices_AreKeptInTheOrderOfTheList_AndReadByTitleToo()
    {
        var type = Register.Field("tags")!.Type;

        type.Parse("劳动、借贷，借贷").Value.ShouldBe("debt,labour");
        type.Show("debt,labour").ShouldBe("借贷、劳动");
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\我的文档\\裁定 书.PDF", "裁定 书.pdf")]
    [InlineData("a<b>\"c\r\n.txt", "a_b__c.txt")]
    [InlineData("fdp.\u202Eexe.pdf", "fdp.exe.pdf")]
    [InlineData(".pdf", "附件.pdf")]
    public void FileName_IsCleaned(string given, string clean) => FileKinds.CleanName(given).ShouldBe(clean);

    [Fact]
    public void FileName_TooLong_KeepsItsEnding()
    {
        var name = FileKinds.CleanName(new string('长', 300) + ".docx");

        name.Length.ShouldBe(120);
        name.ShouldEndWith(".docx");
    }
}
