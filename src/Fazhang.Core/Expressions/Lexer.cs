using System.Globalization;

namespace Fazhang.Core.Expressions;

internal enum TokenKind
{
    Word,
    Integer,
    Decimal,
    Text,
    Date,
    Symbol,
    End,
}

/// <summary>One word of an expression; <paramref name="Value"/> is the literal's value (long, DateOnly, string, (long, int)).</summary>
internal readonly record struct Token(TokenKind Kind, int Position, string Text, object? Value = null);

/// <summary>Cuts an expression into tokens. Every character it does not know becomes a problem.</summary>
internal static class Lexer
{
    private static readonly string[] s_symbols = ["<=", ">=", "!=", "(", ")", ",", "=", "<", ">", "+", "-", "*", "/"];

    // What people type, and what the language wants instead.
    private static readonly (string Typed, string Wanted)[] s_slips =
    [
        ("==", "="),
        ("<>", "!="),
        ("&&", "and"),
        ("||", "or"),
        ("!", "not"),
        ("（", "("),
        ("）", ")"),
        ("，", ","),
        ("、", ","),
        ("＝", "="),
        ("≠", "!="),
        ("≤", "<="),
        ("≥", ">="),
        ("＞", ">"),
        ("＜", "<"),
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
        ("×", "*"),
        ("÷", "/"),
        ("−", "-"),
        ("＋", "+"),
    ];

    public static List<Token> Read(string text, ICollection<ExpressionProblem> problems)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length; )
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            at = Next(text, at, tokens, problems);
        }
        tokens.Add(new Token(TokenKind.End, text.Length, ""));
        return tokens;
    }

    private static int Next(string text, int at, List<Token> tokens, ICollection<ExpressionProblem> problems)
    {
        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_')
        {
            var end = Scan(text, at, static c => char.IsAsciiLetterOrDigit(c) || c == '_');
            // fees.amount is one word: a column of rows.
            if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetter(text[end + 1]))
                end = Scan(text, end + 1, static c => char.IsAsciiLetterOrDigit(c) || c == '_');
            tokens.Add(new Token(TokenKind.Word, at, text[at..end]));
            return end;
        }
        if (char.IsAsciiDigit(c))
            return Number(text, at, tokens, problems);
        if (c is '\'' or '"')
            return Quoted(text, at, tokens, problems);
        foreach (var (typed, wanted) in s_slips)
        {
            if (!StartsWith(text, at, typed) || (typed == "!" && StartsWith(text, at, "!=")))
                continue;
            problems.Add(new ExpressionProblem(at, $"“{typed}”应写成 {wanted}"));
            return at + typed.Length;
        }
        var symbol = Array.Find(s_symbols, symbol => StartsWith(text, at, symbol));
        if (symbol is null)
        {
            var end = Scan(text, at, static c => c > '\x7F' && !char.IsWhiteSpace(c));
            end = Math.Max(end, at + 1);
            problems.Add(new ExpressionProblem(at, $"不认识“{text[at..end]}”；文字应加引号，字段用英文名"));
            return end;
        }
        tokens.Add(new Token(TokenKind.Symbol, at, symbol));
        return at + symbol.Length;
    }

    /// <summary>Whether a number other than 0 and 1, a date or a period is among the words.</summary>
    public static bool HasLimit(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
            switch (tokens[i])
            {
                case { Kind: TokenKind.Date or TokenKind.Decimal }:
                case { Kind: TokenKind.Integer, Value: not (0L or 1L) }:
                case { Kind: TokenKind.Integer } when tokens[i + 1] is { Kind: TokenKind.Word, Text: var unit } && IsPeriod(unit):
                    return true;
                default:
                    break;
            }
        return false;
    }

    private static bool IsPeriod(string word) =>
        word is "day" or "days" or "workday" or "workdays" or "month" or "months" or "year" or "years";

    /// <summary>A number that is known to be one.</summary>
    public static Syntax Number(string text, int position)
    {
        var problems = new List<ExpressionProblem>();
        return Read(text, problems)[0] switch
        {
            { Kind: TokenKind.Integer, Value: long value } => new IntegerSyntax(position, value),
            { Kind: TokenKind.Decimal, Value: ValueTuple<long, int> value } => new DecimalSyntax(
                position,
                value.Item1,
                value.Item2
            ),
            _ => throw new ArgumentException($"“{text}” is no number.", nameof(text)),
        };
    }

    // 2024-03-02 without spaces is a date; everything else that starts with a digit is an integer or a decimal.
    private static int Number(string text, int at, List<Token> tokens, ICollection<ExpressionProblem> problems)
    {
        var end = Scan(text, at, char.IsAsciiDigit);
        if (end - at == 4 && LooksLikeDate(text, at))
        {
            var written = text.Substring(at, 10);
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                problems.Add(new ExpressionProblem(at, $"{written} 不是存在的日期"));
            tokens.Add(new Token(TokenKind.Date, at, written, day));
            return at + 10;
        }
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var point = end;
            end = Scan(text, end + 1, char.IsAsciiDigit);
            var digits = string.Concat(text.AsSpan(at, point - at), text.AsSpan(point + 1, end - point - 1)).TrimStart('0');
            var tooLong = Math.Max(digits.Length, end - point - 1) > NumberLiteralNode.MaxDigits;
            if (tooLong)
                problems.Add(new ExpressionProblem(at, $"小数最多写 {NumberLiteralNode.MaxDigits} 位数字"));
            var mantissa = tooLong || digits == "" ? 0 : long.Parse(digits, CultureInfo.InvariantCulture);
            tokens.Add(new Token(TokenKind.Decimal, at, text[at..end], (mantissa, end - point - 1)));
        }
        else
        {
            if (!long.TryParse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture, out var value))
                problems.Add(new ExpressionProblem(at, $"整数太大，最大 {long.MaxValue}"));
            tokens.Add(new Token(TokenKind.Integer, at, text[at..end], value));
        }
        if (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '_'))
            problems.Add(new ExpressionProblem(end, "数字后面不能直接跟字母"));
        return end;
    }

    private static bool LooksLikeDate(string text, int at) =>
        at + 10 <= text.Length
        && text[at + 4] == '-'
        && text[at + 7] == '-'
        && char.IsAsciiDigit(text[at + 5])
        && char.IsAsciiDigit(text[at + 6])
        && char.IsAsciiDigit(text[at + 8])
        && char.IsAsciiDigit(text[at + 9])
        && (at + 10 == text.Length || !char.IsAsciiDigit(text[at + 10]));

    // A quote inside a text is written twice, as in SQL.
    private static int Quoted(string text, int at, List<Token> tokens, ICollection<ExpressionProblem> problems)
    {
        var quote = text[at];
        var end = at + 1;
        while (end < text.Length && (text[end] != quote || (end + 1 < text.Length && text[end + 1] == quote)))
            end += text[end] == quote ? 2 : 1;
        if (end >= text.Length)
            problems.Add(new ExpressionProblem(at, $"引号没有配对，缺少结尾的 {quote}"));
        var content = text[(at + 1)..Math.Min(end, text.Length)];
        if (content.Any(char.IsControl) || !IsWellFormed(content))
            problems.Add(new ExpressionProblem(at, "引号内不能有控制字符或残缺的字"));
        tokens.Add(new Token(TokenKind.Text, at, content, content.Replace($"{quote}{quote}", $"{quote}")));
        return end + 1;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }

    private static int Scan(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return at;
    }

    private static bool StartsWith(string text, int at, string part) =>
        string.CompareOrdinal(text, at, part, 0, part.Length) == 0;
}
