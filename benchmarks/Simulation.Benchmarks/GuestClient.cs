using System.Net.WebSockets;
using System.Text;
using Simulation.Viewer.Protocol;

namespace Simulation.Benchmarks;

/// <summary>A guest who takes what a phone takes, and draws nothing.</summary>
internal sealed class GuestClient : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource gone = new();
    private readonly TimeSpan between;
    private long bytes;
    private int frames;

    private GuestClient(TimeSpan between) => this.between = between;

    /// <summary>Bytes taken.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Frames taken.</summary>
    public int Frames => Volatile.Read(ref frames);

    /// <summary>Whether the host let it go.</summary>
    public bool Failed { get; private set; }

    /// <summary>Comes in.</summary>
    /// <param name="address">The viewer.</param>
    /// <param name="between">From one frame to the asking for the next.</param>
    public static async Task<GuestClient> ConnectAsync(Uri address, TimeSpan between)
    {
        var client = new GuestClient(between);
        await client.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{address.Port}/live?guest"), CancellationToken.None);
        await client.SendAsync("""{"do":"arms","arms":3}""");
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
                bool frame = part.Count >= Wire.HeaderBytes && buffer[0] == Wire.Magic0 && buffer[1] == Wire.Magic1 && (MessageKind)buffer[3] == MessageKind.Frame;
                Interlocked.Add(ref bytes, part.Count);
                while (!part.EndOfMessage)
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), gone.Token);
                    Interlocked.Add(ref bytes, part.Count);
                }

                if (frame)
                {
                    Interlocked.Increment(ref frames);
                    _ = AskLaterAsync();
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Failed = !gone.IsCancellationRequested;
        }
    }

    private async Task AskLaterAsync()
    {
        try
        {
            await Task.Delay(between, gone.Token);
            await SendAsync("""{"do":"ready"}""");
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone meanwhile.
        }
    }

    private async Task SendAsync(string command) => await socket.SendAsync(Encoding.UTF8.GetBytes(command), WebSocketMessageType.Text, true, gone.Token);
}
