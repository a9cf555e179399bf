using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>
/// A unified social credit code (GB 32100-2015): 18 characters without I, O, S, V and Z; the last one checks the others,
/// MOD 31.
/// </summary>
public sealed class CreditCodeField : TextField
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public override string Name => "credit_code";

    public override string Meaning => "统一社会信用代码（GB 32100，18 位，核对校验码）";

    public override Parsed Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = input.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.Length != 18)
            return Parsed.Wrong($"不是统一社会信用代码：应为 18 位，现在是 {text.Length} 位。请对照证照核对。");
        foreach (var character in text)
            if (!Characters.Contains(character))
                return Parsed.Wrong($"里有“{character}”：只用数字和大写字母，不用 I、O、S、V、Z。请对照证照核对。");
        if (!text[2..8].All(char.IsAsciiDigit))
            return Parsed.Wrong($"的第 3 至 8 位“{text[2..8]}”应当是登记机关的行政区划代码。请对照证照核对。");
        return CheckCharacter(text) == text[17]
            ? Parsed.Ok(text)
            : Parsed.Wrong("的校验码不对：可能有一位写错，或者两位写反。请对照证照逐位核对。");
    }

    public override string? Check(object value, object? before, UnitTree units) => Parse((string)value).Error;

    /// <summary>Of nobody: its registry is no county (XX0000).</summary>
    public override object Invent(Invention at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var code = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"91{at.Province}0000{at.Random.Below(1_000_000_000):000000000}"
        );
        return code + CheckCharacter(code);
    }

    /// <summary>The 18th character that belongs to the first 17.</summary>
    public static char CheckCharacter(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            sum += Characters.IndexOf(code[i], StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return Characters[(31 - sum % 31) % 31];
    }
}
