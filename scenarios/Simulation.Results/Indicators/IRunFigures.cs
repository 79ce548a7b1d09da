using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.Runs;

namespace Simulation.Results.Indicators;

/// <summary>A finished run: what it was, and its counts, wherever they are kept. <see cref="Figures"/> forms its figures.</summary>
public interface IRunFigures
{
    /// <summary>What the run was.</summary>
    RunManifest Manifest { get; }

    /// <summary>What the user knows the run by: its file, or its scenario.</summary>
    string Label { get; }

    /// <summary>What the scenario did to the model.</summary>
    IReadOnlyList<EffectRecord> Effects { get; }

    /// <summary>Published figures beside the model's; empty unless the run was a baseline.</summary>
    IReadOnlyList<ValidationLine> Validation { get; }

    /// <summary>The indicators that the run kept counts for, in catalogue order.</summary>
    IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The strata that the run kept, those of a kind together.</summary>
    IReadOnlyList<Stratum> Strata { get; }

    /// <summary>Adults by place, deprivation, sex, age and minutes, every fourth week; empty where the run kept none.</summary>
    IReadOnlyList<DoseCounts> Doses { get; }

    /// <summary>What each resident did in the last year; null where the run kept none.</summary>
    ResidentYears? Residents => null;

    /// <summary>Counts of one stratification, by date, then in the order of <see cref="Strata"/>.</summary>
    /// <param name="by">One of <see cref="Stratification"/>.</param>
    /// <param name="from">First date, or null for the start.</param>
    /// <param name="to">Last date, or null for the end.</param>
    /// <param name="wanted">The counts that are looked at, null for all: the others may be left at 0.</param>
    IReadOnlyList<StratumWeek> Counts(string by, DateOnly? from = null, DateOnly? to = null, IReadOnlyList<CountKey>? wanted = null);
}

/// <summary>The counts of one stratum in one week.</summary>
/// <param name="Date">Last day of the week.</param>
/// <param name="Stratum">The stratum.</param>
/// <param name="Tally">The counts.</param>
public readonly record struct StratumWeek(DateOnly Date, Stratum Stratum, Tally Tally);
