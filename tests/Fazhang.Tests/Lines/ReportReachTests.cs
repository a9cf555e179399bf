using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Lines;

/// <summary>What the figure tables say stands behind a published figure can be said by the annual report.</summary>
public sealed class ReportReachTests
{
    [Theory]
    [MemberData(nameof(FigureTableTests.Tables), MemberType = typeof(FigureTableTests))]
    public void Indicators_OfATable_AreInTheTemplate(string name)
    {
        var problems = new List<DefinitionProblem>();
        var template = AnnualReport.LoadTemplate(Repository.Catalogue, problems).ShouldNotBeNull(string.Join('\n', problems));

        FigureTableTests
            .Rows(name)
            .Skip(1)
            .Where(row => row[5] != "narrative")
            .Select(row => row[2])
            .Distinct()
            .Except(template.FigureKeys)
            .ShouldBeEmpty();
    }

    [Fact]
    public void LocalReports_OfTheDemonstrations_HaveNoMistakes()
    {
        var problems = new List<DefinitionProblem>();

        AnnualReport.Check(Repository.Catalogue, problems).ShouldBeTrue(string.Join('\n', problems));
    }
}
