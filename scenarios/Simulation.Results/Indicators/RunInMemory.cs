using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Indicators;

/// <summary>
/// Keeps the figures of a run that leaves no file: all but those of single neighbourhoods, which are 95 in 100 of them
/// and would make memory grow with the horizon.
/// </summary>
/// <param name="label">What the user knows the run by.</param>
public sealed class RunInMemory(string label) : IIndicatorSink, IRunFigures
{
    private const string Neighbourhood = "neighbourhood";

    private readonly List<IndicatorRow> rows = [];
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
    public void Record(ReadOnlySpan<IndicatorRow> rows)
    {
        foreach (ref readonly IndicatorRow row in rows)
        {
            if (row.By != Neighbourhood)
            {
                this.rows.Add(row);
            }
        }
    }

    /// <summary>Says that the run has ended.</summary>
    /// <param name="manifest">What the run was.</param>
    /// <param name="effects">What the scenario did to the model.</param>
    /// <param name="validation">Published figures beside the model's; empty unless the run was a baseline.</param>
    public void Complete(RunManifest manifest, IReadOnlyList<Effect> effects, IReadOnlyList<ValidationLine> validation)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        this.manifest = manifest;
        Validation = validation;
        Effects = [.. effects.Select(EffectRecord.Of)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Strata(string by) => [.. rows.Where(r => r.By == by).Select(r => r.Stratum).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<IndicatorRow> Read(string by, string? name = null, DateOnly? from = null, DateOnly? to = null) =>
        [.. rows.Where(r => r.By == by && (name is null || r.Name == name) && (from is null || r.Date >= from) && (to is null || r.Date <= to))];
}
