namespace Fazhang.Core.Reports;

/// <summary>
/// A named number that no account stands behind (叙述性数字): a plan's target, another place's average. Whoever writes it says
/// where it comes from.
/// </summary>
/// <param name="Name">Name in a template: <c>{fact.target}</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Value">The number as printed.</param>
/// <param name="Unit">Unit behind the number; empty when there is none.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ReportFact(string Name, string Title, string Value, string Unit, string Source);
