namespace Fazhang.Core.Expressions;

/// <summary>
/// Order of texts by code point, as UTF-8 bytes order (SQLite BINARY, PostgreSQL COLLATE "C"). string.CompareOrdinal orders
/// UTF-16 units, which puts U+20000 and above (rare characters of names) before U+E000–U+FFFF (full-width forms).
/// </summary>
internal static class CodePoints
{
    public static int Compare(string a, string b)
    {
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
            if (a[i] != b[i])
                return Rank(a[i]) - Rank(b[i]);
        return a.Length - b.Length;
    }

    // A surrogate stands for a code point above every single unit.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
