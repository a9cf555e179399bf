using Fazhang.Core.Access;
using Fazhang.Core.Definitions;
using Fazhang.Core.Records;

namespace Fazhang.Bench;

/// <summary>
/// Books of any size: the demonstration city's cases again and again through the importer, with everything on. Each round
/// brings the same rows under new numbers; returns, of which there is one a unit and month, come in the first round only.
/// </summary>
/// <param name="only">The key of the one register to fill; null for all.</param>
internal sealed class Volume(BenchBooks bench, string? only = null)
{
    private readonly List<(RegisterDefinition Register, List<object?[]> Rows)> rows = Rows(bench, only);
    private int round;

    public long Records { get; private set; }

    /// <summary>Adds whole rows until there are so many records.</summary>
    public void Reach(long records)
    {
        var importer = new Importer(bench.Books);
        var actor = Actor.System("测量");
        for (; Records < records; round++)
            foreach (var (register, all) in rows)
            {
                if (round > 0 && register.IsReturn)
                    continue;
                var wanted = (int)Math.Min(all.Count, records - Records);
                Records += importer.Import(actor, register, $"volume-{round}-{Records}", all.Take(wanted));
            }
    }

    /// <summary>The registers mixed by thousands, so that a small volume has some of each.</summary>
    private static List<(RegisterDefinition Register, List<object?[]> Rows)> Rows(BenchBooks bench, string? only)
    {
        var place = bench.LoadUnits();
        var all = place
            .Generate(code => bench.Books.Units.Find(code)!.Id)
            .Where(pair => only is null || pair.Register.Key == only)
            .Select(pair => (pair.Register, Chunks: pair.Rows.ToList()))
            .ToList();
        var random = new Random(1);
        foreach (var (_, list) in all)
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
        // Twenty slices of the whole mixture, one after the other.
        return
        [
            .. Enumerable
                .Range(0, 20)
                .SelectMany(slice =>
                    all.Select(pair =>
                        (
                            pair.Register,
                            pair.Chunks.Skip(pair.Chunks.Count * slice / 20)
                                .Take(pair.Chunks.Count * (slice + 1) / 20 - pair.Chunks.Count * slice / 20)
                                .ToList()
                        )
                    )
                ),
        ];
    }
}
