using System.Text;
using Dapper;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Fazhang.Proof;
using Shouldly;

namespace Fazhang.Tests.Books;

/// <summary>Two programs that share no code judge every proof alike, and no byte of a proof can be changed unseen.</summary>
public sealed class ProofTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public void Sm3_FromTheStandard_AgreesWithTheStandardAndWithTheLibrary()
    {
        Convert
            .ToHexStringLower(Sm3.Hash("abc"u8.ToArray()))
            .ShouldBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        var random = new Random(32905);
        for (var length = 0; length <= 200; length++)
        {
            var message = new byte[length];
            random.NextBytes(message);
            Sm3.Hash(message).ShouldBe(SealHash.Sm3.Of(message), $"{length} bytes");
        }
    }

    [Fact]
    public void AGoodProof_HoldsForBoth_WithTheNotedRootAndWithoutIt()
    {
        var (proof, head) = Prove();

        Judge(proof, head).ShouldBe((true, true));
        Judge(proof, null).ShouldBe((true, true));
        Judge(proof, new string('0', 64)).ShouldBe((false, false));
        ProofFile.Read(proof)!.Entries[0].Describe().ShouldContain("create（reconsideration.case#1 第 1 版）");
    }

    [Fact]
    public void AnyBitOfAProofThatIsFlipped_IsSeenByBoth()
    {
        var (proof, head) = Prove();
        for (var at = 0; at < proof.Length; at++)
        {
            var changed = (byte[])proof.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            Judge(changed, head)
                .ShouldBe((false, false), $"byte {at}: {Encoding.UTF8.GetString(proof, Math.Max(0, at - 20), 21)}");
        }
    }

    [Theory]
    [InlineData("\"recordId\": 1", "\"recordId\": 2")]
    [InlineData("\"register\": \"reconsideration.case\"", "\"register\": \"mediation.case\"")]
    [InlineData("\"entries\": 3,", "\"entries\": 4,")]
    [InlineData("\"index\": 0", "\"index\": 1")]
    [InlineData("{\n  \"register\"", "{\n  \"register\": \"x\",\n  \"register\"")]
    [InlineData("{\n  \"register\"", "{\n  \"more\": 1,\n  \"register\"")]
    [InlineData("\"formerly\": []", "\"formerly\": null")]
    public void AForgedProof_IsSeenByBoth(string old, string now)
    {
        var (proof, head) = Prove();
        var text = Encoding.UTF8.GetString(proof);
        text.ShouldContain(old);

        Judge(Encoding.UTF8.GetBytes(text.Replace(old, now, StringComparison.Ordinal)), head).ShouldBe((false, false));
    }

    [Fact]
    public void EntriesOfAnotherRecord_ProveNothing()
    {
        var (_, head) = Prove();
        var other = RecordProof.Make(test.Books, test.Register(Cases.Register), 2);
        var claimed = other with { RecordId = 1 };

        Judge(Encoding.UTF8.GetBytes(other.Write()), head).ShouldBe((true, true));
        Judge(Encoding.UTF8.GetBytes(claimed.Write()), head).ShouldBe((false, false));
    }

    [Fact]
    public void EverythingInTheJournalAndInASeal_IsSealed()
    {
        test.Books.Write(
            (connection, transaction) =>
            {
                var journal = new DatabaseFacts(connection, transaction, test.Dialect).Columns("journal").Keys.Order();
                journal.ShouldBe(SealedEntries.ColumnNames.Order(), "a column that is not sealed could be changed unseen");
                var seal = new DatabaseFacts(connection, transaction, test.Dialect).Columns("seal").Keys.Order();
                seal.ShouldBe(
                    new[] { "id", "first_seq", "last_seq", "entries", "algorithm", "root", "previous", "chained", "at" }.Order()
                );
                return 0;
            }
        );
    }

    /// <summary>A record with three entries under two hashes among those of another one.</summary>
    private (byte[] Proof, string Head) Prove()
    {
        var record = test.Accept(test.Enter());
        test.Enter();
        var seals = new JournalSeals(test.Books);
        seals.SealAll(SealHash.Sha256);
        test.Mediate(record);
        seals.SealAll(SealHash.Sm3);
        return (Encoding.UTF8.GetBytes(RecordProof.Make(test.Books, record.Register, record.Id).Write()), seals.Audit().Head);
    }

    /// <summary>What the engine and what the separate program say: whether the proof holds.</summary>
    private static (bool Engine, bool Program) Judge(byte[] proof, string? root) =>
        (
            RecordProof.Read(Encoding.UTF8.GetString(proof))?.Check(root) is [],
            ProofFile.Read(proof) is { } file && ProofCheck.Run(file, root) is []
        );
}
