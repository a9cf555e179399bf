namespace Fazhang.Core.Reports;

/// <summary>What a report knows besides its figures. In a template: <c>{year}</c>, <c>{place}</c> and so on.</summary>
public sealed record ReportVariables
{
    /// <summary>The year reported on.</summary>
    public required int Year { get; init; }

    /// <summary>The place reported on, as it stands in the title (大连市).</summary>
    public required string Place { get; init; }

    /// <summary>The office that signs (大连市司法局).</summary>
    public required string Office { get; init; }

    /// <summary>成文日期, the date under the signature.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The names a template may use, with what each stands for.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } =
        new Dictionary<string, string>
        {
            ["year"] = "报告年度",
            ["last_year"] = "上一年度",
            ["next_year"] = "下一年度",
            ["place"] = "地区",
            ["office"] = "发文机关",
            ["date"] = "成文日期",
        };

    /// <summary>The text of a variable.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is not in <see cref="Names"/>; the template parser lets none through.</exception>
    public string Text(string name) =>
        name switch
        {
            "year" => $"{Year}",
            "last_year" => $"{Year - 1}",
            "next_year" => $"{Year + 1}",
            "place" => Place,
            "office" => Office,
            // GB/T 9704-2012, 7.3.5.4: Arabic numerals, month and day without a leading zero.
            "date" => $"{Date.Year}年{Date.Month}月{Date.Day}日",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "没有这个变量"),
        };
}
