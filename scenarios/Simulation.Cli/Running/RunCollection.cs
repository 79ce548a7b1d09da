using System.Globalization;
using Simulation.Engine.Running;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Cli.Running;

/// <summary>The runs that a comparison is about: files are read, scenarios are run first, each on the same residents.</summary>
internal sealed class RunCollection : IDisposable
{
    private readonly List<IDisposable> open = [];

    /// <summary>Reads and runs what is needed.</summary>
    /// <param name="paths">Run files and scenario files, the baseline first.</param>
    /// <param name="request">How scenarios are run; what is not said is taken from the first run file.</param>
    /// <param name="reporter">Says what is being done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public RunCollection(IReadOnlyList<string> paths, RunRequest request, IReporter reporter, CancellationToken cancellation)
    {
        IRunFigures?[] figures = new IRunFigures?[paths.Count];
        try
        {
            LoadedScenario?[] scenarios = new LoadedScenario?[paths.Count];
            for (int i = 0; i < paths.Count; i++)
            {
                if (IsRunFile(paths[i]))
                {
                    figures[i] = Keep(RunFileReader.Open(paths[i]));
                }
                else
                {
                    scenarios[i] = LoadedScenario.ReadToRun(paths[i], i == 0 ? OfTheWorld(request.Settings) : request.Settings, reporter);
                }
            }

            if (scenarios.All(s => s is null) && AskedOfScenarios(request) is { } option)
            {
                throw new CommandException($"{option} changes how scenarios are run, and these are runs that have ended; name a scenario file, or leave {option} out.");
            }

            if (scenarios.Any(s => s is not null))
            {
                Run(scenarios, figures, request, reporter, cancellation);
            }
        }
        catch
        {
            Dispose();
            throw;
        }

        Figures = [.. figures.OfType<IRunFigures>()];
    }

    /// <summary>Figures of every run, in the order of the paths.</summary>
    public IReadOnlyList<IRunFigures> Figures { get; }

    /// <summary>The residents of the scenarios that were run; null when all were files.</summary>
    public OpenPopulation? Residents { get; private set; }

    /// <summary>Closes the files.</summary>
    public void Dispose() => open.ForEach(o => o.Dispose());

    /// <summary>An option that was given and says how a scenario is to be run; null when none was.</summary>
    private static string? AskedOfScenarios(RunRequest request) =>
        request.Settings.Count > 0 ? "--set"
        : request.Days is not null ? "--days"
        : request.Until is not null ? "--until"
        : request.Seed is not null ? "--seed"
        : request.From is not null ? "--from"
        : request.Population.Residents is not null ? "--residents"
        : request.Population.Data is not null ? "--data"
        : request.Population.File is not null ? "--population"
        : null;

    /// <summary>Settings that hold for the baseline too: it shares horizon, seed and parameters with the scenarios, not what they do.</summary>
    private static string[] OfTheWorld(IReadOnlyList<string> settings) =>
        [.. settings.Where(s => !s.TrimStart().StartsWith("interventions", StringComparison.Ordinal))];

    private static bool IsRunFile(string path) =>
        Path.GetExtension(path).Equals(RunFileFormat.Extension, StringComparison.OrdinalIgnoreCase) || RunFileReader.LooksLikeRunFile(path);

    private void Run(
        LoadedScenario?[] scenarios, IRunFigures?[] figures, RunRequest request, IReporter reporter, CancellationToken cancellation)
    {
        RunManifest? like = figures.FirstOrDefault(f => f is not null)?.Manifest;
        CheckModels(figures);
        SharedWorld.Settle(scenarios, request, like, reporter);
        ScenarioSettings settings = ScenarioSettings.Of([.. scenarios.OfType<LoadedScenario>()], request, like);
        RunHorizon?[] horizons = [.. scenarios.Select(s => s is null ? null : RunHorizon.Of(s, request, like))];
        CheckHorizons(scenarios, horizons);
        OpenPopulation population = Keep(PopulationProvider.Open(settings.Population, request.Workers, reporter.Say, cancellation));
        Residents = population;
        if (like is not null && like.PopulationHash != population.Population.Description.Hash)
        {
            throw new CommandException(
                $"{population.File} is not the population of the run file: its hash begins {population.Population.Description.Hash[..8]}, the run's {like.PopulationHash[..8]}. "
                + "Name the run's own population with --population or --data.");
        }

        for (int i = 0; i < scenarios.Length; i++)
        {
            if (scenarios[i] is { } scenario)
            {
                RunPlan plan = new(scenario, population, horizons[i]!, settings.Seed, request.Workers) { Settings = request.Settings, From = request.From };
                figures[i] = Keep(ScenarioRunner.Run(plan, file: null, force: false, reporter, cancellation)).Figures;
            }
        }
    }

    /// <summary>So are run files of another model than the one that is about to run.</summary>
    private static void CheckModels(IRunFigures?[] figures)
    {
        if (figures.FirstOrDefault(f => f is not null && !f.Manifest.Build.SameModel(BuildIdentity.Current)) is { } other)
        {
            throw new PairingException(other.Label, [$"program: {other.Manifest.Build} made it, and this is {BuildIdentity.Current}, whose model differs; run both with the same program."]);
        }
    }

    /// <summary>Horizons that differ are found before an hour of running, not after it.</summary>
    private static void CheckHorizons(LoadedScenario?[] scenarios, RunHorizon?[] horizons)
    {
        RunHorizon? first = horizons.FirstOrDefault(h => h is not null);
        for (int i = 0; i < horizons.Length; i++)
        {
            if (horizons[i] is { } horizon && horizon != first)
            {
                if (scenarios[i]!.Scenario.Interventions.Count == 0 && scenarios[0] is { Scenario.Interventions.Count: > 0 } plan)
                {
                    throw new CommandException($"{scenarios[i]!.Path} does nothing by itself and is what others are compared with: name it first, simulate compare {scenarios[i]!.Path} {plan.Path}.");
                }

                throw new PairingException(
                    scenarios[i]!.Path,
                    [string.Create(
                        CultureInfo.InvariantCulture,
                        $"horizon: {first!.Days:N0} days from {first.Start:yyyy-MM-dd} in the first scenario, {horizon.Days:N0} days from {horizon.Start:yyyy-MM-dd} here; give both the same horizon, or the same --days.")]);
            }
        }
    }

    private T Keep<T>(T item)
        where T : IDisposable
    {
        open.Add(item);
        return item;
    }
}
