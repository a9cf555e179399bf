namespace Fazhang.Core.Fields;

/// <summary>A telephone number: 5 to 20 digits, spaces and hyphens, an optional leading +.</summary>
public sealed class PhoneField : TextField
{
    public override string Name => "phone";

    public override string Meaning => "电话号码";

    /// <summary>Begins with 12, which no mobile number does.</summary>
    public override object Invent(Invention at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"12{at.Random.Below(1_000_000_000):000000000}");
    }

    public override Parsed Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var digits = input.Count(char.IsAsciiDigit);
        var legal = input.All(c => char.IsAsciiDigit(c) || c is ' ' or '-') || input.StartsWith('+');
        return legal && digits is >= 5 and <= 20
            ? Parsed.Ok(input)
            : Parsed.Wrong("不是电话号码。填 5 至 20 位数字，可以有空格和连字符。");
    }
}
