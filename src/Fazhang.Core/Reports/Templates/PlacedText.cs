namespace Fazhang.Core.Reports;

/// <summary>A stretch of a template with the line and column of each character, lines joined as a reader reads them.</summary>
internal sealed class PlacedText
{
    private readonly List<(int Line, int Column)> places = [];
    private readonly System.Text.StringBuilder text = new();

    /// <summary>The characters.</summary>
    public string Text => text.ToString();

    /// <summary>Line and column (from 1) of a character; behind the last one, the place where the next would stand.</summary>
    public (int Line, int Column) At(int index) =>
        index < places.Count ? places[index]
        : places.Count > 0 ? (places[^1].Line, places[^1].Column + 1)
        : (1, 1);

    /// <summary>Appends a line of the source. Chinese lines join without a blank, Latin words keep one between them.</summary>
    /// <param name="words">The characters of the line.</param>
    /// <param name="line">Line in the file, from 1.</param>
    /// <param name="column">Column of the first character, from 1.</param>
    public void Append(ReadOnlySpan<char> words, int line, int column)
    {
        // The first-line indent is layout (the ideographic space included), not text.
        var trimmed = words.TrimStart();
        column += words.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd();
        if (text.Length > 0 && trimmed.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(trimmed[0]))
        {
            text.Append(' ');
            places.Add((line, column));
        }
        foreach (var character in trimmed)
        {
            text.Append(character);
            places.Add((line, column++));
        }
    }

    /// <summary>A part of it, with its places.</summary>
    public PlacedText Slice(int start, int end)
    {
        var slice = new PlacedText();
        for (var i = start; i < end; i++)
        {
            slice.text.Append(text[i]);
            slice.places.Add(places[i]);
        }
        return slice;
    }
}
