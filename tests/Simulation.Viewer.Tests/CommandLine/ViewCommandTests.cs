using System.Net;
using System.Net.Sockets;
using Simulation.Viewer.Protocol;
using Simulation.Viewer.Recordings;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.CommandLine;

public sealed class ViewCommandTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    [Theory]
    [InlineData("-INT", 0)]
    [InlineData("-TERM", 0)]
    [InlineData("-KILL", 137)]
    public async Task View_Scenario_ServesUntilTheCommandEndsHoweverItEnds(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using RunningViewer viewer = RunningViewer.Start("school-streets", "--residents", "3000", "--port", "0");
        Uri address = await viewer.AddressAsync();
        (await Http.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldContain("<!doctype html>", Case.Insensitive);

        viewer.Signal(signal);

        (await viewer.EndAsync()).ShouldBe(code);
        await GoneAsync(address);
        viewer.Error.Trim().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task View_StoppedWhileResidentsAreMade_SaysSoAndLeavesNothing(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        RunningViewer.ForgetPopulations("embedded-1100000-*");
        string folder = Directory.CreateTempSubdirectory("viewer-stop").FullName;
        try
        {
            using RunningViewer viewer = RunningViewer.StartAlone("baseline", "--residents", "1100000", "--port", "0", "--record", Path.Combine(folder, "term.recording"));
            await viewer.UntilAsync("Population: building from");

            viewer.Signal(signal);

            (await viewer.EndAsync()).ShouldBe(130);
            viewer.Error.Trim().ShouldBe("Stopped.");
            viewer.Output.ShouldNotContain("Open http");
            Directory.GetFiles(folder).ShouldBeEmpty();
            Directory.GetFiles(Path.Combine(TestAssembly.Cache, "simulation", "populations"), "embedded-1100000-*").ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public async Task View_StoppedWhileDaysPlayWithoutAPause_ClosesTheRecordingAtOnce(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        string folder = Directory.CreateTempSubdirectory("viewer-stop").FullName;
        string path = Path.Combine(folder, "term.recording");
        try
        {
            using RunningViewer viewer = RunningViewer.StartAlone("school-streets", "--residents", "100000", "--port", "0", "--record", path);
            using Watcher watcher = await Watcher.ConnectAsync(await viewer.AddressAsync());
            await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "paused");
            await watcher.SendAsync("""{"do":"speed","days":1000}""");
            await watcher.SendAsync("""{"do":"play"}""");
            await watcher.SendAsync("""{"do":"ready"}""");
            await watcher.UntilAsync(MessageKind.Frame);

            var watch = System.Diagnostics.Stopwatch.StartNew();
            viewer.Signal(signal);
            (await viewer.EndAsync()).ShouldBe(0);

            // The watcher says no farewell, which the server waits two seconds for.
            watch.Elapsed.TotalSeconds.ShouldBeLessThan(8);
            viewer.Error.Trim().ShouldBeEmpty();
            using Recording recording = Recording.Open(path);
            recording.Trouble.ShouldBeNull();
            viewer.Output.ShouldContain($"keeps {recording.Days.Count:N0} day");
            recording.Days.ShouldBe(Enumerable.Range(0, recording.Days.Count));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task View_SecondTime_TakesTheResidentsFromTheCache()
    {
        RunningViewer.ForgetPopulations("embedded-3100-*");
        using (RunningViewer first = RunningViewer.Start("baseline", "--residents", "3100", "--port", "0"))
        {
            await first.AddressAsync();
            first.Output.ShouldContain("Population: 3,100 residents, kept in ");
        }

        using RunningViewer second = RunningViewer.Start("baseline", "--residents", "3100", "--port", "0");
        await second.AddressAsync();
        second.Output.ShouldStartWith("Population: 3,100 residents, reused from ");
    }

    [Fact]
    public async Task View_PortInUse_IsRefusedWithWords()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using RunningViewer viewer = RunningViewer.Start("baseline", "--residents", "3000", "--port", port.ToString());

        (await viewer.EndAsync()).ShouldBe(1);
        viewer.Error.Trim().ShouldBe($"Port {port} is in use. Close the other viewer, or give another port: --port 0 takes a free one.");
        viewer.Output.ShouldNotContain("Population");
    }

    [Fact]
    public async Task View_ScenarioWithErrors_ShowsEachWithItsLineAndACaret()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        await File.WriteAllTextAsync(
            path,
            "scenario: Broken\nversion: 1\ninterventions:\n  - school_street: { reach: 60 km }\n  - speed_limt: { limit: 20 mph }\n",
            TestContext.Current.CancellationToken);
        try
        {
            using RunningViewer viewer = RunningViewer.Start(path, "--port", "0");

            (await viewer.EndAsync()).ShouldBe(1);
            string[] lines = viewer.Error.Split('\n');
            lines[0].ShouldBe($"{path} cannot be shown");
            int first = Array.FindIndex(lines, l => l.Contains(":4:29: error", StringComparison.Ordinal));
            first.ShouldBeGreaterThan(0);

            // A long message goes on in the next line; the offending line follows it.
            int shown = Array.FindIndex(lines, first, l => l.Contains("- school_street: { reach: 60 km }", StringComparison.Ordinal));
            shown.ShouldBeInRange(first + 1, first + 2);
            lines[shown + 1].IndexOf('^').ShouldBe(lines[shown].IndexOf("60 km", StringComparison.Ordinal));
            viewer.Error.ShouldContain(":5:5: error");
            viewer.Error.ShouldContain("speed_limit");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task View_Record_StoppedWithCtrlCLeavesAFileThatOpensAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        string folder = Directory.CreateTempSubdirectory("viewer-record").FullName;
        string path = Path.Combine(folder, "term.recording");
        try
        {
            using (RunningViewer viewer = RunningViewer.Start("school-streets", "--residents", "3000", "--port", "0", "--record", path))
            {
                Uri address = await viewer.AddressAsync();
                using Watcher watcher = await Watcher.ConnectAsync(address);
                await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("phase").GetString() == "paused");
                await watcher.SendAsync("""{"do":"until","day":16}""");
                await watcher.UntilAsync(MessageKind.Status, s => s.GetProperty("day").GetInt32() == 16 && s.GetProperty("phase").GetString() == "paused");
                viewer.Signal("-INT");
                (await viewer.EndAsync()).ShouldBe(0);
                viewer.Output.ShouldContain($"Recording every day to {path}");
                viewer.Output.ShouldContain($"{path} keeps 17 days in ");
                viewer.Output.ShouldContain($"To open it again: simulate view {path}");
            }

            using RunningViewer again = RunningViewer.Start(path, "--port", "0");
            using Watcher room = await Watcher.ConnectAsync(await again.AddressAsync());
            Watcher.Json(await room.UntilAsync(MessageKind.Hello)).GetProperty("mode").GetString().ShouldBe("recording");
            await room.SendAsync("""{"do":"show","day":16}""");
            await room.UntilAsync(MessageKind.Status, s => s.GetProperty("shownDay").GetInt32() == 16);
            again.Output.ShouldStartWith("Recording: 17 days of ");
            again.Output.ShouldNotContain("Population");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("a.recording and baseline", "a.recording is a recording and is shown alone")]
    [InlineData("a.recording and b.run", "a.recording is a recording and is shown alone")]
    [InlineData("a.recording and --residents 3000", "a.recording is a recording: its residents, days and luck are in it.")]
    [InlineData("a.recording and --record b.recording", "a.recording is a recording: its residents, days and luck are in it.")]
    [InlineData("missing.recording", "There is no file missing.recording.")]
    [InlineData("a.recording", "a.recording is not a recording; 'simulate view SCENARIO --record FILE.recording' makes one.")]
    [InlineData("baseline --record a.recording", "a.recording exists already, and a recording overwrites nothing.")]
    [InlineData("baseline --record a.yaml", "a.yaml should end in .recording")]
    [InlineData("a.run b.run --record c.recording", "--record keeps what a live run shows; a finished run is a file already.")]
    public async Task View_RecordingsThatCannotBe_AreRefusedWithWordsBeforeAnythingStarts(string arguments, string words)
    {
        string folder = Directory.CreateTempSubdirectory("viewer-refuse").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.recording"), "not one", TestContext.Current.CancellationToken);
            using RunningViewer viewer = RunningViewer.StartIn(folder, [.. arguments.Replace(" and ", " ", StringComparison.Ordinal).Split(' '), "--port", "0"]);

            (await viewer.EndAsync()).ShouldBe(1);
            viewer.Error.ShouldContain(words);
            viewer.Output.ShouldNotContain("Population");
            Directory.GetFiles(folder).Length.ShouldBe(1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task GoneAsync(Uri address)
    {
        for (int i = 0; i < 100; i++)
        {
            try
            {
                await Http.GetStringAsync(address, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The viewer still answers at {address}.");
    }
}
