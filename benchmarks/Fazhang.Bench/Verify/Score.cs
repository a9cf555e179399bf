namespace Fazhang.Bench.Verify;

/// <summary>Hits out of tries, with the Wilson 95 % interval.</summary>
internal sealed record Score(int Hits, int Tries)
{
    public double Rate => Tries == 0 ? 1 : Hits / (double)Tries;

    public override string ToString()
    {
        const double z = 1.96;
        if (Tries == 0)
        {
            return "-";
        }
        var middle = (Rate + (z * z / (2 * Tries))) / (1 + (z * z / Tries));
        var half = z / (1 + (z * z / Tries)) * Math.Sqrt((Rate * (1 - Rate) / Tries) + (z * z / (4.0 * Tries * Tries)));
        return $"{Rate:F4} ({Hits}/{Tries}, 95% {Math.Max(0, middle - half):F3}–{Math.Min(1, middle + half):F3})";
    }
}
