using Fazhang.Verify.Reading;

namespace Fazhang.Verify.Figures;

/// <summary>A numeral with its surroundings, about to be judged: is it a statistical figure, and of which kind?</summary>
internal sealed class Candidate
{
    private static readonly string[] LessOrMore =
    [
        "大约",
        "超过",
        "超出",
        "突破",
        "将近",
        "接近",
        "不足",
        "至少",
        "不少于",
        "不低于",
        "不超过",
        "不高于",
        "不多于",
        "多达",
        "高达",
        "最多",
        "近",
        "约",
        "超",
        "逾",
        "上",
        "达到近",
        "以近",
    ];

    private static readonly string[] AfterUnit = ["以上", "以下", "以内", "左右", "上下", "之多", "不等", "之内"];

    public Candidate(Layout layout, Numeral numeral)
    {
        Layout = layout;
        Numeral = numeral;
        var at = SkipBlanks(numeral.End);
        More =
            (Text[at] is '余' or '多' || (Text[at] is '来' or '几' && numeral.Value >= 10))
            && (numeral.HasMultiplier || !Text.StartsWith(at, "多元"))
            && !Text.StartsWithAny(at, ["来自", "来源", "来访", "来电", "来信", "余下", "余额"]);
        at = More ? SkipBlanks(at + 1) : at;
        if (IsAlone(at))
        {
            at = SkipBlanks(at + (Text[at] == '\r' ? 2 : 1));
        }
        if (Chars.IsLineBreak(Text[at]) && layout.IsSoftBreakAt(at))
        {
            at += Text[at] == '\r' ? 2 : 1; // 增加352万⏎人
        }
        Measure = Measures.At(Text, at);
        UnitStart = at;
        UnitEnd = Measure is null ? at : at + Measure.Word.Length;
        if (
            Measure is { Kind: MeasureKind.Person or MeasureKind.Thing or MeasureKind.Event }
            && Text[UnitEnd] is '多' or '余'
            && Text[UnitEnd + 1] is '名' or '人' or '次'
        )
        {
            More = true;
        }
        Hedge = LessOrMore.FirstOrDefault(word => Text.EndsWith(numeral.Start, word) && !IsPartOfWord(word)) ?? "";
        var aside =
            Text.StartsWith(UnitEnd, "(含)") ? 3
            : Text[UnitEnd] == '及' ? 1
            : 0; // 10人(含)以下, 2日及以上
        var tail = AfterUnit.FirstOrDefault(word => Text.StartsWith(UnitEnd + aside, word)) ?? "";
        Tail = tail.Length > 0 && aside > 0 ? Text.Span(UnitEnd, UnitEnd + aside).ToString() + tail : tail;
    }

    public Layout Layout { get; }

    /// <summary>The table cell that holds nothing but this number and its unit; null elsewhere.</summary>
    public Cell? OwnCell =>
        Layout.Tables.Count > 0
        && Layout.CellAt(Numeral.Start) is { Row: > 0 } cell
        && (cell.Column > 0 || cell.IsInDataRow)
        && cell.Start == Numeral.Start - (HasCellSign ? 1 : 0)
        && cell.End <= UnitEnd + Tail.Length
            ? cell
            : null;

    /// <summary>-5, +3, ↑2.55 in a cell.</summary>
    public bool HasCellSign => Text[Numeral.Start - 1] is '-' or '+' or '−' or '↑' or '↓';

    public FoldedText Text => Layout.Text;

    public Numeral Numeral { get; }

    public Measure? Measure { get; }

    public int UnitStart { get; }

    public int UnitEnd { get; }

    /// <summary>余, 多, 来 or 几 between the numeral and the measure word.</summary>
    public bool More { get; }

    /// <summary>近, 约, 超 … directly before the numeral; empty when there is none.</summary>
    public string Hedge { get; }

    /// <summary>以上, 左右 … directly behind the measure word; empty when there is none.</summary>
    public string Tail { get; }

    public bool IsApprox => More || Numeral.InnerMore || Hedge.Length > 0 || Tail.Length > 0;

    /// <summary>分别上升3.7、0.2个百分点: the measure word that stands behind the last number of a list.</summary>
    public Measure? Shared()
    {
        var at = Numeral.End;
        for (var count = 0; count < 8 && Text[at] is '、' or '和' or '与' or '及' && Chars.IsDigit(Text[at + 1]); count++)
        {
            at++;
            while (Chars.IsDigit(Text[at]) || Text[at] == '.')
            {
                at++;
            }
        }
        return at == Numeral.End || Measure is not null ? null : Measures.At(Text, at);
    }

    public bool IsArabic => Numeral.Script == Script.Arabic;

    public MeasureKind? Kind => Measure?.Kind;

    /// <summary>Where the words directly before the number end: the number itself or its hedge, blanks skipped.</summary>
    public int WordsEnd => SkipBlanksBack(Numeral.Start - Hedge.Length);

    /// <summary>The character behind number, unit and 以上/左右.</summary>
    public char Next => Text[SkipBlanks(UnitEnd + Tail.Length)];

    public bool IsWhole => Numeral.Value == decimal.Truncate(Numeral.Value);

    /// <summary>公开信息⏎5928⏎条: a web page has put the number into a line of its own, in the middle of its sentence.</summary>
    private bool IsAlone(int at) =>
        Chars.IsLineBreak(Text[at])
        && Chars.IsLineBreak(Text[SkipBlanksBack(Numeral.Start) - 1])
        && Measures.At(Text, SkipBlanks(at + (Text[at] == '\r' ? 2 : 1)))
            is { Kind: MeasureKind.Thing or MeasureKind.Person or MeasureKind.Event or MeasureKind.Money or MeasureKind.Percent };

    /// <summary>Up to so many characters before the number, within the clause.</summary>
    public ReadOnlySpan<char> Before(int length)
    {
        var end = WordsEnd;
        var start = end;
        while (start > 0 && end - start < length && !Chars.EndsClause(Text[start - 1]))
        {
            start--;
        }
        return Text.Span(start, end);
    }

    public int SkipBlanks(int at)
    {
        while (Chars.IsBlank(Text[at]))
        {
            at++;
        }
        return at;
    }

    public int SkipBlanksBack(int at)
    {
        while (Chars.IsBlank(Text[at - 1]))
        {
            at--;
        }
        return at;
    }

    /// <summary>最近, 附近, 预约, 节约, 以上, 网上: the hedge is the end of another word.</summary>
    private bool IsPartOfWord(string hedge)
    {
        var before = Text[Numeral.Start - hedge.Length - 1];
        return hedge switch
        {
            "近" => before is '最' or '附' or '靠' or '临' or '新',
            "约" => before is '预' or '节' or '签' or '契' or '公' or '合' or '违' or '特',
            "上" => !(Text[Numeral.Start] is '百' or '千' or '万' or '亿')
                || before is '网' or '线' or '会' or '以' or '路' or '场' or '合',
            "超" => before is '高',
            _ => false,
        };
    }
}
