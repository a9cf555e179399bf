using System.Text.RegularExpressions;

namespace Fazhang.Core.Reports;

/// <summary>A part of the report that the rules require and that is not there.</summary>
/// <param name="Part">1 to 5, as the rules count them.</param>
/// <param name="Title">Name of the part.</param>
/// <param name="Block">The heading whose text is missing or incomplete; null when the heading is missing itself.</param>
/// <param name="Todo">What to do.</param>
public sealed record MissingSection(int Part, string Title, int? Block, string Todo);

/// <summary>
/// The five parts of an annual report on building a rule-of-law government: 法治政府建设与责任落实督察工作规定
/// (厅字〔2019〕28号, in force since 2019-04-15). Article 24 has the report published by 1 April.
/// </summary>
public static partial class RequiredSections
{
    private const string Law = "《法治政府建设与责任落实督察工作规定》";

    private const string Numerals = "〇一二三四五";

    private static readonly IReadOnlyList<(string Title, Regex Heading)> Parts =
    [
        ("上一年度主要举措和成效", Achievements()),
        ("存在的不足和原因", Shortcomings()),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", Responsibility()),
        ("下一年度主要安排", Plans()),
        ("其他需要报告的情况", Others()),
    ];

    /// <summary>The parts that are missing, have no text, or (part 2) name no reasons. Empty when the report is complete.</summary>
    public static IReadOnlyList<MissingSection> Check(ReportDocument document)
    {
        var sections = Sections(document);
        return Parts.SelectMany((part, index) => Check(index + 1, part.Title, Find(index, sections))).ToList();
    }

    private static IEnumerable<MissingSection> Check(int number, string title, Section? section)
    {
        if (section is null)
            yield return new(
                number,
                title,
                null,
                $"缺少“{title}”一章,请增加这一章(这是{Law}要求的年度报告五项内容之{Numerals[number]}){Hint(number)}"
            );
        else if (section.Body.Length == 0)
            yield return new(number, title, section.Block, $"“{section.Heading}”下面没有内容,请补写{Hint(number)}");
        else if (number == 2 && !section.Body.Contains("原因") && !Because().IsMatch(section.Body))
            yield return new(
                number,
                title,
                section.Block,
                $"“{section.Heading}”只写了不足,没有写原因,请补写原因({Law}要求“不足和原因”)"
            );
    }

    private static string Hint(int number) => number == 5 ? ";确实没有的,写明“没有其他需要报告的情况”" : "";

    /// <summary>The heading of a part; one heading may cover two (存在的问题和下一步打算).</summary>
    private static Section? Find(int index, IReadOnlyList<Section> sections) =>
        sections.FirstOrDefault(section => Parts[index].Heading.IsMatch(section.Heading));

    /// <summary>Top-level headings, each with all text down to the next of them.</summary>
    private static List<Section> Sections(ReportDocument document)
    {
        var sections = new List<Section>();
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block is Heading { Level: 1 })
                sections.Add(new Section(i, block.Text, ""));
            else if (sections.Count > 0 && block is Paragraph or Table)
                sections[^1] = sections[^1] with { Body = sections[^1].Body + block.Text };
        }
        return sections;
    }

    private sealed record Section(int Block, string Heading, string Body);

    [GeneratedRegex("举措|成效|成绩|进展")]
    private static partial Regex Achievements();

    [GeneratedRegex("不足|问题|短板|薄弱")]
    private static partial Regex Shortcomings();

    [GeneratedRegex("第一责任人")]
    private static partial Regex Responsibility();

    [GeneratedRegex("安排|打算|计划|思路|下一步|部署")]
    private static partial Regex Plans();

    [GeneratedRegex("其他")]
    private static partial Regex Others();

    [GeneratedRegex("由于|因为|源于|主要是因|根源")]
    private static partial Regex Because();
}
