using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Wall;

/// <summary>
/// A run that another program lives and steers, over the frame protocol: the presenter's page plays, and the wall shows the same
/// day. When the connection is lost the last day stays, words say so, and it is tried again until it holds.
/// </summary>
internal sealed class ClientWallSource : IWallSource
{
    private const int MaxMessage = 256 << 20;

    // Close codes of the frame protocol itself: a wrong code, a full room.
    private const WebSocketCloseStatus FirstOfOurs = (WebSocketCloseStatus)4000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Uri address;
    private readonly TimeSpan rest;
    private readonly CancellationTokenSource ending;
    private readonly Lock gate = new();
    private readonly ManualResetEventSlim known = new();
    private readonly Task talk;
    private Hello? hello;
    private ushort[][][]? outlines;
    private ushort[][][]? placeOutlines;
    private ViewMap? map;
    private FigureBook? figures;
    private IReadOnlyList<ClosedStreet> streets = [];
    private byte[] nextWith = [];
    private byte[] nextWithout = [];
    private int nextDay = -1;
    private WallView? steered;
    private IReadOnlyList<LeverView> levers = [];
    private string headline = Answers.First;
    private string trouble = string.Empty;
    private Exception? refused;

    /// <summary>Connects, and waits for the population.</summary>
    /// <param name="address">Address of the page, e.g. <c>http://127.0.0.1:5080/</c>; with <c>?code=</c> from another machine.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ViewerException">Nobody answers there.</exception>
    /// <param name="rest">How long to wait after each day before another is asked for.</param>
    public ClientWallSource(string address, CancellationToken cancellation, TimeSpan rest = default)
    {
        this.rest = rest;
        this.address = AddressOf(address);
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        talk = Task.Run(TalkAsync, CancellationToken.None);
        if (!known.Wait(Patience, cancellation) || map is null)
        {
            ending.Cancel();
            throw new ViewerException(
                $"No viewer answers at {address}{(refused is null ? string.Empty : $" ({refused.Message})")}. Start one with 'simulate view' and give the address that it prints.");
        }

        With = new byte[map.Residents];
        Without = new byte[map.Residents];
    }

    /// <inheritdoc/>
    public bool Follows => true;

    /// <inheritdoc/>
    public string Trouble
    {
        get
        {
            lock (gate)
            {
                return trouble;
            }
        }
    }

    /// <inheritdoc/>
    public ViewMap Map => map!;

    /// <inheritdoc/>
    public ViewAbout About => hello!.About;

    /// <inheritdoc/>
    public int Days => hello!.Days;

    /// <inheritdoc/>
    public bool HasResidents => true;

    /// <inheritdoc/>
    public int Day { get; private set; }

    /// <inheritdoc/>
    public byte[] With { get; private set; }

    /// <inheritdoc/>
    public byte[] Without { get; private set; }

    /// <inheritdoc/>
    public FigureBook Figures => figures!;

    /// <inheritdoc/>
    public string Headline => headline;

    /// <inheritdoc/>
    public IReadOnlyList<string> Levers => [.. levers.Where(l => l.On).Select(l => l.Title)];

