using System.Globalization;
using Fazhang.Core.Definitions;
using Fazhang.Core.Units;

namespace Fazhang.Core.Fields;

/// <summary>
/// A division code: 6 digits for a county and above (GB/T 2260), 9 for a town or street, 12 for a village or community
/// (statistical codes). With divisions/areas.csv among the definitions the first 6 digits must be in it, and are shown by name;
/// without it only the shape and the province are checked.
/// </summary>
public sealed class DivisionField(DivisionList? divisions = null) : TextField
{
    // GB/T 2260: the numbers in use for provinces, municipalities, autonomous and special regions.
    private static readonly HashSet<int> Provinces =
    [
        .. Enumerable.Range(11, 5),
        .. Enumerable.Range(21, 3),
        .. Enumerable.Range(31, 7),
        .. Enumerable.Range(41, 6),
        .. Enumerable.Range(50, 5),
        .. Enumerable.Range(61, 5),
        71,
        81,
        82,
        83,
    ];

    public override string Name => "division";

    public override string Meaning => "行政区划代码（6 位县级以上，9 位乡级，12 位村级）";

    public override Parsed Parse(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length is not (6 or 9 or 12) || !input.All(char.IsAsciiDigit))
            return Parsed.Wrong("不是行政区划代码。填 6 位（县级以上）、9 位（乡级）或 12 位（村级）数字。");
        if (!IsProvince(input))
            return Parsed.Wrong($"的前两位“{input[..2]}”不是省级行政区划代码。请核对。");
        if (divisions is not null && divisions.NameOf(input[..6]) is null)
            return Parsed.Wrong($"的前六位“{input[..6]}”不在行政区划代码表里。请核对；区划调整过的，填现行代码。");
        return Parsed.Ok(input);
    }

    public override string Show(object value) =>
        divisions?.NameOf(((string)value)[..6]) is { } name ? $"{value} {name}" : (string)value;

    public override string? Check(object value, object? before, UnitTree units) =>
        value.Equals(before) ? null : Parse((string)value).Error;

    internal override FieldType Configure(FieldKeys keys) => new DivisionField(keys.Divisions);

    internal static bool IsProvince(string code) =>
        int.TryParse(code.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var province)
        && Provinces.Contains(province);
}
