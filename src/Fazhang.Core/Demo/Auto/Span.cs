namespace Fazhang.Core.Demo.Auto;

/// <summary>The days in which everything that happens to the records of a cohort happens.</summary>
internal readonly record struct Span(DateOnly From, DateOnly To);