    /// <inheritdoc/>
    public WallView? Steered
    {
        get
        {
            lock (gate)
            {
                return steered;
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ClosedStreet> Streets => streets;

    /// <inheritdoc/>
    public Story? Story => hello!.Story;

    /// <inheritdoc/>
    public int SchoolOf(int row) => -1;

    /// <inheritdoc/>
    public void GoTo(int day, IProgress<Living> progress, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (nextDay >= 0)
            {
                nextWith.AsSpan().CopyTo(With);
                nextWithout.AsSpan().CopyTo(Without);
                Day = nextDay;
                nextDay = -1;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Cancel();
        talk.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        ending.Dispose();
        known.Dispose();
    }

    private static Uri AddressOf(string address)
    {
        string whole = address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
        return Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri)
            ? new UriBuilder(uri) { Scheme = uri.Scheme == "https" ? "wss" : "ws", Path = "/live" }.Uri
            : throw new ViewerException($"'{address}' is no address. Give the one that 'simulate view' prints, such as http://127.0.0.1:5080/");
    }

    private async Task TalkAsync()
    {
        while (!ending.IsCancellationRequested)
        {
            using var socket = new ClientWebSocket();
            try
            {
                await socket.ConnectAsync(address, ending.Token);
                await ListenAsync(socket);
            }
            catch (Exception e) when (e is WebSocketException or IOException or InvalidDataException or RecordingException or JsonException)
            {
                refused = e;
            }
            catch (OperationCanceledException)
            {
                return;
            }

            lock (gate)
            {
                trouble = refused is InvalidDataException
                    ? $"The wall shows its last day: {refused.Message}."
                    : $"The connection to {address.Authority} is lost; the wall shows its last day and tries again.";
            }

            try
            {
                await Task.Delay(Again, ending.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[1 << 20];
        await SayAsync(socket, """{"do":"arms","arms":3}""");
        await SayAsync(socket, """{"do":"ready"}""");
        while (socket.State == WebSocketState.Open)
        {
            int length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, length < MaxMessage ? 2 * length : throw new InvalidDataException("a message is longer than any"));
                }

                part = await socket.ReceiveAsync(buffer.AsMemory(length), ending.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                refused = new WebSocketException(socket.CloseStatusDescription is { Length: > 0 } words ? words : "the other end closed the connection");
                if (socket.CloseStatus >= FirstOfOurs)
                {
                    // A wrong code stays wrong: whoever waits is told at once.
                    known.Set();
                }

                return;
            }

            Take(buffer.AsSpan(0, length));
            if (length > 3 && (MessageKind)buffer[3] == MessageKind.Frame)
            {
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, ending.Token);
                }

                await SayAsync(socket, """{"do":"ready"}""");
            }
        }
    }

    private Task SayAsync(ClientWebSocket socket, string command) => socket.SendAsync(Encoding.UTF8.GetBytes(command), WebSocketMessageType.Text, true, ending.Token);

    private void Take(ReadOnlySpan<byte> message)
    {
        if (message.Length < Wire.HeaderBytes || message[2] != Wire.Version)
        {
            throw new InvalidDataException("the viewer there is of another version; start wall and viewer from the same build");
        }

        ReadOnlySpan<byte> body = message[Wire.HeaderBytes..];
        lock (gate)
        {
            switch ((MessageKind)message[3])
            {
                case MessageKind.Hello:
                    Hello said = JsonSerializer.Deserialize<Hello>(body, Json) ?? throw new InvalidDataException("the viewer there says nothing of itself");
                    if (map is not null && said.Residents != map.Residents)
                    {
                        throw new InvalidDataException("another population is shown there now; start the wall again");
                    }

                    if (map is not null && said.Session != hello?.Session)
                    {
                        // Another run: nothing of the one before is said of it.
                        figures = new FigureBook(said.About.Start, map.Codes);
                    }

                    hello = said;
                    trouble = string.Empty;
                    break;
                case MessageKind.Outlines:
                    (outlines, placeOutlines) = RecordedMap.Outlines(message.ToArray());
                    break;
                case MessageKind.Positions when map is null:
                    map = MapOf(body);
                    figures = new FigureBook(hello!.About.Start, map.Codes);
                    known.Set();
                    break;
                case MessageKind.Scenario:
                    ScenarioMessage? plan = JsonSerializer.Deserialize<ScenarioMessage>(body, Json);
                    (streets, levers, headline) = (plan?.SchoolStreets ?? streets, plan?.Levers ?? levers, plan?.Headline ?? headline);
                    break;
                case MessageKind.Status:
                    RunStatus? status = JsonSerializer.Deserialize<RunStatus>(body, Json);
                    trouble = status is { Phase: RunPhase.Failed, Message: { } words } ? words : string.Empty;
                    break;
                case MessageKind.View:
                    steered = JsonSerializer.Deserialize<WallView>(body, Json);
                    break;
                case MessageKind.Frame:
                    TakeFrame(message);
                    break;
                default:
                    figures?.Add(message);
                    break;
            }
        }
    }

    private void TakeFrame(ReadOnlySpan<byte> message)
    {
        int day = BinaryPrimitives.ReadInt32LittleEndian(message[8..]);
        int arms = message[12];
        int fields = message[13];
        int neighbourhoods = BinaryPrimitives.ReadUInt16LittleEndian(message[14..]);
        int residents = BinaryPrimitives.ReadInt32LittleEndian(message[16..]);
        if (arms != 3 || map is null || residents != map.Residents)
        {
            return;
        }

        ReadOnlySpan<byte> states = message[(20 + (2 * 2 * fields * neighbourhoods))..];
        nextWith = states[..residents].ToArray();
        nextWithout = states.Slice(residents, residents).ToArray();
        nextDay = day;
    }

    private ViewMap MapOf(ReadOnlySpan<byte> body)
    {
        Hello said = hello ?? throw new InvalidDataException("positions came before anything else");
        int residents = BinaryPrimitives.ReadInt32LittleEndian(body);
        ushort[] positions = MemoryMarshal.Cast<byte, ushort>(body.Slice(4, residents * 4)).ToArray();
        var first = new int[said.Neighbourhoods.Count + 1];
        for (int n = 0; n < said.Neighbourhoods.Count; n++)
        {
            first[n + 1] = first[n] + said.Neighbourhoods[n].Residents;
        }

        return new ViewMap
        {
            Places = said.Places,
            Codes = [.. said.Neighbourhoods.Select(n => n.Code)],
            Names = [.. said.Neighbourhoods.Select(n => n.Name)],
            PlaceOf = [.. said.Neighbourhoods.Select(n => (byte)n.Place)],
            Decile = [.. said.Neighbourhoods.Select(n => (byte)n.Decile)],
            First = first,
            Positions = positions,
            Facts = body[(4 + (residents * 4))..].ToArray(),
            Outlines = outlines ?? throw new InvalidDataException("positions came before outlines"),
            PlaceOutlines = placeOutlines!,
            Schools = said.Schools,
            Box = new ViewBox(said.BoxWest, said.BoxSouth, said.BoxMetres),
            ResidentRows = [],
        };
    }
}
