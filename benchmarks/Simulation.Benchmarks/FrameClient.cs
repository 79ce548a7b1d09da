using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Simulation.Viewer.Protocol;

namespace Simulation.Benchmarks;

/// <summary>A client of the frame protocol that takes every frame that it can get, of both arms, and draws nothing.</summary>
internal sealed class FrameClient : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly MemoryStream message = new();

    /// <summary>Frames taken.</summary>
    public int Frames { get; private set; }

    /// <summary>Bytes of the last frame.</summary>
    public long FrameBytes { get; private set; }

    /// <summary>Bytes before the first status.</summary>
    public long OnceBytes { get; private set; }

    /// <summary>Connects to a viewer.</summary>
    public static async Task<FrameClient> ConnectAsync(Uri address)
    {
        var client = new FrameClient();
        await client.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{address.Port}/live"), CancellationToken.None);
        await client.SendAsync("""{"do":"arms","arms":3}""");
        return client;
    }

    /// <summary>Waits for the warm-up, plays as fast as the run goes, and takes frames until it is finished.</summary>
    /// <returns>Seconds from play to the end.</returns>
    public async Task<double> RunToTheEndAsync()
    {
        Stopwatch? watch = null;
        while (true)
        {
            MessageKind kind = await ReceiveAsync();
            if (kind == MessageKind.Frame)
            {
                FrameBytes = message.Length;
                Frames += watch is null ? 0 : 1;
                await SendAsync("""{"do":"ready"}""");
            }
            else if (kind == MessageKind.Status)
            {
                string? phase = JsonDocument.Parse(message.ToArray().AsMemory(Wire.HeaderBytes)).RootElement.GetProperty("phase").GetString();
                if (phase == "finished")
                {
                    return watch!.Elapsed.TotalSeconds;
                }

                if (phase == "paused" && watch is null)
                {
                    watch = Stopwatch.StartNew();
                    await SendAsync("""{"do":"speed","days":1000}""");
                    await SendAsync("""{"do":"play"}""");
                }
            }
            else if (watch is null)
            {
                OnceBytes += message.Length;
            }
        }
    }

    /// <summary>Goes.</summary>
    public void Dispose()
    {
        socket.Dispose();
        message.Dispose();
    }

    private async Task<MessageKind> ReceiveAsync()
    {
        message.SetLength(0);
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return (MessageKind)message.GetBuffer()[Wire.HeaderBytes - 1];
    }

    private async Task SendAsync(string command) =>
        await socket.SendAsync(Encoding.UTF8.GetBytes(command), WebSocketMessageType.Text, true, CancellationToken.None);
}
