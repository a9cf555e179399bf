using Fazhang.Core.Definitions;
using Fazhang.Core.Definitions.Shapes;
using Fazhang.Core.Fields;
using Fazhang.Tests.Books;
using Shouldly;

namespace Fazhang.Tests.Definitions;

/// <summary>Wrong definitions of fields: what the loader says. Each case breaks the register that uses every type.</summary>
public sealed class FieldDefinitionErrorTests
{
    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { "type: decimal, decimals: 4", "type: decimal, decimals: 7", "decimals 应在 1 至 6 之间，现在是 7" },
            { "type: decimal, decimals: 4", "type: decimal, decimal: 4", "不认识键“decimal”。是不是“decimals”？" },
            { "{title: 人数, type: integer, ", "{title: 人数, type: integer, decimals: 2, ", "这里不用“decimals”" },
            { "type: choices, choices: cause", "type: choices", "缺少代码表" },
            { "type: choices, choices: cause", "type: choices, choices: causes", "没有代码表“causes”" },
            { "type: choices, choices: cause", "type: choices, choices: {\"a,b\": 甲乙}", "代码里不能有逗号" },
            {
                "type: choices, choices: cause",
                "type: choices, choices: {a: {title: 甲, items: {b: 乙}}, b: 又}",
                "代码“b”在不同的上级下重复"
            },
            { "type: choices, choices: cause", "type: choices, choices: {a: {title: 甲, retire: true}}", "不认识键“retire”" },
            { "of: test.party, ", "of: test.partie, ", "引用的台账“test.partie”" },
            { "of: test.party, ", "", "缺少“of”" },
            { "show: [number, name]", "show: [number, nam]", "没有字段“party”要显示的字段“nam”" },
            { "share: {title: 比例, type: decimal, decimals: 3}", "share: {title: 比例, type: rows}", "行表的栏不能是 rows" },
            { "share: {title: 比例, type: decimal, decimals: 3}", "share: {title: 比例, type: user}", "行表的栏不能是 user" },
            {
                "share: {title: 比例, type: decimal, decimals: 3}",
                "share: {title: 比例, type: money, list: true}",
                "不认识键“list”"
            },
            { "type: rows, min: 1, max: 5", "type: rows, min: 1, max: 500", "max 应在 1 至 200 之间" },
            { "type: attachment, max: 3", "type: attachment, max: 99", "max 应在 1 至 20 之间" },
            { "type: attachment, max: 3", "type: attachment, search: true", "不是文字，不能 search" },
            { "as: money, value: sum(fees.paid)", "as: cash, value: sum(fees.paid)", "没有计算结果的类型“cash”" },
            { "as: money, value: sum(fees.paid)", "as: date, value: sum(fees.paid)", "存的是日期" },
            { "as: money, value: sum(fees.paid)", "as: money, decimals: 3, value: sum(fees.paid)", "只用于 as: number" },
            { "as: money, value: sum(fees.paid)", "as: money, required: true, value: sum(fees.paid)", "不能写 required" },
            { "as: money, value: sum(fees.paid)", "as: money, value: sum(fees.payed)", "sum 要写明哪一栏" },
            { "as: money, value: sum(fees.paid)", "as: money, value: per_head", "只能用写在它前面的计算字段" },
            { "as: money, value: sum(fees.paid)", "as: money, value: fee_sum + 1", "只能用写在它前面的计算字段" },
            { "as: date, value: date(heard_at)", "as: date, value: today", "不能用 today" },
            { "as: date, value: date(heard_at)", "as: date, value: date(now)", "不能用 today" },
            { "as: integer, value: count(fees)", "as: text, value: identity", "会把它泄露出去" },
            { "as: integer, value: count(fees)", "as: integer, value: score", "会把它泄露出去" },
            { "as: integer, value: count(fees)", "as: text, value: verdict", "由限定可见的“verdict”算出" },
            { "asks: [closed_on]", "asks: [closed_on, lines]", "操作“close”不能问它或设置它" },
            { "unique: [unit, opened_month]", "unique: [unit, month]", "没有字段“month”" },
            { "unique: [unit, opened_month]", "unique: [unit, credit]", "unique 里不写它自己" },
            { "story: {title: 经过, type: longtext", "story: {title: 经过, unique: true, type: longtext", "不能要求不重复" },
            { "type: integer, sensitive: true", "type: integer, personal: other", "要隐藏它，写 sensitive: true" },
            { "visible: {states: [closed]}", "visible: {states: [done]}", "没有环节“done”" },
            { "visible: {roles: [head]}", "visible: {roles: [boss]}", "没有角色“boss”" },
            { "visible: {roles: [head]}", "visible: {role: [head]}", "不认识键“role”。是不是“roles”？" },
            { "visible: {roles: [head]}", "visible: {}", "visible 要写 states 或 roles" },
            { "visible: {states: [closed]}", "required: true, visible: {states: [closed]}", "记录就登记不了" },
            { "fees: {title: 费用, type: rows", "path: {title: 费用, type: rows", "不能用这个名称" },
            { "cause within civil", "cause within criminal", "没有代码 criminal" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void WrongField_IsRefusedInWords(string right, string wrong, string says)
    {
        var (catalogue, problems) = EveryType.With((right, wrong));

        catalogue.ShouldBeNull();
        problems.ShouldContain(problem => problem.Message.Contains(says), string.Join('\n', problems));
    }

    [Fact]
    public void EveryTypeAndEveryKey_IsDescribed()
    {
        foreach (var type in FieldTypes.All.Values)
        {
            type.Meaning.Length.ShouldBeGreaterThan(1, type.Name);
            foreach (var key in type.Keys)
                (key.Value.Words.Length > 0 && key.Meaning.EndsWith('。')).ShouldBeTrue($"{type.Name}.{key.Name}");
        }
        FieldShapes.Common.ShouldAllBe(key => key.Meaning.EndsWith('。'));
    }

    [Fact]
    public void Divisions_WithAWrongLine_AreRefusedAtThatLine()
    {
        var problems = new List<DefinitionProblem>();

        DivisionList.Read("areas.csv", "# 注\n210202,中山区\n2102,大连市\n210202,又", problems);

        problems.Select(problem => problem.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void WithoutDivisions_OnlyTheShapeIsChecked()
    {
        var type = new DivisionField();

        type.Parse("219999").Error.ShouldBeNull();
        type.Parse("990000").Error.ShouldNotBeNull();
    }
}
