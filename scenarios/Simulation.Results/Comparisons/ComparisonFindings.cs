using Simulation.Engine.Observation;
using Simulation.Results.Sentences;

namespace Simulation.Results.Comparisons;

/// <summary>A comparison as the plain numbers that sentences are made from.</summary>
public static class ComparisonFindings
{
    /// <summary>What one scenario does.</summary>
    /// <param name="scenario">The scenario beside the baseline.</param>
    public static PlanFindings Of(ScenarioChange scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return new PlanFindings(
            [.. scenario.Overall.Where(Spoken).Select(Finding)],
            [.. scenario.Places.Where(Spoken).Select(c => new PlaceFinding(c.Stratum, Finding(c)))],
            [.. scenario.Equity.Where(e => Words.All.Of(e.Indicator.Key) is not null).Select(e => new SpreadFinding(e.Poorest, e.Richest, e.Finding, e.LevelsDown))]);
    }

    private static bool Spoken(Change change) => Words.All.Of(change.Indicator.Key) is not null;

    private static Finding Finding(Change change) => new(change.Indicator.Key, change.Estimate, change.People)
    {
        Good = change.Indicator.Better switch { Better.Higher => 1, Better.Lower => -1, _ => 0 },
    };
}
