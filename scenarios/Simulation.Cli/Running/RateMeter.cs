using Simulation.Engine.Populations;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Reading;

namespace Simulation.Cli.Running;

/// <summary>Measures how fast this machine runs the model: two weeks, and the warm-up, of a small population.</summary>
internal static class RateMeter
{
    private const int Residents = 50_000;
    private const int Village = 2_000;

    private const string Baseline = """
        scenario: Measurement
        version: 1
        horizon: { start: 2026-09-01, days: 14 }
        """;

    /// <summary>Measures; what it makes is removed again, but for the population, which is kept for the next time.</summary>
    /// <param name="reporter">Says what is being done.</param>
    /// <param name="cancellation">Stops the measurement.</param>
    public static MeasuredRate Measure(IReporter reporter, CancellationToken cancellation)
    {
        reporter.Say($"Measuring: 14 days of {Residents:N0} residents");
        SilentReporter silent = SilentReporter.Instance;
        LoadedScenario scenario = new("measurement", ScenarioReader.ReadText(Baseline, "measurement").Scenario!);
        using OpenPopulation population = PopulationProvider.Open(
            new PopulationRequest(null, null, Residents), Environment.ProcessorCount, silent.Say, cancellation);

        // A first run of a village: the program is compiled as it runs, which is no part of the rate.
        using (Population built = PopulationProvider.Build(null, Village, PopulationProvider.DefaultSeed, 1, silent.Say, cancellation))
        using (FinishedRun first = Run(scenario, new OpenPopulation(built, string.Empty), null, silent, cancellation))
        {
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long before = Environment.WorkingSet;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("simulate-plan-");
        try
        {
            string file = Path.Combine(folder.FullName, "measurement" + RunFileFormat.Extension);
            using FinishedRun run = Run(scenario, population, file, silent, cancellation);
            double byResident = Math.Max(0, Environment.WorkingSet - before) / (double)Residents;
            return MeasuredRate.Of(run.Figures.Manifest, new FileInfo(file).Length, byResident, before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FinishedRun Run(LoadedScenario scenario, OpenPopulation population, string? file, IReporter reporter, CancellationToken cancellation) =>
        ScenarioRunner.Run(
            new RunPlan(scenario, population, new RunHorizon(scenario.Scenario.Start, scenario.Scenario.Days), RunPlan.DefaultSeed, Environment.ProcessorCount),
            file, force: false, reporter, cancellation);
}
