using Fazhang.Core.Definitions;

namespace Fazhang.Tests.Books;

/// <summary>The real definitions with something changed, as a bureau would change a file.</summary>
internal static class Catalogues
{
    public static Catalogue WithIndicators(
        this Catalogue catalogue,
        RegisterDefinition register,
        IReadOnlyList<IndicatorDefinition> indicators
    )
    {
        var registers = catalogue
            .Registers.Values.Select(own => own.Key == register.Key ? own with { Indicators = indicators } : own)
            .ToList();
        return catalogue with
        {
            Registers = registers.ToDictionary(own => own.Key),
            Indicators = registers
                .SelectMany(own => own.Indicators)
                .Concat(catalogue.Indicators.Values.Where(indicator => catalogue.RegisterOf(indicator) is null))
                .ToDictionary(indicator => indicator.Key),
        };
    }
}
