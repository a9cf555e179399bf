using System.Text;
using Dapper;
using Fazhang.Core.Journal;
using Fazhang.Core.Storage;
using Shouldly;

namespace Fazhang.Tests.Books;

public sealed class SealTests : IDisposable
{
    private readonly TestBooks test = new();

    public void Dispose() => test.Dispose();

    private JournalSeals Seals => new(test.Books);

    [Fact]
    public void Sm3_OfTheStandardsExamples_IsTheStandardsValue()
    {
        // GB/T 32905-2016, annex A: "abc", and "abcd" sixteen times.
        Hex(SealHash.Sm3, "abc").ShouldBe("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        Hex(SealHash.Sm3, string.Concat(Enumerable.Repeat("abcd", 16)))
            .ShouldBe("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        Hex(SealHash.Sha256, "abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    [Fact]
    public void Tree_OfEverySizeUpTo40_ProvesEachLeafAndNoOther()
    {
        for (var size = 1; size <= 40; size++)
        {
            var leaves = Enumerable.Range(0, size).Select(i => MerkleTree.Leaf(SealHash.Sha256, [(byte)i])).ToList();
            var root = MerkleTree.Root(SealHash.Sha256, leaves);
            for (var index = 0; index < size; index++)
            {
                var path = MerkleTree.Path(SealHash.Sha256, leaves, index);
                MerkleTree.Verify(SealHash.Sha256, leaves[index], index, size, path, root).ShouldBeTrue($"{index} of {size}");
                for (var other = 0; other < size; other++)
                    if (other != index)
                    {
                        MerkleTree.Verify(SealHash.Sha256, leaves[other], index, size, path, root).ShouldBeFalse();
                        MerkleTree.Verify(SealHash.Sha256, leaves[index], other, size, path, root).ShouldBeFalse();
                    }
            }
        }
    }

    [Theory]
    [InlineData("sha-256")]
    [InlineData("sm3")]
    public void Audit_OfASoundJournal_FindsNothing_AndKnowsWhatIsNotSealedYet(string algorithm)
    {
        test.Accept(test.Enter());
        Seals.SealAll(SealHash.Find(algorithm)!).ShouldBe(2);
        test.Enter();
        Seals.SealAll(SealHash.Find(algorithm)!).ShouldBe(1);
        Seals.SealAll(SealHash.Find(algorithm)!).ShouldBe(0);
        test.Enter();

        var audit = Seals.Audit();

        (audit.Sound, audit.Seals, audit.Entries, audit.Unsealed).ShouldBe((true, 2, 3, 1));
        Seals.Audit(audit.Head).Sound.ShouldBeTrue();
        Seals.Audit(new string('0', 64)).Sound.ShouldBeFalse();
    }

    public static TheoryData<string> Tampering =>
        [
            "UPDATE journal SET register = 'x' WHERE seq = 2",
            "UPDATE journal SET record_id = record_id + 1 WHERE seq = 2",
            "UPDATE journal SET version = version + 1 WHERE seq = 2",
            "UPDATE journal SET action = 'x' WHERE seq = 2",
            "UPDATE journal SET state_from = NULL WHERE seq = 2",
            "UPDATE journal SET state_to = 'x' WHERE seq = 2",
            "UPDATE journal SET on_day = '2020-01-01' WHERE seq = 2",
            "UPDATE journal SET at = at || ' ' WHERE seq = 2",
            "UPDATE journal SET actor_id = 8 WHERE seq = 2",
            "UPDATE journal SET actor = '别人' WHERE seq = 2",
            "UPDATE journal SET reason = '' WHERE seq = 1",
            "UPDATE journal SET before = NULL WHERE seq = 2",
            "UPDATE journal SET after = REPLACE(after, '陈', '程') WHERE seq = 2",
            "DELETE FROM journal WHERE seq = 2",
            "DELETE FROM journal WHERE seq = 1",
            "UPDATE journal SET seq = CASE seq WHEN 1 THEN 902 ELSE 901 END WHERE seq IN (1, 2)",
            "INSERT INTO journal (seq, register, record_id, version, action, on_day, at, actor_id, actor) VALUES (0, 'x', 1, 1, 'x', '2024-01-01', 'x', 1, 'x')",
            "UPDATE seal SET root = REPLACE(root, SUBSTR(root, 1, 1), CASE SUBSTR(root, 1, 1) WHEN 'a' THEN 'b' ELSE 'a' END) WHERE id = 1",
            "UPDATE seal SET previous = '00' WHERE id = 2",
            "UPDATE seal SET entries = entries + 1 WHERE id = 1",
            "UPDATE seal SET last_seq = last_seq + 1 WHERE id = 1",
            "UPDATE seal SET algorithm = 'sm3' WHERE id = 1",
            "DELETE FROM seal WHERE id = 1",
            "UPDATE seal SET id = 9 WHERE id = 2",
            "UPDATE seal SET first_seq = first_seq - 1 WHERE id = 1",
            "UPDATE seal SET first_seq = first_seq + 1 WHERE id = 1",
            "UPDATE seal SET last_seq = last_seq - 1 WHERE id = 1",
            "UPDATE seal SET chained = UPPER(chained) WHERE id = 2",
            "UPDATE seal SET root = UPPER(root) WHERE id = 2",
            "UPDATE seal SET at = at || ' ' WHERE id = 2",
            "INSERT INTO seal SELECT 3, last_seq + 1, last_seq + 1, 1, algorithm, root, chained, root, at FROM seal WHERE id = 2",
            "INSERT INTO journal (seq, register, record_id, version, action, on_day, at, actor_id, actor, reason) SELECT 900, register, record_id, version, action, on_day, at, actor_id, actor, reason FROM journal WHERE seq = 2;"
                + " DELETE FROM journal WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 900",
        ];

    [Theory]
    [MemberData(nameof(Tampering))]
    public void Audit_OfATamperedJournal_FindsIt(string statement)
    {
        test.Accept(test.Enter());
        Seals.SealAll(SealHash.Sha256);
        test.Accept(test.Enter());
        Seals.SealAll(SealHash.Sha256);
        Seals.Audit().Sound.ShouldBeTrue();

        Unlocked(statement);

        Seals.Audit().Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Proof_OfARecord_StandsWithoutTheBooks_AndFallsWithAnyChange()
    {
        var record = test.Accept(test.Enter());
        test.Enter();
        Seals.SealAll(SealHash.Sha256);
        test.Mediate(record);
        Seals.SealAll(SealHash.Sm3);
        var head = Seals.Audit().Head;

        var written = RecordProof.Make(test.Books, record.Register, record.Id).Write();
        var proof = RecordProof.Read(written)!;

        proof.Entries.Count.ShouldBe(3);
        proof.Check(head).ShouldBeEmpty();
        proof.Check("00").ShouldNotBeEmpty();
        foreach (var entry in proof.Entries)
        {
            var bytes = Convert.FromBase64String(entry.Data);
            // One bit in each kind of byte: marks, lengths and text.
            foreach (var at in new[] { 0, 1, 4, 5, bytes.Length / 2, bytes.Length - 1 })
            {
                var changed = (byte[])bytes.Clone();
                changed[at] ^= 1;
                var forged = proof with
                {
                    Entries =
                    [
                        .. proof.Entries.Select(own => own == entry ? own with { Data = Convert.ToBase64String(changed) } : own),
                    ],
                };
                forged.Check(head).ShouldNotBeEmpty();
            }
        }
        RecordProof.Read("{}").ShouldBeNull();
        RecordProof.Read("nothing").ShouldBeNull();
    }

    /// <summary>Changes the journal behind the back of the triggers, as somebody with the file could.</summary>
    private void Unlocked(string statement) =>
        test.Books.Write(
            (connection, transaction) =>
            {
                var statements = TestBooks.OnPostgres
                    ? new[] { "ALTER TABLE journal DISABLE TRIGGER ALL", "ALTER TABLE seal DISABLE TRIGGER ALL", statement }
                    :
                    [
                        "DROP TRIGGER journal_no_UPDATE",
                        "DROP TRIGGER journal_no_DELETE",
                        "DROP TRIGGER seal_no_UPDATE",
                        "DROP TRIGGER seal_no_DELETE",
                        statement,
                    ];
                foreach (var one in statements)
                    connection.Execute(one, transaction: transaction);
                return 0;
            }
        );

    private static string Hex(SealHash hash, string text) => Convert.ToHexStringLower(hash.Of(Encoding.ASCII.GetBytes(text)));
}
