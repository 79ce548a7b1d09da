using System.Diagnostics;
using Simulation.Engine.Embedded;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Viewer.Hosting;
using Simulation.Viewer.Rendering;
using Simulation.Viewer.Replay;
using Simulation.Viewer.Sources;
using Simulation.Viewer.Steering;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.CommandLine;

/// <summary>Makes what was asked for, serves it, and says where.</summary>
internal static class Viewing
{
    private const int DefaultResidents = 2_700_000;

    // The seed of the synthesis, not of the luck: the same residents as on the command line.
    private const ulong SynthesisSeed = 1;
    private const string DefaultScenario = "school-run-together";

    /// <summary>Serves until cancelled, or until the pictures are drawn.</summary>
    /// <exception cref="ViewerException">Something the user can put right.</exception>
    public static async Task RunAsync(ViewerOptions options, RenderOptions? render, TextWriter output, CancellationToken cancellation)
    {
        IShow show = Make(options, output, cancellation);
        await using ViewerServer server = await Start(show, options);
        if (render is not null)
        {
            await StoryRenderer.RenderAsync(server, show.Story!, render.Folder, render.Browser, render.Width, render.Height, output, cancellation);
            return;
        }

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

    private static IShow Make(ViewerOptions options, TextWriter output, CancellationToken cancellation)
    {
        bool runs = options.Files.Count == 2 || (options.Files.Count == 1 && RunFileReader.LooksLikeRunFile(options.Files[0]));
        return runs || (options.Files.Count == 1 && options.Files[0].EndsWith(".run", StringComparison.OrdinalIgnoreCase))
            ? MakeRuns(options, output, cancellation)
            : MakeLive(options, output, cancellation);
    }

    private static RunsShow MakeRuns(ViewerOptions options, TextWriter output, CancellationToken cancellation)
    {
        using RunPair pair = RunPair.Open(options.Files);
        RunManifest manifest = pair.Scenario.Manifest;
        if (manifest.PopulationSource == "open data" && options.Data is null)
        {
            throw new ViewerException($"{pair.Scenario.Path} was made from open data; name its folder with --data, so that its residents can be put on the map.");
        }

        using Population population = Build(
            manifest.PopulationSource == "open data" ? options.Data : null, manifest.Residents, manifest.PopulationSeed, options.Workers, output, cancellation);
        return population.Description.Hash == manifest.PopulationHash
            ? new RunsShow(PopulationMap.Create(population), pair.Scenario, pair.Baseline, StoryOf(options, population))
            : throw new ViewerException(
                $"{pair.Scenario.Path} is about other residents than this version makes" +
                $"{(options.Data is null ? string.Empty : " from " + options.Data)}. Make the run again with 'simulate run', or view it with the version and data that made it.");
    }

    private static LiveShow MakeLive(ViewerOptions options, TextWriter output, CancellationToken cancellation)
    {
        Scenario scenario = Read(options.Files.Count == 0 ? DefaultScenario : options.Files[0], output);
        if (options.Days is { } days)
        {
            scenario = Horizon.Set(scenario, days);
        }

        Population population = Build(
            options.Data, options.Residents ?? scenario.Residents ?? DefaultResidents, SynthesisSeed, options.Workers, output, cancellation);
        Story? story = StoryOf(options, population);
        try
        {
            var source = new ModelSource(population, scenario, options.Seed ?? (ulong)(scenario.Seed ?? 1), options.Workers);
            return new LiveShow(source, story);
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

    private static Story? StoryOf(ViewerOptions options, Population population) =>
        options.Story is null ? null : StoryReader.Read(options.Story, [.. population.Places.Select(p => p.Name)]);

    private static Population Build(string? data, int residents, ulong seed, int workers, TextWriter output, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        output.WriteLine($"Making {residents:N0} residents from {data ?? "the figures in the program"}");
        SynthesisInputs inputs = data is null ? EmbeddedInputs.Create(seed) : OpenDataReader.Read(data);
        Population population = PopulationSynthesiser.Build(
            inputs, new SynthesisOptions(residents, seed) { Workers = workers }, progress: null, cancellation);
        output.WriteLine($"Made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        return population;
    }

    private static async Task<ViewerServer> Start(IShow show, ViewerOptions options)
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
