using FsCheck;
using FsCheck.Fluent;
using static Fazhang.Tests.Expressions.SampleScope;

namespace Fazhang.Tests.Expressions;

/// <summary>Random well-typed expressions, as text, and random rows for them.</summary>
internal static class ExpressionGenerator
{
    private static readonly string[] s_texts =
    [
        "",
        "a",
        "B",
        "b",
        "ab",
        "a ",
        "it''s",
        "\\",
        "%",
        "甲",
        "乙",
        "\uE000",
        "\uFF21",
        "\U00020000",
        "\U00020001",
    ];
    private static readonly string[] s_dates =
    [
        "2012-12-31",
        "2013-01-01",
        "2024-02-09",
        "2024-02-18",
        "2024-03-02",
        "2026-12-31",
        "2036-12-31",
        "2037-01-01",
    ];
    private static readonly string[] s_integers = ["0", "1", "-1", "7", "10", "2024", "9007199254740993", "9223372036854775807"];
    private static readonly string[] s_decimals = ["0.1", "0.5", "-1.5", "0.333", "1234.56", "3.00", "0.000000000000001"];
    private static readonly string[] s_compare = ["=", "!=", "<", "<=", ">", ">="];

    /// <summary>A condition, number, date or other value with at most <paramref name="depth"/> operators above each other.</summary>
    public static Gen<string> Any(int depth) =>
        Gen.Frequency(
            (8, Condition(depth)),
            (2, Number(depth)),
            (1, Date),
            (1, Text),
            (1, Gen.Constant("outcome")),
            (1, Gen.Constant("respondent"))
        );

    public static Gen<object?[]> Row { get; } =
        from applied in Maybe(Dates)
        from accepted in Maybe(Dates)
        from applicant in Maybe(Gen.Elements(s_texts).Select(text => text.Replace("''", "'")))
        from remark in Maybe(Gen.Elements(s_texts).Select(text => text.Replace("''", "'")))
        from persons in Maybe(Integers)
        from visits in Maybe(Integers)
        from amount in Maybe(Integers)
        from rate in Maybe(Integers)
        from urgent in Maybe(Gen.Elements(true, false))
        from shown in Maybe(Gen.Elements(true, false))
        from outcome in Maybe(Gen.Elements(Codes))
        from respondent in Maybe(Gen.Choose(1, 8).Select(id => (long)id))
        from heard in Maybe(Moments)
        from signed in Maybe(Moments)
        from tags in Maybe(Gen.NonEmptyListOf(Gen.Elements(Codes)).Select(codes => string.Join(',', codes.Distinct())))
        from fees in Maybe(Gen.NonEmptyListOf(FeeRow).Select(rows => $"[{string.Join(',', rows)}]"))
        select new[]
        {
            applied,
            accepted,
            applicant,
            remark,
            persons,
            visits,
            amount,
            rate,
            urgent,
            shown,
            outcome,
            respondent,
            heard,
            signed,
            tags,
            fees,
        };

    private static Gen<string> Moments =>
        from day in Gen.Choose(-20, 20)
        from minute in Gen.Elements(0, 569, 570, 571, 1439)
        select Today.AddDays(day).ToDateTime(TimeOnly.MinValue).AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm");

    private static Gen<string> FeeRow =>
        from paid in Gen.Elements("", "\"paid\":0,", "\"paid\":-125,", "\"paid\":1000000000000000,")
        from share in Gen.Elements("", "\"share\":333333,", "\"share\":-1,")
        from pieces in Gen.Elements("\"pieces\":1", "\"pieces\":7,\"note\":\"a\\\"b}],甲\"")
        select "{" + paid + share + pieces + "}";

