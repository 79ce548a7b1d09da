using System.Diagnostics;
using Simulation.Engine.Embedded;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;

namespace Simulation.Viewer.CommandLine;

/// <summary>Makes what was asked for, serves it, and says where.</summary>
internal static class Viewing
{
    private const int DefaultResidents = 2_700_000;

    // The seed of the synthesis, not of the luck: the same residents as on the command line.
    private const ulong SynthesisSeed = 1;
    private const string DefaultScenario = "school-run-together";

    /// <summary>Serves until cancelled.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public static async Task RunAsync(ViewerOptions options, TextWriter output, CancellationToken cancellation)
    {
        LiveShow show = Make(options, output, cancellation);
        await using ViewerServer server = await Start(show, options);
        await output.WriteLineAsync($"Open {server.Address} in a browser on this machine. Ctrl+C ends the viewer.");
        if (server.GuestCode is not null)
        {
            foreach (string address in server.GuestAddresses)
            {
                await output.WriteLineAsync($"Guests open {address} and type the code {server.GuestCode}");
            }
        }

        await server.WaitAsync(cancellation);
    }

    private static LiveShow Make(ViewerOptions options, TextWriter output, CancellationToken cancellation)
    {
        Scenario scenario = Read(options.Files.Count == 0 ? DefaultScenario : options.Files[0], output);
        if (options.Days is { } days)
        {
            scenario = Horizon.Set(scenario, days);
        }

        Population population = Build(options, scenario, output, cancellation);
        try
        {
            var source = new ModelSource(population, scenario, options.Seed ?? (ulong)(scenario.Seed ?? 1), options.Workers);
            return new LiveShow(source);
        }
        catch (InvalidOperationException e)
        {
            population.Dispose();
            throw new ViewerException(e.Message, e);
        }
    }

    private static Scenario Read(string path, TextWriter output)
    {
        ScenarioResult result = ScenarioReader.Read(path);
        string text = DiagnosticPrinter.Print(result.Diagnostics).TrimEnd();
        if (result.Scenario is null)
        {
            throw new ViewerException($"{path} cannot be shown{Environment.NewLine}{text}");
        }

        if (text.Length > 0)
        {
            output.WriteLine(text);
        }

        return result.Scenario;
    }

    private static Population Build(ViewerOptions options, Scenario scenario, TextWriter output, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        int residents = options.Residents ?? scenario.Residents ?? DefaultResidents;
        output.WriteLine($"Making {residents:N0} residents from {(options.Data is null ? "the figures in the program" : options.Data)}");
        SynthesisInputs inputs = options.Data is null ? EmbeddedInputs.Create(SynthesisSeed) : OpenDataReader.Read(options.Data);
        Population population = PopulationSynthesiser.Build(
            inputs, new SynthesisOptions(residents, SynthesisSeed) { Workers = options.Workers }, progress: null, cancellation);
        output.WriteLine($"Made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        return population;
    }

    private static async Task<ViewerServer> Start(LiveShow show, ViewerOptions options)
    {
        try
        {
            return await ViewerServer.StartAsync(show, options.Port, options.Share);
        }
        catch (IOException e)
        {
            show.Dispose();
            throw new ViewerException($"Port {options.Port} is in use. Close the other viewer, or give another port: --port 0 takes a free one.", e);
        }
    }
}
