using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;

namespace Simulation.Viewer.Hosting;

/// <summary>The web server: the page's files and one WebSocket at <c>/live</c>.</summary>
public sealed class ViewerServer : IAsyncDisposable
{
    // A browser that has stopped reading must not hold up the end.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly WebApplication app;
    private readonly IShow show;
    private readonly JoinCode? code;
    private readonly Seats seats = new();

    private ViewerServer(WebApplication app, IShow show, JoinCode? code)
    {
        this.app = app;
        this.show = show;
        this.code = code;
    }

    /// <summary>Address for the presenter, e.g. <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Code that guests type; null when the viewer is not shared.</summary>
    public string? GuestCode => code?.Text;

    /// <summary>Addresses for guests on the same network.</summary>
    public IReadOnlyList<string> GuestAddresses => code is null ? [] : [.. OwnAddresses().Select(a => $"http://{a}:{Address.Port}/")];

    /// <summary>Starts serving.</summary>
    /// <param name="show">What is shown; owned by the server from now on.</param>
    /// <param name="port">Port; 0 takes a free one.</param>
    /// <param name="share">Whether other machines may watch.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<ViewerServer> StartAsync(IShow show, int port, bool share)
    {
        ArgumentNullException.ThrowIfNull(show);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(share ? IPAddress.Any : IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = 0;

            // Seats are counted where it is known who asks for one; this only bounds what a flood can hold open.
            kestrel.Limits.MaxConcurrentUpgradedConnections = (4 * Seats.Guests) + Seats.Presenters;
        });
        builder.WebHost.UseShutdownTimeout(Farewell);
        WebApplication app = builder.Build();
        var server = new ViewerServer(app, show, share ? new JoinCode() : null);
        server.Configure();
        await app.StartAsync();
        string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.Address = new Uri($"http://127.0.0.1:{new Uri(bound).Port}/");
        show.Invite(server.GuestAddresses, server.GuestCode);
        return server;
    }

    /// <summary>Serves until stopped or cancelled.</summary>
    public Task WaitAsync(CancellationToken cancellation) => app.WaitForShutdownAsync(cancellation);

    /// <summary>Lets every browser go, stops serving and ends the show.</summary>
    public async ValueTask DisposeAsync()
    {
        show.End();
        await app.StopAsync();
        await app.DisposeAsync();
        show.Dispose();
    }

    private void Configure()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "127.0.0.1", "localhost" };
        if (code is not null)
        {
            names.UnionWith(OwnAddresses());
        }

        var guard = new RequestGuard(names);
        app.Use(next => context => guard.Invoke(context, next));
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.Map("/live", branch => branch.Run(Live));
        app.MapGet("/recording", KeepRecording);
        string page = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (File.Exists(Path.Combine(page, "index.html")))
        {
            var files = new PhysicalFileProvider(page);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = NoStalePage });
        }
        else
        {
            app.MapGet("/", () => Microsoft.AspNetCore.Http.Results.Text(
                "The viewer's page was not built, because Node was missing when the viewer was. Install Node 20 or newer and build again: " +
                "dotnet build -c Release viewer/Simulation.Viewer\n"));
        }
    }

    private static void NoStalePage(StaticFileResponseContext context) => context.Context.Response.Headers.CacheControl = "no-cache";

    private async Task Live(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Refuse(context, StatusCodes.Status400BadRequest, "This address speaks the frame protocol over a WebSocket; see viewer/docs/protocol.md.");
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        bool guest = IsGuest(context);
        using var connection = new Connection(socket, guest, guest && show.Pictures is not null && context.Request.Query.ContainsKey("pictures"));
        if (guest && code is not null && !code.Opens(context.Request.Query["code"].ToString(), context.Connection.RemoteIpAddress ?? IPAddress.None))
        {
            // The page reads the close code and asks for the join code; a refused handshake could not tell it why.
            await connection.Close(Wire.WrongCode, "Type the join code that the presenter shows.");
            return;
        }

        if (!seats.Take(guest))
        {
            await connection.Close(Wire.RoomFull, guest ? $"All {Seats.Guests} seats are taken. The page tries again by itself." : "The presenter has too many windows open. Close one.");
            return;
        }

        try
        {
            await show.Serve(connection, context.RequestAborted);
        }
        finally
        {
            seats.Leave(guest);
        }

        context.Abort();
    }

    private bool IsGuest(HttpContext context) =>
        (code is not null && !IPAddress.IsLoopback(context.Connection.RemoteIpAddress ?? IPAddress.None)) || context.Request.Query.ContainsKey("guest");

    private async Task KeepRecording(HttpContext context)
    {
        // A link on another page could not read the file, but it must not fill the presenter's downloads either.
        string from = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (IsGuest(context) || from is not ("" or "same-origin" or "none"))
        {
            await Refuse(context, StatusCodes.Status403Forbidden, "Only the presenter can keep the recording, from the viewer's own page.");
        }
        else if (show.Recording is not { } recording)
        {
            await Refuse(context, StatusCodes.Status404NotFound, "There is nothing to keep: what is shown lies in files already.");
        }
        else if (recording.Days.Count == 0)
        {
            await Refuse(context, StatusCodes.Status404NotFound, "Nothing is recorded yet: the run is warming up.");
        }
        else
        {
            await SendRecording(context, recording);
        }
    }

    private static async Task Refuse(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(words + "\n");
    }

    private static async Task SendRecording(HttpContext context, Recording recording)
    {
        RecordingCopy copy = recording.Copy();
        string title = string.Concat(recording.About.About.Title.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = copy.Length;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{title}{RecordingFormat.Extension}\"";
        await copy.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    private static IEnumerable<string> OwnAddresses() =>
        from card in NetworkInterface.GetAllNetworkInterfaces()
        where card.OperationalStatus == OperationalStatus.Up
        from address in card.GetIPProperties().UnicastAddresses
        where address.Address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address.Address)
        select address.Address.ToString();
}
