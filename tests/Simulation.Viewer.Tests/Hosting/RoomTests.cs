using System.Net;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Hosting;

/// <summary>However many come, and whatever they type, the presenter gets in.</summary>
public sealed class RoomTests
{
    [Fact]
    public async Task Presenter_RoomFullOfGuests_StillComesIn()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(360)), 0, share: false);
        var guests = new List<Watcher>();
        try
        {
            for (int i = 0; i < Seats.Guests; i++)
            {
                guests.Add(await Watcher.ConnectAsync(server.Address, "?guest"));
                await guests[^1].UntilAsync(MessageKind.Hello);
            }

            using Watcher late = await Watcher.ConnectAsync(server.Address, "?guest");
            (await late.ReceiveAsync()).ShouldBeNull();
            late.CloseStatus.ShouldBe(Wire.RoomFull);
            using Watcher presenter = await Watcher.ConnectAsync(server.Address);
            await presenter.SendAsync("""{"do":"step"}""");
            await presenter.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 1);
        }
        finally
        {
            guests.ForEach(guest => guest.Dispose());
        }
    }

    [Fact]
    public void WrongCodes_SlowOnlyWhoeverSendsThem()
    {
        var code = new JoinCode();
        IPAddress guesser = IPAddress.Parse("192.168.1.66");
        for (int i = 0; i < 100; i++)
        {
            code.Opens("ZZZZZZ", guesser).ShouldBeFalse();
        }

        code.Opens(code.Text, guesser).ShouldBeFalse("who guesses waits");
        code.Opens(code.Text.ToLowerInvariant() + " ", IPAddress.Parse("192.168.1.67")).ShouldBeTrue("nobody else does");
    }

    [Fact]
    public void NoCode_IsNoGuess()
    {
        var code = new JoinCode();
        for (int i = 0; i < 100; i++)
        {
            code.Opens(string.Empty, IPAddress.Loopback).ShouldBeFalse();
        }

        code.Opens(code.Text, IPAddress.Loopback).ShouldBeTrue();
    }
}
