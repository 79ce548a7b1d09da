using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Hosting;

public sealed class ViewerServerTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1:1")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Request_ForeignHostOrOrigin_IsRefusedWithWords(string header, string value)
    {
        await using ViewerServer server = await Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Open the address that it printed");
    }

    [Fact]
    public async Task Socket_ForeignOrigin_IsRefusedAndTheRunGoesOn()
    {
        await using ViewerServer server = await Start();
        await Should.ThrowAsync<WebSocketException>(() => Watcher.ConnectAsync(server.Address, configure: o => o.SetRequestHeader("Origin", "http://evil.example")));
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.SendAsync("""{"do":"step"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 1);
    }

    [Fact]
    public async Task Page_AnyAnswer_KeepsToItself()
    {
        await using ViewerServer server = await Start();
        using HttpResponseMessage response = await Http.GetAsync(server.Address, TestContext.Current.CancellationToken);
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.Replace($"ws://127.0.0.1:{server.Address.Port}", string.Empty, StringComparison.Ordinal).ShouldNotContain("http");
    }

    [Fact]
    public async Task Start_PortInUse_Throws()
    {
        await using ViewerServer server = await Start();
        using var show = new LiveShow(new FixtureCity());
        await Should.ThrowAsync<IOException>(() => ViewerServer.StartAsync(show, server.Address.Port, share: false));
    }

    [Fact]
    public async Task Guest_PullsALever_IsRefusedWithWordsAndNothingChanges()
    {
        var city = new FixtureCity();
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher guest = await Watcher.ConnectAsync(server.Address, "?guest");
        await guest.SendAsync("""{"do":"lever","lever":{"id":"school_street[1]","on":true,"values":{"reach":50}}}""");
        JsonElement notice = Watcher.Json(await guest.UntilAsync(MessageKind.Notice));
        notice.GetProperty("text").GetString().ShouldBe("You are watching as a guest: the presenter steers the run.");
        city.Levers[0].On.ShouldBeFalse();
    }

    [Fact]
    public async Task Share_GuestWithoutTheCode_IsLetGoWithTheReason()
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: true);
        using Watcher wrong = await Watcher.ConnectAsync(server.Address, "?guest&code=ZZZZZZ");
        (await wrong.ReceiveAsync()).ShouldBeNull();
        ((int)wrong.CloseStatus.ShouldNotBeNull()).ShouldBe(4401);
        using Watcher right = await Watcher.ConnectAsync(server.Address, $"?guest&code={server.GuestCode}");
        Watcher.Json(await right.UntilAsync(MessageKind.Hello)).GetProperty("guest").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"do":"fly"}""")]
    [InlineData("""{"do":"show","day":1e999}""")]
    [InlineData("""{"do":"lever","lever":{"id":"nothing","on":true,"values":{}}}""")]
    public async Task Command_ThatCannotBeDone_IsAnsweredWithWords(string command)
    {
        await using ViewerServer server = await Start();
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.SendAsync(command);
        Watcher.Json(await watcher.UntilAsync(MessageKind.Notice)).GetProperty("text").GetString()!.Length.ShouldBeGreaterThan(20);
        await watcher.SendAsync("""{"do":"step"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 1);
    }

    [Fact]
    public async Task Frame_AfterOneDay_HoldsWhatTheSourceWrote()
    {
        var city = new FixtureCity();
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.SendAsync("""{"do":"arms","arms":3}""");
        await watcher.SendAsync("""{"do":"step"}""");
        byte[] frame;
        do
        {
            await watcher.SendAsync("""{"do":"ready"}""");
            frame = await watcher.UntilAsync(MessageKind.Frame);
        }
        while (BitConverter.ToInt32(frame, 8) < 1 || frame[12] != 3);

        int hoods = city.Map.NeighbourhoodCount;
        frame.Length.ShouldBe(20 + (2 * hoods * Tallies.Fields * 2) + (2 * city.Map.Residents));
        byte[] expected = [.. Enumerable.Range(0, city.Map.Residents).Select(i => FixtureCity.StateOf(i, 0))];
        frame.AsSpan(frame.Length - (2 * expected.Length), expected.Length).ToArray().ShouldBe(expected);
    }

    [Fact]
    public async Task SlowBrowser_TakesNoFrame_DoesNotHoldTheRunUp()
    {
        var city = new FixtureCity(days: 400);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher slow = await Watcher.ConnectAsync(server.Address);
        await slow.SendAsync("""{"do":"arms","arms":3}""");
        using Watcher presenter = await Watcher.ConnectAsync(server.Address);
        await presenter.SendAsync("""{"do":"speed","days":1000}""");
        await presenter.SendAsync("""{"do":"play"}""");

        // The slow one never says ready: it was offered one frame and is owed no more, and the run ends all the same.
        await presenter.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "finished");
        city.DaysDone.ShouldBe(400);
    }

    [Fact]
    public async Task StalledBrowser_AsksForFramesAndReadsNone_IsSentTheNewestWhenItReadsAgain()
    {
        // Frames of 0.9 MB: a few fill what the system buffers for a socket, and every later one has nowhere to go.
        var city = new FixtureCity(450_000, days: 200);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher stalled = await Watcher.ConnectAsync(server.Address);
        await stalled.SendAsync("""{"do":"arms","arms":3}""");
        using Watcher presenter = await Watcher.ConnectAsync(server.Address);
        await presenter.SendAsync("""{"do":"speed","days":1000}""");
        await presenter.SendAsync("""{"do":"play"}""");
        Task finished = presenter.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "finished");
        while (!finished.IsCompleted)
        {
            await stalled.SendAsync("""{"do":"ready"}""");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await finished;
        await stalled.SendAsync("""{"do":"ready"}""");
        var days = new List<int>();
        while (days.LastOrDefault() < 200)
        {
            byte[] frame = await stalled.UntilAsync(MessageKind.Frame);
            days.Add(BitConverter.ToInt32(frame, 8));
        }

        days.ShouldBeInOrder();
        days.Count.ShouldBeLessThan(60, "frames that found no room were skipped, not kept");
    }

    [Fact]
    public async Task Show_DayOfADamagedRecording_SaysSoShowsTheDayBeforeAndTheRunGoesOn()
    {
        var city = new FixtureCity();
        var scratch = new MemoryStream();
        Recording recording = Recording.Create(RecordedAbout.Of(city), city.Map, scratch);
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city, null, recording), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        for (int day = 1; day <= 22; day++)
        {
            await watcher.SendAsync("""{"do":"step"}""");
        }

        JsonElement whole = Watcher.Json(await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 22));
        whole.GetProperty("recorded").EnumerateArray().Select(d => d.GetInt32()).ShouldBe([0, 7, 14, 21, 22]);
        using (var copy = new MemoryStream())
        {
            await recording.Copy().WriteAsync(copy, TestContext.Current.CancellationToken);
            copy.Position = 0;
            scratch.SetLength(ChunkIndex.Find("scratch", copy).Places.First(p => p.Kind == ChunkKind.Day && p.Day == 14).At + 10);
        }

        await watcher.SendAsync("""{"do":"show","day":15}""");
        await watcher.SendAsync("""{"do":"ready"}""");
        JsonElement status = Watcher.Json(await watcher.UntilAsync(MessageKind.Status, s => s.TryGetProperty("message", out _) && s.GetProperty("shownDay").GetInt32() == 13));
        status.GetProperty("message").GetString()!.ShouldStartWith("Day 14 cannot be shown: the file cannot be read at byte ");
        await watcher.SendAsync("""{"do":"step"}""");
        await watcher.SendAsync("""{"do":"live"}""");
        await watcher.SendAsync("""{"do":"step"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 23);
        await watcher.SendAsync("""{"do":"show","day":9}""");
        await watcher.SendAsync("""{"do":"ready"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("shownDay").GetInt32() == 9);
    }

    [Fact]
    public async Task PlayAndReverse_AmongRecordedDays_ShowThemAndThenTheRunGoesOn()
    {
        var city = new FixtureCity();
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        for (int day = 1; day <= 10; day++)
        {
            await watcher.SendAsync("""{"do":"step"}""");
        }

        await watcher.SendAsync("""{"do":"speed","days":200}""");
        await watcher.SendAsync("""{"do":"reverse"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("reverse").GetBoolean());
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("shownDay").GetInt32() == 0 && s.GetProperty("phase").GetString() == "paused");
        city.DaysDone.ShouldBe(10);
        await watcher.SendAsync("""{"do":"step"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("shownDay").GetInt32() == 1);
        city.DaysDone.ShouldBe(10);
        await watcher.SendAsync("""{"do":"play"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 70 && s.GetProperty("phase").GetString() == "finished");
    }

    [Fact]
    public async Task Run_FailsOnADay_SaysSoAndStillShowsWhatWasRecorded()
    {
        var city = new FixtureCity { FailOnDay = 16 };
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(city), 0, share: false);
        using Watcher watcher = await Watcher.ConnectAsync(server.Address);
        await watcher.SendAsync("""{"do":"speed","days":1000}""");
        await watcher.SendAsync("""{"do":"play"}""");
        JsonElement status = Watcher.Json(await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "failed"));
        status.GetProperty("message").GetString()!.ShouldContain("can still be looked at");
        await watcher.SendAsync("""{"do":"show","day":7}""");
        await watcher.SendAsync("""{"do":"ready"}""");
        await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("shownDay").GetInt32() == 7);
    }

    private static Task<ViewerServer> Start() => ViewerServer.StartAsync(new LiveShow(new FixtureCity()), 0, share: false);
}
