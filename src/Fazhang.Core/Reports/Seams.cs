namespace Fazhang.Core.Reports;

/// <summary>
/// Puts punctuation right where an optional part of a sentence has disappeared: no separator at the start, none doubled,
/// none before a full stop or a closing bracket, no empty brackets. Text away from such a seam is never touched.
/// </summary>
internal sealed class Seams(bool isSentence)
{
    private const string Openers = "（(“《〔[";
    private const string Closers = "）)”》〕]";

    /// <summary>Separators from weak to strong; of two that meet, the stronger stays.</summary>
    private const string Separators = "、，,：:；;";
    private const string Enders = "。！？";

    private readonly List<Inline> done = [];
    private bool atSeam;

    /// <summary>An optional part disappeared here.</summary>
    public void Cut() => atSeam = true;

    /// <summary>The next piece of the sentence.</summary>
    public void Add(Inline piece)
    {
        if (piece.Text.Length == 0)
            return;
        var inline = piece;
        while (atSeam && inline is TextInline words)
        {
            var mended = Mend(words.Words);
            if (mended == words.Words)
                break;
            if (mended.Length == 0)
                return;
            inline = new TextInline(mended);
        }
        atSeam = false;
        // Words that now touch become one piece again.
        if (inline is TextInline next && done.Count > 0 && done[^1] is TextInline last)
            done[^1] = new TextInline(last.Words + next.Words);
        else
            done.Add(inline);
    }

    /// <summary>The sentence, its end put right too; empty when nothing but punctuation is left.</summary>
    public IReadOnlyList<Inline> Finish()
    {
        if (atSeam)
        {
            while (Last is { } last && Separators.Contains(last))
                DropLast();
            if (isSentence && Last is { } end && !Enders.Contains(end) && !Closers.Contains(end))
                done.Add(new TextInline("。"));
        }
        return done;
    }

    private char? Last => done.Count == 0 ? null : done[^1].Text[^1];

    /// <summary>One repair between what stands before the seam and <paramref name="after"/>; returns what is left of the latter.</summary>
    private string Mend(string after)
    {
        var (left, right) = (Last, after[0]);
        var opensHere = left is null || Openers.Contains(left.Value) || Enders.Contains(left.Value);
        if (left is { } opener && Openers.Contains(opener) && Closers.Contains(right))
        {
            DropLast();
            return after[1..];
        }
        if (opensHere && (Separators.Contains(right) || Enders.Contains(right)))
            return after[1..];
        // 其中[[民事…]][[、刑事…]]: the first of an enumeration went; a 、 never follows the words that introduce it.
        if (right == '、' && done[^1] is TextInline && !Separators.Contains(left!.Value))
            return after[1..];
        if (left is not { } before || !Separators.Contains(before))
            return after;
        if (Separators.Contains(right) && Strength(right) < Strength(before))
            return after[1..];
        if (Separators.Contains(right) || Enders.Contains(right) || Closers.Contains(right))
            DropLast();
        return after;
    }

    private static int Strength(char separator) =>
        separator switch
        {
            '、' => 0,
            '，' or ',' => 1,
            '：' or ':' => 2,
            _ => 3,
        };

    private void DropLast()
    {
        var words = ((TextInline)done[^1]).Words[..^1];
        if (words.Length == 0)
            done.RemoveAt(done.Count - 1);
        else
            done[^1] = new TextInline(words);
    }
}
