using System.Net;
using System.Net.Sockets;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Rendering;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.CommandLine;

/// <summary>Makes what was asked for, serves it, and says where.</summary>
internal static class Viewing
{
    /// <summary>Serves until cancelled.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public static async Task ServeAsync(ViewerOptions options, ServeOptions serve, TextWriter output, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (serve.Attached)
        {
            EndWithInput(ending);
        }

        // A port in use is found now and not after a minute of making residents.
        Try(serve.Port);
        Courtesy.GiveWay();
        IShow show = await MakeAsync(options, output, ending.Token);
        PictureBoard? phones = (show as LiveShow)?.TakePictures();
        await using (ViewerServer server = await Start(show, serve.Port, serve.Share))
        {
            using PhonePictures? pictures = phones is null ? null : new PhonePictures(
                (rest, stop) => new ClientWallSource(server.Address.ToString(), stop, rest), () => phones.Wanted, picture => phones.Show(picture), ending.Token);
            await SayWhere(server, options.Record, output);
            await server.WaitAsync(ending.Token);
        }

        if (options.Record is not null)
        {
            await output.WriteLineAsync(File.Exists(options.Record)
                ? $"{options.Record} keeps {show.Recording!.Days.Count:N0} {(show.Recording.Days.Count == 1 ? "day" : "days")} in {new FileInfo(options.Record).Length / 1e6:N1} MB.{Environment.NewLine}To open it again: simulate view {options.Record}"
                : "Nothing was recorded: the run had not begun.");
        }
    }

    /// <summary>Makes pictures or a film.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public static async Task RenderAsync(ViewerOptions options, RenderOptions render, bool attached, TextWriter output, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (attached)
        {
            EndWithInput(ending);
        }

        RenderChecks.Ensure(render);
        await Task.Run(
            () =>
            {
                if (render.Beside is { } plan)
                {
                    new ShowMaker(options with { Files = [plan], Story = null }, output).EnsureReadable();
                }

                (IWallSource source, Story? story) = new ShowMaker(options, output).MakeWall(ending.Token);
                using (source)
                {
                    Func<IWallSource>? beside = render.Beside is not { } other ? null : () => new ShowMaker(options with { Files = [other], Story = null }, output).MakeWall(ending.Token).Source;
                    new Renderer(render, output) { Beside = beside }.Render(source, story, ending.Token);
                }
            },
            ending.Token);
    }

    // On a thread of its own: Ctrl-C is heard from the moment that the command first waits.
    private static Task<IShow> MakeAsync(ViewerOptions options, TextWriter output, CancellationToken cancellation) =>
        Task.Run(() => new ShowMaker(options, output).Make(cancellation), cancellation);

    private static async Task SayWhere(ViewerServer server, string? record, TextWriter output)
    {
        await output.WriteLineAsync($"Open {server.Address} in a browser here. Ctrl+C ends the viewer.");
        if (server.GuestCode is not null)
        {
            foreach (string address in server.GuestAddresses)
            {
                await output.WriteLineAsync($"Guests open {address} and type the code {server.GuestCode}");
            }
        }

        if (record is not null)
        {
            await output.WriteLineAsync($"Recording every day to {record}");
        }
    }

    private static async Task<ViewerServer> Start(IShow show, int port, bool share)
    {
        try
        {
            return await ViewerServer.StartAsync(show, port, share);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            show.Dispose();
            throw Refused(port, e);
        }
    }

    private static void Try(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e)
        {
            throw Refused(port, e);
        }
    }

    private static ViewerException Refused(int port, Exception e) => e is SocketException { SocketErrorCode: not SocketError.AddressAlreadyInUse }
        ? new ViewerException($"Port {port} cannot be opened: {e.Message}. Give another port: --port 0 takes a free one.", e)
        : new ViewerException($"Port {port} is in use. Close the other viewer, or give another port: --port 0 takes a free one.", e);

    /// <summary>Whoever started the viewer holds the other end of its input: when they go, however they go, the viewer goes too.</summary>
    internal static void EndWithInput(CancellationTokenSource ending)
    {
        var thread = new Thread(() =>
        {
            while (Console.In.ReadLine() is not null)
            {
            }

            Cancel(ending);
        })
        { IsBackground = true, Name = "input" };
        thread.Start();
    }

    private static void Cancel(CancellationTokenSource ending)
    {
        try
        {
            ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The viewer has ended already.
        }
    }
}
