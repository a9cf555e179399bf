namespace Fazhang.Verify.Reading;

/// <summary>Classes of characters in folded text.</summary>
internal static class Chars
{
    /// <summary>Chinese characters that may write a number.</summary>
    public const string ChineseDigits = "〇零一二两三四五六七八九";

    public const string ChineseMultipliers = "十百千万亿";

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    public static bool IsChineseDigit(char c) => ChineseDigits.Contains(c);

    public static bool IsChineseNumeral(char c) => ChineseDigits.Contains(c) || ChineseMultipliers.Contains(c);

    public static bool IsBlank(char c) => c is ' ' or '\t';

    public static bool IsLineBreak(char c) => c is '\n' or '\r';

    /// <summary>Ends a statement for certain.</summary>
    public static bool EndsSentence(char c) => c is '。' or '!' or '?' or '\n' or '\r';

    /// <summary>Ends a clause: what stands before and after are separate statements or list items.</summary>
    public static bool EndsClause(char c) =>
        EndsSentence(c) || c is ',' or ';' or ':' or '、' or '(' or ')' or '|' or '\t' or '\0';
}
