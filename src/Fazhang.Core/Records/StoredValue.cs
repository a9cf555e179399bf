using Fazhang.Core.Definitions;
using Fazhang.Core.Expressions;

namespace Fazhang.Core.Records;

/// <summary>The values of expressions as fields store them; the one place where such a value is rounded.</summary>
internal static class StoredValue
{
    private const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>Amounts become scaled integers, rounded half-up as people round: 1.005 to two decimals is 1.01.</summary>
    public static object? Of(FieldDefinition field, object? value) =>
        value switch
        {
            long number when field.Type.Scale > 0 => Scaled(field, number),
            double number when Math.Abs(number) <= (double)Limit => Scaled(field, (decimal)number),
            double => null,
            _ => value,
        };

    /// <summary>Evaluates the computed fields, in the order of the definition: one may use those before it.</summary>
    public static void Compute(
        RegisterDefinition register,
        object?[] values,
        EvaluationContext context,
        List<FieldError> errors,
        int? row = null
    )
    {
        // Any month of the period means it: balances and uniqueness go by its first.
        if (register.IsReturn && values[FieldDefinition.PeriodSlot] is DateOnly day)
            values[FieldDefinition.PeriodSlot] = register.PeriodOf(day);
        foreach (var field in register.Fields)
        {
            if (field.Computed is null)
                continue;
            var value = field.Computed.Evaluate(values, context);
            values[field.Slot] = Of(field, value);
            if (value is not null && values[field.Slot] is null)
                errors.Add(new(field.Key, "range", $"“{field.Title}”算出的结果太大，存不下。请核对用到的数。", row));
        }
    }

    private static long? Scaled(FieldDefinition field, decimal number)
    {
        var scaled = Math.Round(number * (decimal)Math.Pow(10, field.Type.Scale), MidpointRounding.AwayFromZero);
        return Math.Abs(scaled) <= Limit * 1000 ? (long)scaled : null;
    }
}
