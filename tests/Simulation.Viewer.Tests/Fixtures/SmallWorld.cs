using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;

namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>The embedded default with few residents, for what must be tested against the real model.</summary>
internal static class SmallWorld
{
    public const int Residents = 12_000;

    public static Population Population(int residents = Residents) => PopulationSynthesiser.Build(
        EmbeddedInputs.Create(1), new SynthesisOptions(residents, 1) { Workers = 2 }, null, CancellationToken.None);

    public static Scenario Scenario(string interventions, int days = 28) => ScenarioReader.ReadText(
        $"scenario: Test scenario\nversion: 1\nhorizon: {{ start: 2026-09-01, days: {days} }}\n{interventions}", "test.yaml").Scenario.ShouldNotBeNull();

    public static RunOptions Options(Scenario scenario, ulong seed = 1) => new()
    {
        Start = scenario.Start,
        Days = scenario.Days,
        Seed = seed,
        Workers = 2,
        Parameters = scenario.ParameterOverrides,
    };

    /// <summary>Writes a run file as the command line does.</summary>
    public static void WriteRun(string path, Population population, Scenario scenario, ulong seed = 1)
    {
        IReadOnlyList<Simulation.Engine.Interventions.Effect> effects = ScenarioBinder.Bind(scenario, population).Effects;
        using RunFileWriter writer = RunFileWriter.Create(path, overwrite: true);
        using var run = new ModelRun(population, effects, Options(scenario, seed)) { Sink = writer };
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < scenario.Days; day++)
        {
            run.Step();
        }

        writer.Complete(
            new RunManifest
            {
                ScenarioName = scenario.Name,
                ScenarioText = scenario.Text,
                ScenarioHash = scenario.Hash,
                Seed = seed,
                PopulationHash = population.Description.Hash,
                PopulationSource = population.Description.Source,
                PopulationSeed = population.Description.Seed,
                Residents = population.Count,
                Start = scenario.Start,
                Days = scenario.Days,
                Workers = 2,
                Lanes = 1,
                Build = BuildIdentity.Current,
                ParametersHash = ParametersHash.Of(scenario.ParameterOverrides),
                StateHash = run.StateHash(),
                WallSeconds = 1,
                PeakMemoryBytes = 1,
            },
            effects,
            run.Profile,
            validation: []);
    }
}
