using System.Globalization;

namespace Fazhang.Bench;

/// <summary>Figures beside their aims.</summary>
internal sealed class Report
{
    private readonly List<string> lines = [];
    private bool all = true;

    /// <summary>Prints the figures beside their aims, last, and says by exit code whether all aims hold.</summary>
    public int End()
    {
        foreach (var line in lines)
            Console.WriteLine(line);
        return all ? 0 : 1;
    }

    public static void Fact(string name, string value) => Console.WriteLine($"{name}：{value}");

    public void AtLeast(string name, double value, double aim, string format = "0.00") =>
        Aim(name, value, aim, format, "≥", value >= aim);

    public void AtMost(string name, double value, double aim, string format = "0.0") =>
        Aim(name, value, aim, format, "≤", value <= aim);

    /// <summary>Lists what is wrong; holds when nothing is.</summary>
    public void None(string name, IReadOnlyCollection<string> problems)
    {
        foreach (var problem in problems)
            Console.WriteLine("  " + problem);
        Aim(name, problems.Count, 0, "0", "=", problems.Count == 0);
    }

    private void Aim(string name, double value, double aim, string format, string sign, bool holds)
    {
        lock (lines)
        {
            all &= holds;
            lines.Add($"{name}：{value.ToString(format)}（目标 {sign} {aim.ToString(format)}）{(holds ? "达到" : "未达到")}");
        }
    }
}
