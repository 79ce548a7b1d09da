using System.Collections.Concurrent;
using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;
using Simulation.Results.Indicators;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>Scenarios run on 30,000 residents: the embedded population, one for all tests.</summary>
public sealed class RunFixture : IDisposable
{
    private readonly ConcurrentDictionary<(DateOnly Start, int Days), ModelRun> baselines = new();

    public Population Population { get; } =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(30_000), null, CancellationToken.None);

    /// <summary>Reads a scenario written on top of the baseline.</summary>
    internal static Scenario Read(string text)
    {
        ScenarioResult result = ScenarioReader.ReadText("scenario: T\nextends: baseline\n" + text, "t.yaml");
        Diagnostics.DiagnosticPrinter.Print([.. result.Diagnostics.Where(d => d.Severity == Diagnostics.Severity.Error)]).ShouldBe(string.Empty);
        return result.Scenario!;
    }

    /// <summary>The effects of a scenario.</summary>
    internal IReadOnlyList<Effect> Bind(Scenario scenario)
    {
        BindingResult bound = ScenarioBinder.Bind(scenario, Population);
        bound.HasErrors.ShouldBeFalse();
        return bound.Effects;
    }

    /// <summary>Runs a scenario written on top of the baseline for some days from 1 September 2026.</summary>
    internal ModelRun Run(string text, int days)
    {
        Scenario scenario = Read(text);
        return Run(Bind(scenario), scenario.Start, days, scenario.ParameterOverrides);
    }

    /// <summary>Runs effects; the run is still open.</summary>
    internal ModelRun Run(IReadOnlyList<Effect> effects, DateOnly start, int days, IReadOnlyDictionary<string, double>? parameters = null, ICountSink? sink = null)
    {
        ModelRun run = new(Population, effects, new RunOptions
        {
            Start = start,
            Days = days,
            Seed = 1,
            Workers = 2,
            Parameters = parameters ?? new Dictionary<string, double>(),
        })
        { Sink = sink };
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < days; day++)
        {
            run.Step();
        }

        return run;
    }

    /// <summary>The baseline over the same days.</summary>
    internal ModelRun Baseline(DateOnly start, int days) => baselines.GetOrAdd((start, days), key => Run([], key.Start, key.Days));

    public void Dispose()
    {
        foreach (ModelRun run in baselines.Values)
        {
            run.Dispose();
        }

        Population.Dispose();
    }
}

/// <summary>Forms and keeps a run's figures.</summary>
internal sealed class KeptFigures : ICountSink
{
    public List<IndicatorRow> Rows { get; } = [];

    public void Record(WeekCounts week) => Rows.AddRange(Figures.OfWeek(week));
}
