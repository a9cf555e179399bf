using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Fazhang.Core.Definitions;
using Fazhang.Core.Reports;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>A report says one moment of the books, whoever saves while it is being composed.</summary>
public sealed partial class ReportSnapshotTests : IDisposable
{
    private readonly TestBooks test = new(KindsOfFigures.Load());

    public void Dispose() => test.Dispose();

    [Fact]
    public void SomebodySavesWhileAReportIsComposed_ItsFiguresStillBelongTogether()
    {
        // Every case is against another unit, so in every state of the books there are as many cases as units. The cases are a
        // balance, read first; the units are counted from the records when the text comes to them.
        var against = new Queue<long>([test.City.Id, test.East.Id, test.Town.Id, test.West.Id]);
        Enter();
        Directory.CreateDirectory(Path.Combine(test.Directory, "reports"));
        File.WriteAllText(
            Path.Combine(test.Directory, "reports", "annual.md"),
            "# 报告\n\n平均{reconsideration.trial.mean_growth}。收案{reconsideration.trial.opened}，单位{reconsideration.trial.against}。\n"
        );
        var armed = false;
        var saved = 0;
        var watched = new Watched(
            test.Books.Catalogue.Indicators,
            "reconsideration.trial.mean_growth",
            () =>
            {
                if (armed && against.Count > 0)
                {
                    var other = new Thread(Enter);
                    other.Start();
                    other.Join();
                    saved++;
                }
            }
        );
        var catalogue = test.Books.Catalogue with { Directory = test.Directory, Indicators = watched };
        using var books = Core.Storage.Books.Open(catalogue, test.Dialect, test.Clock);
        armed = true;

        var text = MarkdownReport.Write(new AnnualReport(books).Draft(2024, test.City.Id).Document);

        saved.ShouldBeGreaterThan(1, "somebody must have saved once the report was being composed");
        var said = Said().Match(text);
        said.Success.ShouldBeTrue(text);
        said.Groups[1].Value.ShouldBe(said.Groups[2].Value);
        test.Figure("reconsideration.trial.opened").ShouldBe(saved + 1m);
        int.Parse(said.Groups[1].Value)
            .ShouldBeLessThan(saved + 1, "what was saved during the composition is in the next report");

        void Enter() => test.Add(test.East, new DateOnly(2024, 5, 1), ("against", against.Dequeue().ToString()));
    }

    [GeneratedRegex("收案([0-9]+)件，单位([0-9]+)个")]
    private static partial Regex Said();

    /// <summary>Indicators that tell when one of them is looked up.</summary>
    private sealed class Watched(IReadOnlyDictionary<string, IndicatorDefinition> all, string key, Action looked)
        : IReadOnlyDictionary<string, IndicatorDefinition>
    {
        public IndicatorDefinition this[string wanted] => all[wanted];

        public IEnumerable<string> Keys => all.Keys;

        public IEnumerable<IndicatorDefinition> Values => all.Values;

        public int Count => all.Count;

        public bool ContainsKey(string wanted) => all.ContainsKey(wanted);

        public bool TryGetValue(string wanted, [MaybeNullWhen(false)] out IndicatorDefinition value)
        {
            if (wanted == key)
                looked();
            return all.TryGetValue(wanted, out value);
        }

        public IEnumerator<KeyValuePair<string, IndicatorDefinition>> GetEnumerator() => all.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
