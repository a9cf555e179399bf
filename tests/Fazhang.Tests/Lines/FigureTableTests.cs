using Microsoft.VisualBasic.FileIO;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>tests/figures/*.csv: which indicator produces which figure of the five published reports.</summary>
public sealed class FigureTableTests
{
    private static readonly string[] Columns = ["id", "place", "indicator", "printed", "approx", "source", "note"];

    public static TheoryData<string> Tables =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "figures"), "*.csv").Select(Name).Order()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OfAGroup_NamesIndicatorsThatExist(string name)
    {
        var rows = Rows(name);

        rows[0].ShouldBe(Columns);
        rows.Skip(1).ShouldNotBeEmpty();
        foreach (var row in rows.Skip(1))
        {
            row.Length.ShouldBe(Columns.Length, row[0]);
            row[4].ShouldBeOneOf("yes", "no");
            row[5].ShouldBeOneOf("records", "return", "returns", "narrative");
            if (row[5] != "narrative")
                Repository.Catalogue.Indicators.Keys.ShouldContain(row[2], row[0]);
        }
    }

    [Fact]
    public void Figures_OfAllTables_StandInOneTableOnly() =>
        Tables.SelectMany(name => Rows(name.Data).Skip(1)).Select(row => row[0]).ShouldBeUnique();

    private static string Name(string path) => Path.GetFileName(path);

    internal static List<string[]> Rows(string name)
    {
        using var csv = new TextFieldParser(Path.Combine(Repository.Root, "tests", "figures", name)) { Delimiters = [","] };
        var rows = new List<string[]>();
        while (!csv.EndOfData)
            rows.Add(csv.ReadFields()!);
        return rows;
    }
}
