using System.Diagnostics;
using System.Globalization;
using Simulation.Benchmarks.Whole;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Live;
using Simulation.Viewer.Sources;

namespace Simulation.Benchmarks;

/// <summary>
/// What watching costs: the same days of a scenario and its baseline twin are run without a viewer, with a client that takes
/// every frame of both arms and draws nothing, and with the page in a browser without a window. Each runs in a process of its
/// own, so that its peak memory is its own, and is compared with the mean of the runs without a viewer before and after it,
/// because the machine's speed drifts.
/// </summary>
internal static class ViewerThroughput
{
    /// <summary>Argument of the process that runs one part.</summary>
    public const string Part = "viewer-part";

    private const string Scenario = "school-run-together";
    private const string RateLine = "rate ";

    /// <summary>What holds for options that are left out: one round of sixteen weeks.</summary>
    public static readonly Settings Usual = new(Days: 112, Rounds: 1);

    /// <summary>Runs the comparison.</summary>
    public static int Measure(Settings settings)
    {
        Console.WriteLine($"{Machine.Describe()}; {Scenario} and its twin, {settings.Residents:N0} residents, {settings.Days} days");
        string[] watchers = ["client", "page"];
        var shares = watchers.ToDictionary(who => who, _ => new List<double>());
        double before = Run("alone", settings);
        for (int round = 0; round < settings.Rounds; round++)
        {
            foreach (string who in watchers)
            {
                double rate = Run(who, settings);
                double after = Run("alone", settings);
                shares[who].Add(100 * rate / ((before + after) / 2));
                Console.WriteLine($"  {shares[who][^1]:0}% of the rate without a viewer");
                before = after;
            }
        }

        Console.WriteLine($"median of {settings.Rounds}: {string.Join(", ", watchers.Select(who => $"with the {who} {WholeRun.Median(shares[who]):0}%"))} of the rate without a viewer");
        return 0;
    }

    private static double Run(string part, Settings settings)
    {
        string[] options = ["--residents", $"{settings.Residents}", "--days", $"{settings.Days}", .. settings.Data is null ? Array.Empty<string>() : ["--data", settings.Data]];
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Part, part, .. options]) { RedirectStandardOutput = true })!;
        double rate = 0;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(RateLine, StringComparison.Ordinal))
            {
                rate = double.Parse(line[RateLine.Length..], CultureInfo.InvariantCulture);
            }
            else
            {
                Console.WriteLine(line);
            }
        }

        process.WaitForExit();
        return rate;
    }

    /// <summary>Runs one part.</summary>
    public static async Task<int> RunPartAsync(string part, Settings settings)
    {
        int days = settings.Days;

        // As the viewer does; a browser that it started after that would give way as well, so it comes before.
        await using BrowserClient? page = part == "page" ? BrowserClient.StartAsync().GetAwaiter().GetResult() : null;
        Courtesy.GiveWay();
        OpenPopulation open = PopulationProvider.Open(
            new PopulationRequest(settings.Data, null, settings.Residents), Environment.ProcessorCount, Console.Error.WriteLine, CancellationToken.None);
        Scenario scenario = ScenarioReader.Read(Scenario, [$"horizon={{ start: 2026-09-01, days: {days} }}"]).Scenario!;
        var source = new ModelSource(open.Population, scenario, 1, Environment.ProcessorCount);
        (double seconds, string words) = part switch
        {
            "alone" => Alone(source),
            "client" => await ServeAsync(source, address => WithClientAsync(address, days)),
            _ => await ServeAsync(source, address => WithPageAsync(page!, address, days)),
        };
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"{words}: {days / seconds:0.0} days/s, host {process.PeakWorkingSet64 / 1e6:0} MB at peak");
        Console.WriteLine(RateLine + (days / seconds).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    // Processor time is what a day costs on a machine that others use, too.
    private static string Cost(TimeSpan before, int days) => $"{(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / days:0} ms of processor a day";

    private static (double Seconds, string Words) Alone(ModelSource source)
    {
        using (source)
        {
            source.WarmUp(new Progress<double>(), CancellationToken.None);
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            while (source.DaysDone < source.Days)
            {
                source.Advance();
            }

            return (watch.Elapsed.TotalSeconds, $"without a viewer ({Cost(before, source.Days)})");
        }
    }

    private static async Task<(double Seconds, string Words)> ServeAsync(ModelSource source, Func<Uri, Task<(double Seconds, string Words)>> watch)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source), 0, share: false);
        return await watch(server.Address);
    }

    private static async Task<(double Seconds, string Words)> WithClientAsync(Uri address, int days)
    {
        using FrameClient client = await FrameClient.ConnectAsync(address);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double seconds = await client.RunToTheEndAsync();
        return (seconds, $"with a client that draws nothing ({client.Frames / seconds:0.0} frames a second of {client.FrameBytes / 1e6:0.00} MB; {client.OnceBytes / 1e6:0.0} MB once; {Cost(before, days)}, the client's with it)");
    }

    private static async Task<(double Seconds, string Words)> WithPageAsync(BrowserClient page, Uri address, int days)
    {
        await page.OpenAsync(address);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double seconds = await page.RunToTheEndAsync();
        return (seconds, $"with the page ({await page.DescribeAsync(seconds)}; {Cost(before, days)}, without the browser's)");
    }
}
