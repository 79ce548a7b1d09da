using System.Net;
using System.Net.Sockets;

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
