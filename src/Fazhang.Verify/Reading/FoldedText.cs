using System.Buffers;

namespace Fazhang.Verify.Reading;

/// <summary>
/// The source text with full-width letters, digits and signs folded to their half-width twins, character by
/// character, so that an offset in the folded text is the same offset in the source.
/// </summary>
internal sealed class FoldedText
{
    private static readonly SearchValues<char> Foldable = SearchValues.Create(AllFoldable());

    public FoldedText(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        Text = source.AsSpan().IndexOfAny(Foldable) < 0 ? source : string.Create(source.Length, source, FoldInto);
    }

    public string Source { get; }

    public string Text { get; }

    public int Length => Text.Length;

    /// <summary>The folded character, or NUL outside the text: callers look left and right without range checks.</summary>
    public char this[int index] => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    public ReadOnlySpan<char> Span(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        return Text.AsSpan(start, Math.Max(0, Math.Min(end, Text.Length) - start));
    }

    /// <summary>True when the text that ends just before <paramref name="end"/> is <paramref name="word"/>.</summary>
    public bool EndsWith(int end, string word) => Span(end - word.Length, end).SequenceEqual(word);

    public bool StartsWith(int start, string word) => Span(start, start + word.Length).SequenceEqual(word);

    public bool EndsWithAny(int end, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (EndsWith(end, word))
            {
                return true;
            }
        }
        return false;
    }

    public bool StartsWithAny(int start, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (StartsWith(start, word))
            {
                return true;
            }
        }
        return false;
    }

    private static void FoldInto(Span<char> target, string source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = Fold(source[i]);
        }
    }

    private static char Fold(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' or '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\uFEFF' or '\u200B' => ' ',
            '﹪' => '%',
            '–' or '—' or '―' or '−' or '‐' or '‑' => '-',
            '○' => '〇',
            _ => c,
        };

    private static char[] AllFoldable() => [.. Enumerable.Range(0, char.MaxValue).Select(i => (char)i).Where(c => Fold(c) != c)];
}
