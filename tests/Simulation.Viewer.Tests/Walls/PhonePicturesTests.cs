using System.Text;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;
using Simulation.Viewer.Wall;
using SkiaSharp;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>Phones follow the wall by pictures: no residents, no more bytes than a slow network carries.</summary>
public sealed class PhonePicturesTests
{
    private const int MostBytes = 60_000;

    [Fact]
    public async Task APhone_GetsPicturesOfWhatTheWallShows_AndNothingOfResidents()
    {
        var show = new LiveShow(new FixtureCity(18_000, boxMetres: 60_000));
        PictureBoard board = show.TakePictures();
        await using ViewerServer server = await ViewerServer.StartAsync(show, 0, share: false);
        using var pictures = new PhonePictures(
            (rest, stop) => new ClientWallSource(server.Address.ToString(), stop, rest), () => board.Wanted, webp => board.Show(webp), TestContext.Current.CancellationToken);
        using Watcher presenter = await Watcher.ConnectAsync(server.Address);
        await presenter.SendAsync("""{"do":"until","day":30}""");
        await presenter.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 30);
        board.Wanted.ShouldBeFalse("nobody has come yet: nothing is painted");

        using Watcher phone = await Watcher.ConnectAsync(server.Address, "?guest&pictures");
        Watcher.Json(await phone.UntilAsync(MessageKind.Hello)).GetProperty("pictures").GetBoolean().ShouldBeTrue();
        byte[] dark = await PictureAsync(phone, p => Light(p) < 0.3);
        dark.Length.ShouldBeLessThan(MostBytes);
        await presenter.SendAsync("""{"do":"view","view":{"view":"everybody","indicator":"school_walk","place":-1,"step":-1,"light":true}}""");
        await PictureAsync(phone, p => Light(p) > 0.6);
        await presenter.SendAsync("""{"do":"view","view":{"view":"change","indicator":"school_walk","place":-1,"step":-1,"light":false}}""");
        byte[] change = await PictureAsync(phone, p => Light(p) < 0.3);
        change.ShouldNotBe(dark);

        // Weeks that pass bring curves and sentences, and of neighbourhoods nothing.
        await presenter.SendAsync("{\"do\":\"until\",\"day\":44}");
        await presenter.UntilAsync(MessageKind.NeighbourhoodWeek);
        await PictureAsync(phone, _ => true);

        // Whoever comes later sees the picture at once; whoever asked for none gets residents as before.
        using Watcher late = await Watcher.ConnectAsync(server.Address, "?guest&pictures");
        (await PictureAsync(late, _ => true)).Length.ShouldBeGreaterThan(1000);
        using Watcher laptop = await Watcher.ConnectAsync(server.Address, "?guest");
        Watcher.Json(await laptop.UntilAsync(MessageKind.Hello)).GetProperty("pictures").GetBoolean().ShouldBeFalse();
        await laptop.UntilAsync(MessageKind.Positions);
    }

    private static async Task<byte[]> PictureAsync(Watcher phone, Func<SKBitmap, bool> fits)
    {
        while (await phone.ReceiveAsync() is { } message)
        {
            ((MessageKind)message[3]).ShouldNotBeOneOf(MessageKind.Positions, MessageKind.Outlines, MessageKind.Frame, MessageKind.NeighbourhoodWeek);
            if ((MessageKind)message[3] != MessageKind.Picture)
            {
                continue;
            }

            Encoding.ASCII.GetString(message, 12, 4).ShouldBe("WEBP");
            using SKBitmap picture = SKBitmap.Decode(message.AsSpan(Wire.HeaderBytes));
            picture.Width.ShouldBe(PhonePictures.Side);
            if (fits(picture))
            {
                return message[Wire.HeaderBytes..];
            }
        }

        throw new InvalidOperationException("The host closed before it sent the picture.");
    }

    private static double Light(SKBitmap picture)
    {
        double sum = 0;
        foreach (SKColor pixel in picture.Pixels)
        {
            sum += pixel.Red + pixel.Green + pixel.Blue;
        }

        return sum / (765.0 * picture.Width * picture.Height);
    }
}
