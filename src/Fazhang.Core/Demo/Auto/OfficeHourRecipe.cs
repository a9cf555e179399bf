using System.Globalization;
using Fazhang.Core.Demo.Recipes;
using Fazhang.Core.Fields;

namespace Fazhang.Core.Demo.Auto;

/// <summary>A time of day in office hours, on the day that a date of the record holds; empty where that date is.</summary>
/// <param name="Day">Slot of the date.</param>
internal sealed record OfficeHourRecipe(int Day) : Recipe
{
    private const int Opens = 8 * 60 + 30;
    private const int Closes = 17 * 60;

    public override IEnumerable<int> Needs => [Day];

    public override Func<DemoRow, object?> Begin(CohortRun run) =>
        row =>
            row.Values[Day] is DateOnly day
                ? day.ToDateTime(TimeOnly.MinValue)
                    .AddMinutes(row.Random.Between(Opens, Closes))
                    .ToString(DateTimeField.Format, CultureInfo.InvariantCulture)
                : null;
}
