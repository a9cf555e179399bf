using System.Data.Common;
using Fazhang.Core.Definitions;
using Fazhang.Core.Storage;
using Fazhang.Core.Units;

namespace Fazhang.Core.Records;

/// <summary>
/// Gives record numbers. The counter's row is locked from here to the end of the transaction, so a number that is
/// drawn and then rolled back is drawn again: no gaps, no doubles.
/// </summary>
internal static class Numbers
{
    /// <summary>The record's number, or null while a part of it is unknown or the register has none.</summary>
    public static string? Next(
        DbConnection connection,
        DbTransaction transaction,
        RegisterDefinition register,
        object?[] values,
        UnitTree units
    ) => register.Number is { } format ? Draw(connection, transaction, register.Key, format, values, units) : null;

    /// <summary>The next number of a format; null while a part of it is unknown.</summary>
    /// <param name="owner">What the counters belong to: the key of the register, or that of one of its forms.</param>
    public static string? Draw(
        DbConnection connection,
        DbTransaction transaction,
        string owner,
        NumberFormat format,
        object?[] values,
        UnitTree units
    )
    {
        var abbreviation = Abbreviation(values, units);
        var series = format.Series(values, abbreviation);
        if (series is null)
            return null;
        var draw = connection.Statement(
            transaction,
            "INSERT INTO counter (series, last) VALUES (@key, 1) ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last",
            ("@key", StorageType.Text)
        );
        draw.Parameters[0].Value = owner + "|" + series;
        return format.Write(values, abbreviation, (long)draw.ExecuteScalar()!);
    }

    public static string Key(RegisterDefinition register, string series) => register.Key + "|" + series;

    public static string Abbreviation(object?[] values, UnitTree units) =>
        units.Find((long)values[FieldDefinition.UnitSlot]!)?.Abbr ?? "";
}
