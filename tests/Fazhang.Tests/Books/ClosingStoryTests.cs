using Fazhang.Core.Figures;
using Fazhang.Core.Units;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>
/// Random stories of closing, entering late, correcting and reopening, at several units of the tree, beside a model of a few
/// lines that knows what must be published after each step.
/// </summary>
public sealed class ClosingStoryTests : IDisposable
{
    private const string Opened = KindsOfFigures.Case + ".opened";
    private static readonly Period s_year = Period.Year(2023);

    private readonly TestBooks test = new(KindsOfFigures.Load());
    private readonly Dictionary<Unit, long> now = [];
    private readonly Dictionary<Unit, (long Closing, long Value)> published = [];
    private readonly Dictionary<long, Unit> inForce = [];

    public void Dispose() => test.Dispose();

    private Closings Closings => new(test.Books);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyStory_PublishesWhatTheModelSays(int seed)
    {
        var random = new Random(seed);
        Unit[] units = [test.City, test.East, test.Town, test.West];
        foreach (var unit in units)
            now[unit] = 0;
        var ends = new Dictionary<string, int>();
        for (var step = 0; step < 60; step++)
        {
            var unit = units[random.Next(units.Length)];
            var (what, came, expected) = random.Next(6) switch
            {
                0 or 1 => Enter(unit),
                2 or 3 => Close(unit),
                4 => Correct(unit),
                _ => Reopen(unit),
            };
            came.ShouldBe(expected, $"step {step}: {what} {unit.Name}");
            ends[what + came] = ends.GetValueOrDefault(what + came) + 1;
            Agrees(units, $"step {step}: after {what} {unit.Name}");
        }
        ends.Count.ShouldBeGreaterThan(5, "each act both succeeds and is refused: " + string.Join(" ", ends.Keys));
        foreach (var closing in Closings.All())
            Closings.IsIntact(closing).ShouldBeTrue();
        new TrialBalance(test.Books).Compare().Differences.ShouldBeEmpty();
        Core.Journal.BooksAudit.Run(test.Books).Messages.ShouldBeEmpty();
    }

    private (string, bool, bool) Enter(Unit unit)
    {
        test.Add(unit, new DateOnly(2023, 5, 1));
        foreach (var over in now.Keys.Where(own => own.Contains(unit)).ToList())
            now[over]++;
        return ("enter", true, true);
    }

    private (string, bool, bool) Close(Unit unit)
    {
        var below = published.Where(pair => unit.Contains(pair.Key)).ToList();
        var expected =
            !inForce.Values.Any(closed => closed.Contains(unit)) && below.All(pair => pair.Value.Value == now[pair.Key]);
        var done = Closings.Close(test.Actor("head"), unit, s_year, null) as ClosingResult.Done;
        if (done is not null && expected)
        {
            foreach (var own in now.Keys.Where(own => unit.Contains(own) && !published.ContainsKey(own)).ToList())
                published[own] = (done.Id, now[own]);
            inForce[done.Id] = unit;
        }
        return ("close", done is not null, expected);
    }

    private (string, bool, bool) Correct(Unit unit)
    {
        if (inForce.FirstOrDefault(pair => pair.Value == unit) is not { Key: > 0 and var id })
            return ("correct", false, false);
        var wrong = published.Where(pair => pair.Value.Closing == id && pair.Value.Value != now[pair.Key]).ToList();
        var done = Closings.Correct(test.Actor("head"), id, Closings.Everything, "补登") is ClosingResult.Done;
        foreach (var (own, _) in wrong)
            published[own] = (id, now[own]);
        return ("correct", done, wrong.Count > 0);
    }

    private (string, bool, bool) Reopen(Unit unit)
    {
        if (inForce.FirstOrDefault(pair => pair.Value == unit) is not { Key: > 0 and var id })
            return ("reopen", false, false);
        var expected = !inForce.Values.Any(other => other != unit && other.Contains(unit));
        var done = Closings.Reopen(test.Actor("director"), id, "错报") is ClosingResult.Done;
        if (done)
        {
            inForce.Remove(id);
            foreach (var own in published.Where(pair => pair.Value.Closing == id).Select(pair => pair.Key).ToList())
                published.Remove(own);
        }
        return ("reopen", done, expected);
    }

    private void Agrees(IEnumerable<Unit> units, string when)
    {
        var indicator = test.Books.Catalogue.Indicators[Opened];
        foreach (var unit in units)
        {
            var found = Closings.Published(Opened, unit.Id, 2022, 2024).Find(indicator, s_year, null);
            (found?.ClosingId, (long?)found?.Value.Value).ShouldBe(
                published.TryGetValue(unit, out var own) ? (own.Closing, own.Value) : (null, null),
                $"{when}: published of {unit.Name}"
            );
            test.Figures.Read(2023, unit.Id).Value(indicator, s_year).Value.ShouldBe(now[unit], $"{when}: now of {unit.Name}");
        }
    }
}
