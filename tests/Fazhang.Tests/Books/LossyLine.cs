using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fazhang.Tests.Books;

/// <summary>A line to a database server that breaks when a commit goes over it: before it arrives, or before its answer does.</summary>
internal sealed class LossyLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string host;
    private readonly int port;
    private readonly System.Collections.Concurrent.ConcurrentBag<TcpClient> open = [];
    private volatile bool closed;

    public LossyLine(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many of the next commits never reach the server.</summary>
    public int LoseBefore;

    /// <summary>How many of the next commits reach the server while their answer does not come back.</summary>
    public int LoseAfter;

    /// <summary>Whether nobody gets through any more from the next loss of an answer on.</summary>
    public bool ThenDead;

    public void Dispose() => Cut(except: null);

    private void Cut(TcpClient? except)
    {
        closed = true;
        listener.Stop();
        foreach (var client in open.Where(client => client != except))
            client.Close();
    }

    private void Accept()
    {
        while (!closed)
        {
            TcpClient client;
            try
            {
                client = listener.AcceptTcpClient();
            }
            catch (SocketException)
            {
                return;
            }
            new Thread(() => Carry(client)) { IsBackground = true }.Start();
        }
    }

    private void Carry(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient(host, port);
        open.Add(near);
        open.Add(far);
        new Thread(() => Copy(far, near, _ => true)) { IsBackground = true }.Start();
        // Only commits of records are lost: folding commits too, at a time of its own.
        var wrote = false;
        Copy(
            near,
            far,
            bytes =>
            {
                var text = Encoding.ASCII.GetString(bytes);
                wrote |= text.Contains("INSERT INTO \"r_", StringComparison.Ordinal);
                // The end of the message belongs to it: a transaction also begins with that word, as READ COMMITTED.
                return !wrote || !text.Contains("COMMIT\0", StringComparison.Ordinal) || Passes(bytes, near, far);
            }
        );
    }

    private bool Passes(ReadOnlySpan<byte> bytes, TcpClient near, TcpClient far)
    {
        if (Interlocked.Decrement(ref LoseBefore) >= 0)
            return false;
        if (Interlocked.Decrement(ref LoseAfter) < 0)
            return true;
        // The near side hears nothing more, and when the line is dead nor does any other that might ask; the server gets the
        // commit and the time to carry it out.
        if (ThenDead)
            Cut(except: far);
        else
            near.Client.Shutdown(SocketShutdown.Both);
        far.GetStream().Write(bytes);
        Thread.Sleep(200);
        return false;
    }

    private delegate bool Filter(ReadOnlySpan<byte> bytes);

    private static void Copy(TcpClient from, TcpClient to, Filter passes)
    {
        var buffer = new byte[65536];
        try
        {
            int count;
            while ((count = from.GetStream().Read(buffer)) > 0 && passes(buffer.AsSpan(0, count)))
                to.GetStream().Write(buffer.AsSpan(0, count));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has hung up; so does the other.
        }
        from.Close();
        to.Close();
    }
}
