using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>
/// A resident identity number (GB 11643-1999): 6 digits of region, 8 of birth, 3 of sequence, and a check character by
/// ISO 7064 MOD 11-2. Always personal. The region is checked by its province only: numbers keep the code of a county that
/// has since been abolished.
/// </summary>
public sealed class ResidentIdField : TextField
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public override string Name => "resident_id";

    public override string Meaning => "公民身份号码（GB 11643，18 位，核对校验码）；总是个人信息";

    public override Personal AlwaysPersonal => Personal.Id;

    public override Parsed Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = input.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (text.Length != 18 || !text[..17].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(text[17]) || text[17] == 'X'))
            return Parsed.Wrong("不是公民身份号码。应为 18 位：前 17 位是数字，末位是数字或 X。请对照证件核对。");
        if (!DivisionField.IsProvince(text))
            return Parsed.Wrong($"的前两位“{text[..2]}”不是省级行政区划代码。请对照证件核对。");
        if (
            !DateOnly.TryParseExact(text[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            || birth.Year is < 1850 or > 2199
        )
            return Parsed.Wrong($"的第 7 至 14 位“{text[6..14]}”不是出生日期。请对照证件核对。");
        return CheckCharacter(text) == text[17]
            ? Parsed.Ok(text)
            : Parsed.Wrong("的校验码不对：可能有一位数字写错，或者两位写反。请对照证件逐位核对。");
    }

    public override string? Check(object value, object? before, UnitTree units) => Parse((string)value).Error;

    /// <summary>Of nobody: its region is no county (XX0000).</summary>
    public override object Invent(Invention at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var birth = new DateOnly(1950, 1, 1).AddDays(at.Random.Below(20_000));
        var digits = string.Create(CultureInfo.InvariantCulture, $"{at.Province}0000{birth:yyyyMMdd}{at.Random.Below(1000):000}");
        return digits + CheckCharacter(digits);
    }

    /// <summary>The 18th character that belongs to the first 17.</summary>
    public static char CheckCharacter(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }
}
