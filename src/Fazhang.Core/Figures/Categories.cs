using Fazhang.Core.Definitions;

namespace Fazhang.Core.Figures;

/// <summary>By which codes a figure is also kept (分类).</summary>
public static class Categories
{
    /// <summary>Stands for the records whose category field is empty (未填): the total less all codes.</summary>
    public const string Unfilled = "";

    /// <summary>The category field of an indicator; of a ratio when both its parts have the same one; of a growth that of its base.</summary>
    public static FieldDefinition? Field(Catalogue catalogue, IndicatorDefinition indicator) =>
        indicator.Kind switch
        {
            IndicatorKind.Ratio => Shared(catalogue.Of(indicator.Numerator!).By, catalogue.Of(indicator.Denominator!).By),
            IndicatorKind.Growth => catalogue.Of(indicator.Base!).By,
            _ => indicator.By,
        };

    private static FieldDefinition? Shared(FieldDefinition? numerator, FieldDefinition? denominator) =>
        numerator?.Choices is { } one
        && denominator?.Choices is { } other
        && one.Key == other.Key
        && numerator.Key == denominator.Key
            ? denominator
            : null;
}
