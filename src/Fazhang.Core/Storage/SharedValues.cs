using System.Buffers.Text;
using System.Text;

namespace Fazhang.Core.Storage;

/// <summary>
/// Values in memory, each made once and handed out again: a pass over millions of rows meets the same days, units and codes
/// all the time. One instance a pass; not for several threads.
/// </summary>
internal sealed class SharedValues
{
    private const int FirstYear = 1900;
    private const int Years = 256;
    private const int TextSlots = 256;

    private readonly object?[] days = new object?[Years * 12 * 31];
    private readonly object?[] numbers = new object?[8192];
    private readonly (byte[] Utf8, string Text)[] texts = new (byte[], string)[TextSlots];
    private readonly object yes = true;
    private readonly object no = false;

    public object Truth(bool value) => value ? yes : no;

    public object Number(long value) => value >= 0 && value < numbers.Length ? numbers[value] ??= value : value;

    public object Day(DateOnly day) => Day(day.Year, day.Month, day.Day);

    /// <summary>The day that ISO text (2024-03-02) in UTF-8 stands for.</summary>
    /// <exception cref="FormatException">The text is no such day.</exception>
    public object Day(ReadOnlySpan<byte> iso)
    {
        if (
            iso.Length == 10
            && Utf8Parser.TryParse(iso[..4], out int year, out var used)
            && used == 4
            && iso[4] == '-'
            && Utf8Parser.TryParse(iso[5..7], out int month, out used)
            && used == 2
            && iso[7] == '-'
            && Utf8Parser.TryParse(iso[8..], out int day, out used)
            && used == 2
        )
            return Day(year, month, day);
        throw new FormatException($"“{Encoding.UTF8.GetString(iso)}”不是日期。");
    }

    /// <summary>The text of UTF-8 bytes. Codes come again and again; other text takes its slot for a moment.</summary>
    public string Text(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length == 0)
            return "";
        ref var slot = ref texts[(utf8.Length * 31 + utf8[0] * 7 + utf8[^1] * 13 + utf8[utf8.Length / 2]) % TextSlots];
        if (slot.Utf8 is null || !utf8.SequenceEqual(slot.Utf8))
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        return slot.Text;
    }

#pragma warning disable CA1859 // The box is what is shared.
    private object Day(int year, int month, int day)
#pragma warning restore CA1859
    {
        if (year is < FirstYear or >= FirstYear + Years || month is < 1 or > 12 || day is < 1 or > 31)
            return new DateOnly(year, month, day);
        return days[((year - FirstYear) * 12 + month - 1) * 31 + day - 1] ??= new DateOnly(year, month, day);
    }
}
