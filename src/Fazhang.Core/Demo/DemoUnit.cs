namespace Fazhang.Core.Demo;

/// <summary>A unit of a demonstration place.</summary>
public sealed record DemoUnit
{
    /// <summary>Division code (GB/T 2260) or an extension of one: 210202-12.</summary>
    public required string Code { get; init; }

    /// <summary>The two digits of the province in the code.</summary>
    public string Province => Code[..2];

    public required string Name { get; init; }

    /// <summary>The word that its record numbers begin with; different for every unit that numbers records.</summary>
    public required string Abbr { get; init; }

    /// <summary>city, district, bureau, office or department.</summary>
    public required string Kind { get; init; }

    /// <summary>Null for the root.</summary>
    public string? ParentCode { get; init; }

    /// <summary>How many records it has beside others of its kind, 1 being usual; units below take it over.</summary>
    public double Size { get; init; } = 1;
}

/// <summary>An account of a demonstration place. Its password is made when the demonstration is loaded.</summary>
public sealed record DemoAccount
{
    public required string Login { get; init; }

    public required string Name { get; init; }

    /// <summary>Key of the role.</summary>
    public required string Role { get; init; }

    public required string UnitCode { get; init; }

    /// <summary>Key of the business line the role is limited to; null = all lines.</summary>
    public string? Line { get; init; }
}

/// <summary>A figure that the place has published and that the generated records must add up to.</summary>
/// <param name="Indicator">Full key of an indicator.</param>
/// <param name="Year">The year the figure is for; a stock is taken at its end.</param>
/// <param name="Value">In the indicator's measure: 件, 人次, 元, percent points.</param>
/// <param name="Decimals">Decimals in print; the records' value agrees after rounding half up.</param>
public sealed record PublishedFigure(string Indicator, int Year, decimal Value, int Decimals);
