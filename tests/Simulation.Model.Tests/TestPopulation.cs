using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;
using Simulation.Results.Indicators;

namespace Simulation.Model.Tests;

/// <summary>One population for all tests of the model: the embedded default with 120,000 residents.</summary>
public sealed class TestPopulation : IDisposable
{
    public Population Population { get; } =
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(120_000), null, CancellationToken.None);

    public void Dispose() => Population.Dispose();

    /// <summary>Runs some days and returns the run, still open.</summary>
    internal ModelRun Run(int days, IReadOnlyList<Effect>? effects = null, int workers = 2, int lanes = 0, ulong seed = 1, ICountSink? sink = null, DateOnly? start = null, IReadOnlyDictionary<string, double>? parameters = null)
    {
        RunOptions options = new() { Workers = workers, Lanes = lanes, Seed = seed, Days = days, Start = start ?? new DateOnly(2026, 9, 1), Parameters = parameters ?? new Dictionary<string, double>() };
        ModelRun run = new(Population, effects ?? [], options) { Sink = sink };
        run.WarmUp(null, CancellationToken.None);
        for (int day = 0; day < days; day++)
        {
            run.Step();
        }

        return run;
    }
}

/// <summary>Forms and keeps a run's figures.</summary>
internal sealed class Figures : ICountSink
{
    public List<IndicatorRow> Rows { get; } = [];

    public void Record(WeekCounts week) => Rows.AddRange(Results.Indicators.Figures.OfWeek(week));

    /// <summary>The last figure of an indicator.</summary>
    public double Last(string name, string by = "all", string stratum = "all") =>
        Rows.Last(row => row.Name == name && row.By == by && row.Stratum == stratum).Value;

    /// <summary>Mean over weeks, weighted by what each rests on.</summary>
    public double Mean(string name, string by = "all", string stratum = "all")
    {
        var rows = Rows.Where(row => row.Name == name && row.By == by && row.Stratum == stratum).ToList();
        return rows.Sum(row => row.Value * row.Count) / rows.Sum(row => (double)row.Count);
    }
}
