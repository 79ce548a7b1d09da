using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>A client of the frame protocol that is no browser.</summary>
internal sealed class Watcher : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket socket = new();

    public static async Task<Watcher> ConnectAsync(Uri address, string query = "", Action<ClientWebSocketOptions>? configure = null)
    {
        var watcher = new Watcher();
        configure?.Invoke(watcher.socket.Options);
        await watcher.socket.ConnectAsync(new Uri($"ws://127.0.0.1:{address.Port}/live{query}"), TestContext.Current.CancellationToken);
        return watcher;
    }

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public async Task<byte[]?> ReceiveAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var stream = new MemoryStream();
        byte[] buffer = new byte[65_536];
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            stream.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return stream.ToArray();
            }
        }
    }

    public async Task<byte[]> UntilAsync(MessageKind kind, Func<JsonElement, bool>? fits = null)
    {
        while (await ReceiveAsync() is { } message)
        {
            if (message[3] == (byte)kind && (fits is null || fits(Json(message))))
            {
                return message;
            }
        }

        throw new InvalidOperationException($"The host closed before it sent {kind}.");
    }

    public Task SendAsync(string command) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(command), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public static JsonElement Json(byte[] message) => JsonDocument.Parse(message.AsMemory(4)).RootElement;

    public void Dispose() => socket.Dispose();
}
