using System.Diagnostics;
using System.Globalization;
using Simulation.Populations;
using Simulation.Scenarios;
using Simulation.Viewer.Hosting;
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

    /// <summary>Runs the comparison.</summary>
    /// <param name="args">[residents] [days] [data folder]; by default 2,700,000 residents for 112 days on the embedded figures.</param>
    public static int Measure(string[] args)
    {
        string residents = args.Length > 0 ? args[0] : PopulationProvider.DefaultResidents.ToString(CultureInfo.InvariantCulture);
        string days = args.Length > 1 ? args[1] : "112";
        Console.WriteLine($"{Environment.OSVersion.Platform}, {Environment.ProcessorCount} processors, .NET {Environment.Version}; {Scenario} and its twin, {residents} residents, {days} days");
        double before = Run("alone");
        foreach (string who in new[] { "client", "page" })
        {
            double rate = Run(who);
            double after = Run("alone");
            Console.WriteLine($"  {100 * rate / ((before + after) / 2):0}% of the rate without a viewer");
            before = after;
        }

        return 0;

        double Run(string part)
        {
            using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Part, part, residents, days, .. args.Skip(2)]) { RedirectStandardOutput = true })!;
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
    }

    /// <summary>Runs one part.</summary>
    /// <param name="args">Part, residents, days, [data folder].</param>
    public static async Task<int> RunPartAsync(string[] args)
    {
        int days = int.Parse(args[2], CultureInfo.InvariantCulture);
        OpenPopulation open = PopulationProvider.Open(
            new PopulationRequest(args.Length > 3 ? args[3] : null, null, int.Parse(args[1], CultureInfo.InvariantCulture)),
            Environment.ProcessorCount, Console.Error.WriteLine, CancellationToken.None);
        Scenario scenario = ScenarioReader.Read(Scenario, [$"horizon={{ start: 2026-09-01, days: {days} }}"]).Scenario!;
        var source = new ModelSource(open.Population, scenario, 1, Environment.ProcessorCount);
        (double seconds, string words) = args[0] switch
        {
            "alone" => (Alone(source), "without a viewer"),
            "client" => await ServeAsync(source, WithClientAsync),
            _ => await ServeAsync(source, WithPageAsync),
        };
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"{words}: {days / seconds:0.0} days/s, host {process.PeakWorkingSet64 / 1e6:0} MB at peak");
        Console.WriteLine(RateLine + (days / seconds).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Alone(ModelSource source)
    {
        using (source)
        {
            source.WarmUp(new Progress<double>(), CancellationToken.None);
            Stopwatch watch = Stopwatch.StartNew();
            while (source.DaysDone < source.Days)
            {
                source.Advance();
            }

            return watch.Elapsed.TotalSeconds;
        }
    }

    private static async Task<(double Seconds, string Words)> ServeAsync(ModelSource source, Func<Uri, Task<(double Seconds, string Words)>> watch)
    {
        await using ViewerServer server = await ViewerServer.StartAsync(new LiveShow(source), 0, share: false);
        return await watch(server.Address);
    }

    private static async Task<(double Seconds, string Words)> WithClientAsync(Uri address)
    {
        using FrameClient client = await FrameClient.ConnectAsync(address);
        double seconds = await client.RunToTheEndAsync();
        return (seconds, $"with a client that draws nothing ({client.Frames / seconds:0.0} frames a second of {client.FrameBytes / 1e6:0.00} MB; {client.OnceBytes / 1e6:0.0} MB once)");
    }

    private static async Task<(double Seconds, string Words)> WithPageAsync(Uri address)
    {
        await using BrowserClient page = await BrowserClient.OpenAsync(address);
        double seconds = await page.RunToTheEndAsync();
        return (seconds, $"with the page ({await page.DescribeAsync(seconds)})");
    }
}
