namespace Fazhang.Core.Expressions;

/// <summary>
/// Bounds of a numeric value, known before any row is seen: |value| ≤ <paramref name="Max"/>, and the value is a multiple of
/// <paramref name="Quantum"/>. PostgreSQL refuses a double operation that overflows or underflows, SQLite and memory do not; the
/// checker therefore refuses an expression whose bounds leave the safe range, and the three can never differ there.
/// </summary>
internal readonly record struct Magnitude(double Max, double Quantum)
{
    private const double Epsilon = 1.0 / (1L << 53);

    /// <summary>Any 64-bit integer.</summary>
    public static readonly Magnitude Integer = new(9.3e18, 1);

    /// <summary>An integer divided by 10^scale.</summary>
    public static Magnitude Scaled(int scale) => new(Integer.Max / Math.Pow(10, scale), Math.Pow(10, -scale) * Epsilon);

    /// <summary>Far enough from the limits of a double (1.8e308 and 2.2e-308) that the roughness of the bounds does not matter.</summary>
    public bool IsSafe => Max < 1e300 && Quantum > 1e-280;

    public static Magnitude Sum(Magnitude a, Magnitude b) => new(a.Max + b.Max, Math.Min(a.Quantum, b.Quantum));

    public static Magnitude Product(Magnitude a, Magnitude b) => new(a.Max * b.Max, a.Quantum * b.Quantum);

    public static Magnitude Quotient(Magnitude a, Magnitude b) => new(a.Max / b.Quantum, a.Quantum / b.Max * Epsilon);
}
