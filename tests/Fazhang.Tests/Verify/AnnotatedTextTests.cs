using Fazhang.Verify;
using Shouldly;
using Xunit;

namespace Fazhang.Tests;

/// <summary>The checker on real reports and on the annotated corpus: what it finds, and what it must not cry.</summary>
public sealed class AnnotatedTextTests
{
    private const double Threshold = 0.985;

    [Fact]
    public void Read_AnnotatedTexts_RecallAndPrecisionReachTheThreshold()
    {
        Assert.SkipUnless(AnnotatedTexts.AreHere, "../shared is not there");
        var gold = AnnotatedTexts.Figures();
        int right = 0,
            all = 0,
            wrong = 0;
        foreach (var (name, text, complete) in AnnotatedTexts.All())
        {
            var found = ReportChecker.Check(text).Figures.ToDictionary(f => f.Start, f => f.Value);
            all += gold[name].Count();
            right += gold[name].Count(g => found.TryGetValue(g.Start, out var value) && value == g.Value);
            wrong += complete ? found.Count(f => gold[name].All(g => g.Start != f.Key || g.Value != f.Value)) : 0;
        }
        (right / (double)all).ShouldBeGreaterThanOrEqualTo(Threshold);
        (right / (double)(right + wrong)).ShouldBeGreaterThanOrEqualTo(Threshold);
    }

    [Fact]
    public void Check_AnnotatedTextsWithoutAnError_GivesNoError()
    {
        Assert.SkipUnless(AnnotatedTexts.AreHere, "../shared is not there");
        var withErrors = AnnotatedTexts.WithErrors();
        var cries = AnnotatedTexts
            .All()
            .Where(t => !withErrors.Contains(t.Name))
            .SelectMany(t =>
                ReportChecker
                    .Check(t.Text)
                    .Findings.Where(f => f.Level == FindingLevel.Error)
                    .Select(f => $"{t.Name}: {f.Message}")
            );
        cries.ShouldBeEmpty();
    }

    [Fact]
    public void Check_Daxinganling_CleanUpDoesNotAddUpAndTheMissingFourteenIsNamed()
    {
        Assert.SkipUnless(AnnotatedTexts.AreHere, "../shared is not there");
        var errors = ReportChecker
            .Check(AnnotatedTexts.Seed("daxinganling-2023"))
            .Findings.Where(f => f.Level == FindingLevel.Error)
            .ToList();
        var error = errors.ShouldHaveSingleItem();
        error.Message.ShouldContain("429 + 200 + 1 = 630");
        error.Message.ShouldContain("644");
        error.Message.ShouldContain("14恰好等于");
    }

    [Fact]
    public void Check_Dalian_AsksForTheCommonWholeOfTwoRates()
    {
        Assert.SkipUnless(AnnotatedTexts.AreHere, "../shared is not there");
        var result = ReportChecker.Check(AnnotatedTexts.Seed("dalian-2024"));
        result.Findings.ShouldNotContain(f => f.Level == FindingLevel.Error);
        var question = result.Findings.First(f => f.Code == "implied-whole");
        question.Message.ShouldContain("943至945");
        question.Message.ShouldContain("182 ÷ 1516 = 12.01%");
        question.Message.ShouldContain("171 ÷ 1516 = 11.28%");
    }

    [Fact]
    public void Check_Lishan_CleanUpAddsUp()
    {
        Assert.SkipUnless(AnnotatedTexts.AreHere, "../shared is not there");
        var result = ReportChecker.Check(AnnotatedTexts.Seed("lishan-2024"));
        result.Relations.ShouldContain(r =>
            r.Type == RelationType.Sum && r.Verdict == Verdict.Holds && r.Explanation.StartsWith("237 + 60 + 47 + 0 = 344")
        );
        result.Findings.ShouldNotContain(f => f.Level == FindingLevel.Error);
    }
}
