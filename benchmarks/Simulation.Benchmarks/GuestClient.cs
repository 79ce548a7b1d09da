using System.Net.WebSockets;
using Simulation.Viewer.Protocol;

namespace Simulation.Benchmarks;

/// <summary>A guest who takes what a phone takes, and draws nothing.</summary>
internal sealed class GuestClient : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();
    private long bytes;
    private int pictures;

    /// <summary>Bytes taken.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Pictures taken.</summary>
    public int Pictures => Volatile.Read(ref pictures);

    /// <summary>Whether the host let it go.</summary>
    public bool Failed { get; private set; }

    /// <summary>Comes in.</summary>
    /// <param name="address">The viewer.</param>
    public static async Task<GuestClient> ConnectAsync(Uri address)
    {
        var client = new GuestClient();
        await client.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{address.Port}/live?guest&pictures"), CancellationToken.None);
        _ = client.TakeAsync();
        return client;
    }

    /// <summary>Goes.</summary>
    public void Dispose()
    {
        gone.Cancel();
        socket.Dispose();
    }

    private async Task TakeAsync()
    {
        byte[] buffer = new byte[1 << 18];
        try
        {
            while (!gone.IsCancellationRequested)
            {
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), gone.Token);
                bool picture = part.Count >= Wire.HeaderBytes && buffer[0] == Wire.Magic0 && buffer[1] == Wire.Magic1 && (MessageKind)buffer[3] == MessageKind.Picture;
                Interlocked.Add(ref bytes, part.Count);
                while (!part.EndOfMessage)
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), gone.Token);
                    Interlocked.Add(ref bytes, part.Count);
                }

                if (picture)
                {
                    Interlocked.Increment(ref pictures);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Failed = !gone.IsCancellationRequested;
        }
    }
}
