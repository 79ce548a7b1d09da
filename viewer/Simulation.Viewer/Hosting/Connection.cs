using System.Net.WebSockets;
using System.Threading.Channels;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Hosting;

/// <summary>
/// One browser. Words wait in a short queue; of pictures only the newest waits. A browser that takes neither for a
/// minute, or lets the queue grow long, is let go; it comes back by itself and is told everything anew.
/// </summary>
internal sealed class Connection : IDisposable
{
    private const long WaitingLimit = 256L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebSocket socket;
    private readonly Channel<IEnumerable<byte[]>> words = Channel.CreateUnbounded<IEnumerable<byte[]>>();
    private readonly SemaphoreSlim signal = new(0);
    private readonly CancellationTokenSource gone = new();
    private readonly Lock gate = new();
    private FrameBuffers? next;
    private byte[]? status;
    private byte[]? latestPicture;
    private bool closed;
    private int arms = 1;
    private int credit = 1;
    private int seen;
    private long waiting;

    public Connection(WebSocket socket, bool guest, bool pictures)
    {
        this.socket = socket;
        Guest = guest;
        Pictures = pictures;
    }

    /// <summary>Whether pictures of the map are sent in place of residents: five megabytes a day are too many for a room full of phones.</summary>
    public bool Pictures { get; }

    public bool Guest { get; }

    public bool Welcomed { get; set; }

    public bool Waits(int picture) => Welcomed && !Pictures && Volatile.Read(ref credit) > 0 && Volatile.Read(ref seen) < picture;

    /// <summary>The browser has drawn the last picture and can take another.</summary>
    public void Ready() => Volatile.Write(ref credit, 1);

    /// <summary>Chooses the arms whose residents are sent.</summary>
    public void Choose(int wanted)
    {
        Volatile.Write(ref arms, wanted);
        Volatile.Write(ref seen, 0);
    }

    public void Offer(FrameBuffers frame, int picture)
    {
        FrameBuffers? old;
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            frame.Take();
            old = next;
            next = frame;
        }

        old?.Release();
        Volatile.Write(ref seen, picture);
        Volatile.Write(ref credit, 0);
        signal.Release();
    }

    public void Say(byte[] message)
    {
        if (!Takes(message))
        {
            return;
        }

        if ((MessageKind)message[3] == MessageKind.Status)
        {
            // Only the newest status matters: it must not fill the queue of a slow browser.
            Volatile.Write(ref status, message);
        }
        else if ((MessageKind)message[3] == MessageKind.Picture)
        {
            Volatile.Write(ref latestPicture, message);
        }
        else if (Interlocked.Add(ref waiting, message.Length) > WaitingLimit || !words.Writer.TryWrite(Counted(message)))
        {
            gone.Cancel();
        }

        signal.Release();
    }

    /// <summary>Says much: each message is made when the one before it has gone, so that none of it waits in memory.</summary>
    public void Say(IEnumerable<byte[]> messages)
    {
        words.Writer.TryWrite(messages);
        signal.Release();
    }

    // The map of a phone is a picture: values of sixteen hundred neighbourhoods every week would be most of what a room's network carries.
    private bool Takes(byte[] message) => !Pictures || (MessageKind)message[3] != MessageKind.NeighbourhoodWeek;

    private IEnumerable<byte[]> Counted(byte[] message)
    {
        yield return message;
        Interlocked.Add(ref waiting, -message.Length);
    }

    private async Task SendAll(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone.Token);
        while (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await signal.WaitAsync(either.Token);
            while (words.Reader.TryRead(out IEnumerable<byte[]>? messages))
            {
                foreach (byte[] message in messages.Where(Takes))
                {
                    await Send(message, true, either.Token);
                }
            }

            if (Interlocked.Exchange(ref status, null) is { } latest)
            {
                await Send(latest, true, either.Token);
            }

            if (Interlocked.Exchange(ref latestPicture, null) is { } picture)
            {
                await Send(picture, true, either.Token);
            }

            FrameBuffers? frame;
            lock (gate)
            {
                frame = next;
                next = null;
            }

            if (frame is not null)
            {
                await SendFrame(frame, either.Token);
            }
        }
    }

    private async Task ReceiveAll(Action<byte[]> take, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone.Token);
        byte[] buffer = new byte[Wire.MaxCommandBytes];
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(length), either.Token);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (part.EndOfMessage)
            {
                take(buffer[..length]);
                length = 0;
            }
            else if (length == buffer.Length)
            {
                await Close((WebSocketCloseStatus)1009, "A command was longer than any that the page sends.");
                return;
            }
        }
    }

    /// <summary>Sends and receives until the browser goes or is let go.</summary>
    public async Task Converse(Action<byte[]> take, CancellationToken stopping)
    {
        try
        {
            Task sending = SendAll(stopping);
            Task receiving = ReceiveAll(take, stopping);
            await await Task.WhenAny(sending, receiving);
            End();
            await Task.WhenAll(sending, receiving);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // A browser that goes away in the middle of a message is no event.
            End();
        }
    }

    public async Task Close(WebSocketCloseStatus code, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await socket.CloseOutputAsync(code, words, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            gone.Cancel();
        }
    }

    public void End() => gone.Cancel();

    public void Dispose()
    {
        // The simulation's thread may still hold this connection for a moment, so the signals stay usable; neither holds
        // anything that the collector would not free.
        lock (gate)
        {
            closed = true;
            next?.Release();
            next = null;
        }

        socket.Dispose();
    }

    private async Task SendFrame(FrameBuffers frame, CancellationToken either)
    {
        try
        {
            int wanted = Volatile.Read(ref arms);
            byte[] head = (byte[])frame.Head.Clone();
            head[12] = (byte)wanted;
            await Send(head, wanted == 0, either);
            if ((wanted & 1) != 0)
            {
                await Send(frame.States[0], wanted == 1, either);
            }

            if ((wanted & 2) != 0)
            {
                await Send(frame.States[1], true, either);
            }
        }
        finally
        {
            frame.Release();
        }
    }

    private async Task Send(ReadOnlyMemory<byte> bytes, bool last, CancellationToken either)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(either);
        patience.CancelAfter(Patience);
        await socket.SendAsync(bytes, WebSocketMessageType.Binary, last, patience.Token);
    }
}
