using System.Buffers.Binary;
using System.Numerics;

namespace Fazhang.Proof;

/// <summary>SM3 (GB/T 32905-2016), written from the standard; numbers in comments are its clauses.</summary>
internal static class Sm3
{
    // 4.1
    private static readonly uint[] Start =
    [
        0x7380166f,
        0x4914b2b9,
        0x172442d7,
        0xda8a0600,
        0xa96f30bc,
        0x163138aa,
        0xe38dee4d,
        0xb0fb0e4e,
    ];

    public static byte[] Hash(byte[] message)
    {
        var padded = Pad(message);
        var state = (uint[])Start.Clone();
        for (var at = 0; at < padded.Length; at += 64)
            Compress(state, padded.AsSpan(at, 64));
        var hash = new byte[32];
        for (var i = 0; i < 8; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * 4), state[i]);
        return hash;
    }

    // 5.2: a one, zeros, and the length in bits.
    private static byte[] Pad(byte[] message)
    {
        var padded = new byte[(message.Length + 8) / 64 * 64 + 64];
        message.CopyTo(padded, 0);
        padded[message.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(padded.Length - 8), (ulong)message.Length * 8);
        return padded;
    }

    // 5.3.2 and 5.3.3
    private static void Compress(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[68];
        for (var j = 0; j < 16; j++)
            w[j] = BinaryPrimitives.ReadUInt32BigEndian(block[(j * 4)..]);
        for (var j = 16; j < 68; j++)
            w[j] = P1(w[j - 16] ^ w[j - 9] ^ Rotate(w[j - 3], 15)) ^ Rotate(w[j - 13], 7) ^ w[j - 6];
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var j = 0; j < 64; j++)
        {
            var t = j < 16 ? 0x79cc4519u : 0x7a879d8au;
            var ss1 = Rotate(Rotate(a, 12) + e + Rotate(t, j % 32), 7);
            var ss2 = ss1 ^ Rotate(a, 12);
            var ff = j < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
            var gg = j < 16 ? e ^ f ^ g : (e & f) | (~e & g);
            var tt1 = ff + d + ss2 + (w[j] ^ w[j + 4]);
            var tt2 = gg + h + ss1 + w[j];
            (d, c, b, a) = (c, Rotate(b, 9), a, tt1);
            (h, g, f, e) = (g, Rotate(f, 19), e, P0(tt2));
        }
        ReadOnlySpan<uint> now = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
            state[i] ^= now[i];
    }

    private static uint P0(uint x) => x ^ Rotate(x, 9) ^ Rotate(x, 17);

    private static uint P1(uint x) => x ^ Rotate(x, 15) ^ Rotate(x, 23);

    private static uint Rotate(uint x, int by) => BitOperations.RotateLeft(x, by);
}
