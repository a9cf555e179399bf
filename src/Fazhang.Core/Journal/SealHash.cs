using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;

namespace Fazhang.Core.Journal;

/// <summary>The hash that seals are made with: SHA-256 (FIPS 180-4), or SM3 (GB/T 32905-2016) where it is required.</summary>
public sealed record SealHash
{
    private readonly Func<byte[], byte[]> hash;

    private SealHash(string name, Func<byte[], byte[]> hash)
    {
        Name = name;
        this.hash = hash;
    }

    public static SealHash Sha256 { get; } = new("sha-256", SHA256.HashData);

    public static SealHash Sm3 { get; } = new("sm3", ComputeSm3);

    /// <summary>Stored with each seal, so that old seals stay checkable when the setting changes.</summary>
    public string Name { get; }

    /// <summary>The hash of that name, or null when there is none.</summary>
    public static SealHash? Find(string name) => new[] { Sha256, Sm3 }.FirstOrDefault(known => known.Name == name);

    public byte[] Of(params ReadOnlySpan<byte[]> parts)
    {
        var length = 0;
        foreach (var part in parts)
            length += part.Length;
        var all = new byte[length];
        var at = 0;
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += part.Length;
        }
        return hash(all);
    }

    private static byte[] ComputeSm3(byte[] bytes)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(bytes, 0, bytes.Length);
        var result = new byte[digest.GetDigestSize()];
        digest.DoFinal(result, 0);
        return result;
    }
}
