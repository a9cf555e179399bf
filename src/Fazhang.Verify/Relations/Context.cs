using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Relations;

/// <summary>The figures of one text with what stands between them: all that the relation finders look at.</summary>
internal sealed class Context
{
    /// <summary>More words than this between two figures never belong together.</summary>
    private const int LongestGap = 60;

    /// <summary>Measure words for cases and papers that reports mix in one list: 省长信箱23件、市长信箱41封.</summary>
    private static readonly string[] Pieces = ["件", "宗", "起", "封", "例", "单", "个", "条", "份", "项", "通", ""];

    /// <summary>Measure words for events that reports mix in one list: 活动50场次,其中进校园20场.</summary>
    private static readonly string[] Sessions = ["场", "场次", "场(次)", "次"];

    private readonly int[] sentences;
    private readonly int[] paragraphs;
    private readonly string[] gaps;
    private readonly Role[] roles;

    public Context(Layout layout, IReadOnlyList<Figure> figures, CheckOptions options)
    {
        Layout = layout;
        Figures = figures;
        Options = options;
        sentences = [.. figures.Select(figure => layout.SentenceOf(figure.Start))];
        paragraphs = [.. figures.Select(figure => layout.ParagraphOf(figure.Start))];
        gaps = [.. Enumerable.Range(0, figures.Count).Select(ReadGap)];
        roles = new Role[figures.Count];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = ReadRole(i);
        }
    }

    public Layout Layout { get; }

    public FoldedText Text => Layout.Text;

    public IReadOnlyList<Figure> Figures { get; }

    public CheckOptions Options { get; }

    public Figure this[int index] => Figures[index];

    /// <summary>The words between the figure before (its unit included) and this one; only the last 60 when there are more.</summary>
    public string Gap(int index) => gaps[index];

    public int Sentence(int index) => sentences[index];

    public bool SameSentence(int a, int b) => sentences[a] == sentences[b];

    public bool SameParagraph(int a, int b) => paragraphs[a] == paragraphs[b];

    /// <summary>The clause between the last punctuation mark and the figure; of 批捕90件120人 both amounts have the same.</summary>
    public string Label(int index)
    {
        while (index > 0 && IsAmount(index) && IsAmount(index - 1) && gaps[index].Length == 0 && SameSentence(index, index - 1))
        {
            index--;
        }
        var gap = gaps[index];
        var start = gap.Length;
        while (start > 0 && !Chars.EndsClause(gap[start - 1]))
        {
            start--;
        }
        return gap[start..].Trim();
    }

    /// <summary>What an amount is called when its words follow it: 30件在办, 还有30件在办.</summary>
    public string Name(int index)
    {
        var label = Label(index);
        return label.Length < 2 || label is "还有" or "另有" or "尚有" or "余下" or "剩下" or "剩余"
            ? label + After(index)
            : label;
    }

    /// <summary>The words behind the figure's unit up to the next punctuation mark or figure.</summary>
    public string After(int index)
    {
        var start = UnitEnd(index);
        var end = start;
        var stop = Math.Min(index + 1 < Figures.Count ? Figures[index + 1].Start : Text.Length, start + LongestGap);
        while (end < stop && !Chars.EndsClause(Text[end]))
        {
            end++;
        }
        return Text.Span(start, end).ToString();
    }

    /// <summary>Just behind number, 余, unit and 以上.</summary>
    public int UnitEnd(int index)
    {
        var figure = Figures[index];
        var at = figure.End;
        while (Chars.IsBlank(Text[at]) || Text[at] is '余' or '多' or '来')
        {
            at++;
        }
        return figure.Unit.Length > 0 && Text.StartsWith(at, figure.Unit) ? at + figure.Unit.Length : figure.End;
    }

    /// <summary>A number of things, persons, events or yuan: something that can be added.</summary>
    public bool IsAmount(int index) =>
        Figures[index].Kind is FigureKind.Count or FigureKind.People or FigureKind.Times or FigureKind.Money
        && Figures[index].Status != FigureStatus.Benchmark;

    /// <summary>An amount of this period: neither last year's figure nor a difference.</summary>
    public bool IsCurrent(int index) => IsAmount(index) && roles[index] == Role.Current;

    /// <summary>Last year's figure, named for comparison: 上年96件, 比上年6件多.</summary>
    public bool IsBase(int index) => IsAmount(index) && roles[index] == Role.Base;

    /// <summary>A difference: 较上年净增842件, 减1093件.</summary>
    public bool IsDelta(int index) => IsAmount(index) && roles[index] == Role.Delta;

    /// <summary>The figure stands in brackets that are closed before the next figure: 立案30件(其中要案4件),增长25%.</summary>
    public bool IsInBrackets(int index)
    {
        var before = gaps[index];
        var end = UnitEnd(index);
        var behind =
            index + 1 < gaps.Length ? gaps[index + 1] : Text.Span(end, Math.Min(Text.Length, end + LongestGap)).ToString();
        return before.LastIndexOf('(') > before.LastIndexOf(')')
            && behind.Contains(')')
            && (behind.IndexOf('(') is var open && (open < 0 || open > behind.IndexOf(')')));
    }

    /// <summary>Amounts that may stand in one sum or ratio.</summary>
    public bool Compatible(int a, int b) => IsAmount(a) && IsAmount(b) && CompatibleUnits(Figures[a], Figures[b]);

    /// <summary>处分95人:厅级2、处级93: a bare number may count whatever the amount before it counts.</summary>
    public bool LacksUnitOf(int bare, int amount) =>
        Figures[bare] is { Unit: "", Kind: FigureKind.Count }
        && Figures[amount].Kind is FigureKind.Count or FigureKind.People or FigureKind.Times
        && Figures[amount].Status != FigureStatus.Benchmark;

    /// <summary>The figure with unit as the text has it, for messages.</summary>
    public string Show(int index) => Text.Source[Figures[index].Start..UnitEnd(index)];

    private static bool CompatibleUnits(Figure a, Figure b) =>
        a.Unit == b.Unit
        || Sessions.Contains(a.Unit) && Sessions.Contains(b.Unit)
        || (a.Kind == FigureKind.People && b.Kind == FigureKind.People)
        || (a.Kind == FigureKind.Count && b.Kind == FigureKind.Count && Pieces.Contains(a.Unit) && Pieces.Contains(b.Unit));

    private Role ReadRole(int index)
    {
        // 上年197件375人: the second amount has the first one's part.
        if (index > 0 && gaps[index].Trim().Length == 0 && sentences[index] == sentences[index - 1])
        {
            return roles[index - 1];
        }
        if (
            Comparisons.IsPlan(Label(index))
            && Behind(index) is ['的', var next, ..]
            && (Chars.IsDigit(next) || next is '约' or '近')
        )
        {
            return Role.Aside; // 完成预算60999万元的40.4%
        }
        var role = Comparisons.RoleOf(Label(index));
        if (
            role == Role.Current
            && index > 0
            && sentences[index] == sentences[index - 1]
            && Comparisons.IsLastYearOf(Label(index), Label(index - 1))
        )
        {
            return Role.Base;
        }
        return role == Role.Current && Comparisons.IsCompared(gaps[index], Behind(index)) ? Role.Base : role;
    }

    /// <summary>The words behind the figure's unit; a bracket in between is skipped.</summary>
    private string Behind(int index)
    {
        var at = UnitEnd(index);
        if (Text[at] == '(')
        {
            for (var i = at; i < Math.Min(Text.Length, at + LongestGap); i++)
            {
                if (Text[i] == ')')
                {
                    at = i + 1;
                    break;
                }
            }
        }
        return Text.Span(at, Math.Min(Text.Length, at + 4)).ToString();
    }

    private string ReadGap(int index)
    {
        var end = Figures[index].Start;
        var start = index == 0 ? 0 : Math.Min(end, UnitEnd(index - 1));
        return Text.Span(Math.Max(start, end - LongestGap), end).ToString();
    }
}