    private static Gen<DateOnly> Dates =>
        Gen.OneOf(
            Gen.Choose(-900, 900).Select(days => Today.AddDays(days)),
            Gen.Elements(s_dates).Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd")),
            Gen.Elements(new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31), new DateOnly(1999, 2, 28))
        );

    private static Gen<long> Integers =>
        Gen.OneOf(
            Gen.Choose(-20, 20).Select(value => (long)value),
            Gen.Choose(0, 10_000_000).Select(value => (long)value),
            Gen.Elements(long.MinValue, long.MaxValue, 9007199254740993L, -9007199254740993L)
        );

    private static Gen<string> Text { get; } =
        Gen.OneOf(Gen.Elements("applicant", "remark"), Gen.Elements(s_texts).Select(text => $"'{text}'"));

    private static Gen<object?> Maybe<T>(Gen<T> values) =>
        Gen.Frequency((1, Gen.Constant<object?>(null)), (4, values.Select(value => (object?)value)));

    private static Gen<string> Condition(int depth)
    {
        Gen<string> comparison = Gen.OneOf(
            Compare(Number(depth / 2), Number(depth / 2), s_compare),
            Compare(Date, Date, s_compare),
            Compare(Text, Text, s_compare),
            Compare(Gen.Constant("outcome"), Gen.Elements(Codes), ["=", "!="]),
            Compare(Gen.Constant("respondent"), Gen.Elements("1", "2", "visits", "respondent"), ["=", "!="]),
            Compare(Moment, Moment, s_compare),
            from field in Gen.Elements("outcome", "tags")
            from code in Gen.Elements("mediated", "settled", "(mediated, persons)", "(revoked, settled)")
            select $"{field} within {code}",
            Gen.Elements(Codes).Select(code => $"has(tags, {code})"),
            In("outcome", Gen.Elements(Codes)),
            In("applicant", Gen.Elements(s_texts).Select(text => $"'{text}'")),
            In("applied_on", Gen.Elements(s_dates)),
            In("persons", Gen.Elements(s_integers)),
            In("amount", Gen.OneOf(Gen.Elements(s_integers), Gen.Elements(s_decimals))),
            from field in Gen.Elements(
                "applied_on",
                "applicant",
                "remark",
                "persons",
                "amount",
                "urgent",
                "outcome",
                "respondent",
                "heard_at",
                "tags",
                "fees",
                "'a'",
                "today"
            )
            from empty in Gen.Elements("is empty", "is not empty")
            select $"{field} {empty}",
            Gen.Elements("urgent", "public", "true", "false")
        );
        if (depth == 0)
            return comparison;
        var inner = Condition(depth - 1);
        return Gen.Frequency(
            (3, comparison),
            (2, from a in inner from b in inner from word in Gen.Elements("and", "or") select $"({a}) {word} ({b})"),
            (1, from a in inner select $"not ({a})"),
            (1, from a in inner from b in inner from sign in Gen.Elements("=", "!=") select $"({a}) {sign} ({b})"),
            (1, from a in inner from empty in Gen.Elements("is empty", "is not empty") select $"({a}) {empty}")
        );
    }

    private static Gen<string> Number(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements("persons", "visits", "amount", "rate"),
            Gen.Elements("count(fees)", "sum(fees.paid)", "sum(fees.share)", "sum(fees.pieces)", "setting.score"),
            Gen.Elements(s_integers),
            Gen.Elements(s_decimals),
            from function in Gen.Elements("days", "workdays")
            from a in Date
            from b in Date
            select $"{function}({a}, {b})",
            from a in Moment
            from b in Moment
            select $"minutes({a}, {b})",
            from function in Gen.Elements("year", "month")
            from a in Date
            select $"{function}({a})"
        );
        if (depth == 0)
            return leaf;
        var inner = Number(depth - 1);
        return Gen.Frequency(
            (2, leaf),
            (3, from a in inner from b in inner from sign in Gen.Elements("+", "-", "*", "/") select $"({a}) {sign} ({b})"),
            (1, from a in inner select $"-({a})")
        );
    }

    private static Gen<string> Day { get; } =
        Gen.OneOf(
            Gen.Elements("applied_on", "accepted_on", "today", "today()", "date(heard_at)", "date(now)"),
            Gen.Elements(s_dates)
        );

    private static readonly string[] s_periods =
    [
        "+ 1 day",
        "- 400 days",
        "+ 5 workdays",
        "+ 3000 workdays",
        "+ 1 month",
        "- 13 months",
        "+ 5 years",
        "- 1 year",
        "+ setting.term",
        "- setting.validity",
    ];

    // Twice, because the last day of February comes and goes.
    private static Gen<string> Date { get; } =
        Gen.Frequency(
            (5, Day),
            (2, from day in Day from period in Gen.Elements(s_periods) select $"({day} {period})"),
            (1, from day in Day from a in Gen.Elements(s_periods) from b in Gen.Elements(s_periods) select $"({day} {a} {b})")
        );

    // One side is always a field: two texts beside each other are texts.
    private static Gen<string> Moment { get; } = Gen.Elements("heard_at", "signed_at", "now", "now()");

    private static Gen<string> Compare(Gen<string> left, Gen<string> right, string[] signs) =>
        from a in left
        from b in right
        from sign in Gen.Elements(signs)
        select $"{a} {sign} {b}";

    private static Gen<string> In(string field, Gen<string> item) =>
        from items in Gen.NonEmptyListOf(item)
        from word in Gen.Elements("in", "not in")
        select $"{field} {word} ({string.Join(", ", items.Take(6))})";
}
