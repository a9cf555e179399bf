using Fazhang.Core.Definitions;
using Fazhang.Core.Demo;
using Shouldly;

namespace Fazhang.Tests.Demo;

public sealed class DemoPlaceTests
{
    [Fact]
    public void Units_OfTheCity_FormOneTreeWithDistinctAbbreviations()
    {
        var units = Dalian.Place.Units;
        var codes = units.Select(unit => unit.Code).ToHashSet();

        units.Count(unit => unit.ParentCode is null).ShouldBe(1);
        units.ShouldAllBe(unit => unit.ParentCode == null || codes.Contains(unit.ParentCode));
        units.Select(unit => unit.Abbr).ShouldBeUnique();
        units.Count(unit => unit.Kind == "district").ShouldBe(10);
    }

    [Fact]
    public void Accounts_OfTheCity_CoverEveryRoleAndHoldNoPassword()
    {
        Dalian
            .Place.Accounts.Select(account => account.Role)
            .Distinct()
            .Order()
            .ShouldBe(Repository.Catalogue.Roles.Select(role => role.Key).Order());
        File.ReadAllText(Path.Combine(Dalian.Folder, "accounts.yaml")).ShouldNotContain("password");
    }

    [Theory]
    [InlineData("    count: 3\n    fields: {state: answered, colour: red}", "没有可填的字段“colour”")]
    [InlineData("    count: 3\n    fields: {state: answerd}", "没有这个代码")]
    [InlineData(
        "    count: 3\n    fields: {state: answered, topic: {exact: {labour: 1, debt: 1}}}",
        "合计 2，与记录组的 3 条不符"
    )]
    [InlineData("    count: 3\n    fields: {state: answered, caller: {text: \"{surnam}\"}}", "没有词表“surnam”")]
    [InlineData("    count: 0\n    fields: {state: answered}", "count 应当是大于零的整数")]
    [InlineData("    count: 3\n    fields: {topic: labour}", "没有写 state")]
    [InlineData("    count: 3\n    fields: {state: answered, caller: {copy: answer}, answer: {copy: caller}}", "互相依赖")]
    [InlineData("    count: 3\n    fields: {state: answered, answered_on: {spread: 2024-12-31..2024-01-01}}", "先小后大")]
    [InlineData("    count: 3\n    fields: {state: answered, minutes: {range: 2..18, money: 1..2}}", "只写一种做法")]
    public void Load_CohortWithAMistake_SaysFileLineAndWhatIsWrong(string cohort, string expected)
    {
        using var place = new PlaceCopy();
        var file = Path.Combine(place.Folder, "cohorts", "hotline.yaml");
        File.WriteAllText(file, "register: hotline.consultation\ncohorts:\n  wrong:\n    units: {bureau: 1}\n" + cohort + "\n");

        var problems = new List<DefinitionProblem>();
        DemoPlace.Load(place.Folder, Repository.Catalogue, problems);

        var problem = problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain(expected);
        problem.File.ShouldBe(Path.Combine("cohorts", "hotline.yaml"));
        problem.Line.ShouldBeInRange(3, 6);
    }

    [Fact]
    public void Load_FileMissing_IsReportedAndNotThrown()
    {
        using var place = new PlaceCopy();
        File.Delete(Path.Combine(place.Folder, "words.yaml"));

        var problems = new List<DefinitionProblem>();
        DemoPlace.Load(place.Folder, Repository.Catalogue, problems);

        problems.ShouldContain(problem => problem.File == "words.yaml" && problem.Message.Contains("缺少这个文件"));
    }

    [Fact]
    public void SplitMix64_OfAKnownSeed_GivesThePublishedNumbers()
    {
        var random = new SplitMix64(1234567);

        random.Next().ShouldBe(6457827717110365317UL);
        random.Next().ShouldBe(3203168211198807973UL);
        random.Next().ShouldBe(9817491932198370423UL);
    }

    private sealed class PlaceCopy : IDisposable
    {
        private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("fazhang-demo-");

        public PlaceCopy()
        {
            var common = Path.Combine(Dalian.Folder, "..", "common");
            foreach (
                var file in new[] { Dalian.Folder, common }.SelectMany(folder =>
                    Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                )
            )
            {
                var target = Path.Combine(parent.FullName, Path.GetRelativePath(Path.Combine(Dalian.Folder, ".."), file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Folder => Path.Combine(parent.FullName, "dalian-2024");

        public void Dispose() => parent.Delete(recursive: true);
    }
}
