using System.Diagnostics;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Tests.Fixtures;
using Simulation.Viewer.Wall;

namespace Simulation.Viewer.Tests.Walls;

/// <summary>A wall beside a page that steers it: one clock, one camera, and words when the page goes away.</summary>
public sealed class ClientWallSourceTests
{
    [Fact]
    public async Task Day_View_AndPlan_AreThePages()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(360)), 0, share: false);
        using var wall = new ClientWallSource(server.Address.ToString(), TestContext.Current.CancellationToken);
        using Watcher page = await Watcher.ConnectAsync(server.Address);
        await page.SendAsync("""{"do":"lever","lever":{"id":"school_street[1]","on":true,"values":{"reach":100}}}""");
        await page.SendAsync("""{"do":"until","day":21}""");
        await UntilAsync(() => At(wall).Day == 21);
        wall.With.ShouldNotBe(wall.Without);
        wall.Figures.Of(Arm.Scenario, "adults_inactive", "all", "all", 21).Count.ShouldBe(3);
        wall.Streets.Count.ShouldBe(1);
        wall.Levers.ShouldBe(["School streets"]);
        await page.SendAsync("""{"do":"view","view":{"view":"change","indicator":"school_walk","place":2,"step":-1,"light":true,"x":0.25,"y":0.5,"pixelsPerKm":40}}""");
        await UntilAsync(() => wall.Steered is not null);
        wall.Steered.ShouldBe(new WallView("change", "school_walk", 2, -1, true, 0.25, 0.5, 40));

        // The page looks back: so does the wall.
        await page.SendAsync("""{"do":"show","day":7}""");
        await UntilAsync(() => At(wall).Day == 7);

        // Another run begins: nothing of the one before is told of it.
        await page.SendAsync("""{"do":"restart"}""");
        await UntilAsync(() => wall.Figures.Of(Arm.Scenario, "adults_inactive", "all", "all", 100).Count == 0);
    }

    [Fact]
    public async Task AServerThatGoes_LeavesTheLastDay_AndComesBackByItself()
    {
        ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(360)), 0, share: false);
        int port = server.Address.Port;
        using var wall = new ClientWallSource(server.Address.ToString(), TestContext.Current.CancellationToken);
        using (Watcher page = await Watcher.ConnectAsync(server.Address))
        {
            await page.SendAsync("""{"do":"until","day":9}""");
            await UntilAsync(() => At(wall).Day == 9);
        }

        byte[] last = [.. wall.With];
        await server.DisposeAsync();
        await UntilAsync(() => wall.Trouble.Length > 0);
        wall.Trouble.ShouldBe($"The connection to 127.0.0.1:{port} is lost; the wall shows its last day and tries again.");
        wall.With.ShouldBe(last);
        wall.Day.ShouldBe(9);
        await using (await ViewerServer.StartAsync(new LiveShow(new FixtureCity(360)), port, share: false))
        {
            await UntilAsync(() => wall.Trouble.Length == 0);
        }

        // Other residents cannot be put on the same map.
        await UntilAsync(() => wall.Trouble.Length > 0);
        await using ViewerServer other = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(720)), port, share: false);
        await UntilAsync(() => wall.Trouble.Contains("another population", StringComparison.Ordinal));
        wall.With.ShouldBe(last);
    }

    [Fact]
    public async Task ARunThatFails_SaysWhy()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity(360) { FailOnDay = 5 }), 0, share: false);
        using var wall = new ClientWallSource(server.Address.ToString(), TestContext.Current.CancellationToken);
        using Watcher page = await Watcher.ConnectAsync(server.Address);
        await page.SendAsync("""{"do":"until","day":9}""");
        await UntilAsync(() => wall.Trouble.Contains("told to fail", StringComparison.Ordinal));
    }

    private static ClientWallSource At(ClientWallSource wall)
    {
        wall.GoTo(int.MaxValue, new Progress<Living>(), TestContext.Current.CancellationToken);
        return wall;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(30);
        }
    }
}
