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

    /// <summary>The name of the category field, for headings.</summary>
    public static string IndicatorBy(this Catalogue catalogue, IndicatorDefinition indicator) =>
        Field(catalogue, indicator)?.Title ?? "";

    /// <summary>The name of a code in a table: set in by its level, and said to be out of use when it is.</summary>
    public static string RowTitle(Choice code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new string('　', code.Depth) + code.Title + (code.Retired ? "（停用）" : "");
    }

    /// <summary>The name of a code; of one that the list no longer has, the code itself.</summary>
    public static string CategoryTitle(this Catalogue catalogue, IndicatorDefinition indicator, string code) =>
        code == Unfilled ? "未填" : Field(catalogue, indicator)?.Choices?.TitleOf(code) ?? code;

    private static FieldDefinition? Shared(FieldDefinition? numerator, FieldDefinition? denominator) =>
        numerator?.Choices is { } one
        && denominator?.Choices is { } other
        && one.Key == other.Key
        && numerator.Key == denominator.Key
            ? denominator
            : null;
}
