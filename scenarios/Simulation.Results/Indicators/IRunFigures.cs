using Simulation.Engine.Observation;
using Simulation.Engine.Validation;
using Simulation.Results.RunFiles;

namespace Simulation.Results.Indicators;

/// <summary>The figures of a finished run, wherever they are kept.</summary>
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

    /// <summary>The strata of one kind, in the order in which the run recorded them.</summary>
    /// <param name="by">Stratification, e.g. <c>place</c>.</param>
    IReadOnlyList<string> Strata(string by);

    /// <summary>Figures by date, then in the order in which the run recorded indicators and strata.</summary>
    /// <param name="by">Stratification, e.g. <c>all</c> or <c>neighbourhood</c>.</param>
    /// <param name="name">One indicator, or null for all.</param>
    /// <param name="from">First date, or null for the start.</param>
    /// <param name="to">Last date, or null for the end.</param>
    /// <returns>The figures; <see cref="double.NaN"/> where there was nobody to measure.</returns>
    IReadOnlyList<IndicatorRow> Read(string by, string? name = null, DateOnly? from = null, DateOnly? to = null);
}
