using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.Runs;

namespace Simulation.Results.Indicators;

/// <summary>
/// Keeps the counts of a run that leaves no file: all but those of single neighbourhoods, which are 95 in 100 of them
/// and would make memory grow with the horizon.
/// </summary>
/// <param name="label">What the user knows the run by.</param>
public sealed class RunInMemory(string label) : ICountSink, IRunFigures
{
    private readonly List<StratumWeek> weeks = [];
    private readonly List<DoseCounts> doses = [];
    private RunManifest? manifest;

    /// <inheritdoc/>
    public string Label => label;

    /// <inheritdoc/>
    public RunManifest Manifest => manifest ?? throw new InvalidOperationException("The run is not complete.");

    /// <inheritdoc/>
    public IReadOnlyList<EffectRecord> Effects { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<ValidationLine> Validation { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Indicator> Indicators { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Stratum> Strata { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<DoseCounts> Doses => doses;

    /// <inheritdoc/>
    public ResidentYears? Residents { get; private set; }

    /// <inheritdoc/>
    public void Record(WeekCounts week)
    {
        Indicators = week.Indicators;
        if (week.Doses is { } counted)
        {
            doses.Add(counted);
        }

        if (Strata.Count == 0)
        {
            Strata = [.. week.Strata.Where(s => s.By != Stratification.Neighbourhood)];
        }

        for (int i = 0; i < week.Strata.Count; i++)
        {
            if (week.Strata[i].By != Stratification.Neighbourhood)
            {
                weeks.Add(new StratumWeek(week.Date, week.Strata[i], week.Tallies[i]));
            }
        }
    }

    /// <summary>Says that the run has ended.</summary>
    /// <param name="manifest">What the run was.</param>
    /// <param name="effects">What the scenario did to the model.</param>
    /// <param name="validation">Published figures beside the model's; empty unless the run was a baseline.</param>
    /// <param name="residents">What each resident did in the last year; null to keep none.</param>
    public void Complete(
        RunManifest manifest, IReadOnlyList<Effect> effects, IReadOnlyList<ValidationLine> validation, ResidentYears? residents = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        this.manifest = manifest;
        Validation = validation;
        Residents = residents;
        Effects = [.. effects.Select(EffectRecord.Of)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<StratumWeek> Counts(string by, DateOnly? from = null, DateOnly? to = null, IReadOnlyList<CountKey>? wanted = null) =>
        [.. weeks.Where(w => w.Stratum.By == by && (from is null || w.Date >= from) && (to is null || w.Date <= to))];
}
