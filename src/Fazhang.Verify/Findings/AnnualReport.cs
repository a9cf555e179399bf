using System.Text.RegularExpressions;
using Fazhang.Verify.Reading;
using Fazhang.Verify.Relations;

namespace Fazhang.Verify.Findings;

/// <summary>
/// What an annual report on rule-of-law government must contain and when it must be public: 《法治政府建设与责任落实督察工作规定》
/// (厅字〔2019〕28号) article 24: before 1 April, with five parts, of which the last (其他) may be empty.
/// </summary>
internal sealed partial class AnnualReport(Context context, Ledger ledger)
{
    private const int HeadLength = 400;
    private const int LongestHeading = 60;

    private static readonly (string Name, string[] Words)[] Sections =
    [
        ("上一年推进法治政府建设的主要举措和成效", ["举措", "成效", "工作情况", "主要工作", "工作总结", "推动", "开展情况"]),
        ("推进法治政府建设存在的不足和原因", ["不足", "问题"]),
        ("党政主要负责人履行推进法治建设第一责任人职责", ["第一责任人", "主要负责人履行"]),
        ("下一年度推进法治政府建设的主要安排", ["打算", "安排", "计划", "思路", "下一步", "下步", "重点工作"]),
    ];

    /// <summary>The title names 法治政府建设 and calls itself a report.</summary>
    public static bool Is(FoldedText text)
    {
        var head = text.Span(0, HeadLength);
        return head.Contains("法治政府建设", StringComparison.Ordinal)
            && (head.Contains("报告", StringComparison.Ordinal) || head.Contains("年报", StringComparison.Ordinal))
            && text.Length > 1500;
    }

    public void Check()
    {
        CheckSections();
        CheckPublication();
        CheckPartsOfTheYear();
    }

    private void CheckSections()
    {
        var headings = Headings();
        foreach (var (name, words) in Sections)
        {
            if (!headings.Exists(heading => words.Any(word => heading.Contains(word, StringComparison.Ordinal))))
            {
                ledger.RemarkAt(
                    FindingLevel.Question,
                    FindingCodes.SectionMissing,
                    0,
                    0,
                    $"没有找到“{name}”一节的标题。《法治政府建设与责任落实督察工作规定》第二十四条要求年度报告写明这一内容；若已写在别处，请单列标题。"
                );
            }
        }
    }

    /// <summary>Short lines that start with a number (二、, (三), 4. and the like), or with the marks of a Markdown heading.</summary>
    private List<string> Headings()
    {
        var headings = new List<string>();
        var start = 0;
        for (var i = 0; i <= context.Text.Length; i++)
        {
            if (i < context.Text.Length && !Chars.IsLineBreak(context.Text[i]))
            {
                continue;
            }
            var line = context.Text.Span(start, i).Trim();
            if (line.Length is > 3 and <= LongestHeading && HeadingStart().IsMatch(line))
            {
                headings.Add(line.ToString());
            }
            start = i + 1;
        }
        return headings;
    }

    private void CheckPublication()
    {
        var head = context.Text.Span(0, HeadLength * 2).ToString();
        var title = TitleYear().Match(head);
        var published = Published().Match(head);
        if (!title.Success || !published.Success)
        {
            return;
        }
        var year = int.Parse(title.Groups[1].ValueSpan);
        int[] date = [.. published.Groups.Values.Skip(1).Select(group => int.Parse(group.ValueSpan))];
        var isLate = date[0] > year + 1 || (date[0] == year + 1 && (date[1] > 4 || (date[1] == 4 && date[2] > 1)));
        if (isLate)
        {
            ledger.RemarkAt(
                FindingLevel.Question,
                FindingCodes.PublishedLate,
                published.Index,
                published.Length,
                $"{year}年度报告的发布日期是{published.Value.Trim()}，晚于{year + 1}年4月1日。《法治政府建设与责任落实督察工作规定》第二十四条要求每年4月1日之前公开，请说明原因。"
            );
        }
    }

    /// <summary>A yearly report that gives a quarter or the months up to November instead of the year.</summary>
    private void CheckPartsOfTheYear()
    {
        var asked = new HashSet<int>();
        for (var i = 0; i < context.Figures.Count; i++)
        {
            var scope = context[i].Scope;
            var isPart = PartOfYear().IsMatch(scope) && context[i].Kind is not FigureKind.Duration;
            if (isPart && asked.Add(context.Sentence(i)))
            {
                ledger.Remark(
                    FindingLevel.Question,
                    FindingCodes.PartOfYear,
                    i,
                    $"年度报告中“{context[i].Subject}{context.Show(i)}”的期间是“{scope.Split(',')[0]}”，不是全年。请补充全年数，或说明为何只列这一期间。"
                );
            }
        }
    }

    [GeneratedRegex(
        @"^(?:#{1,6}\s|\*{0,2}(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、]))",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex HeadingStart();

    [GeneratedRegex(@"(20\d\d)年(?:度|市|区|县|推进|全面|关于|[^\n]{0,12})?法治政府建设", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"(?:时间|日期)\s{0,2}:\s{0,2}(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Published();

    [GeneratedRegex(@"季度|上半年|下半年|前\d{1,2}个月|20\d\d年(?:[1-9]|1[01])月$", RegexOptions.NonBacktracking)]
    private static partial Regex PartOfYear();
}
