using Simulation.Engine.Populations;
using Simulation.Scenarios.Costing;

namespace Simulation.Scenarios.Telling;

/// <summary>A scenario said back in plain English, counted on a population and told at the scale of its region.</summary>
/// <param name="Title">Name of the scenario.</param>
/// <param name="Opening">What it is for, and over which days.</param>
/// <param name="Interventions">Paragraphs, one an intervention.</param>
/// <param name="Cost">What it costs within the run.</param>
/// <param name="Closing">What else differs from the baseline.</param>
public sealed record Explanation(
    string Title, string Opening, IReadOnlyList<ExplainedIntervention> Interventions, CostEstimate Cost, string Closing)
{
    /// <summary>The region that the counts are of, and the residents that they were estimated from.</summary>
    public required Region Region { get; init; }
}

/// <summary>One intervention explained.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Kind">Kind, in words.</param>
/// <param name="Owner">Who delivers it.</param>
/// <param name="Level">Action Scales level.</param>
/// <param name="LeftOut">True when it is exploratory and left out.</param>
/// <param name="Sentences">What, where, whom, when, how, on what evidence.</param>
/// <param name="Units">What is counted: <c>schools</c>, <c>employees</c> …</param>
/// <param name="Eligible">Units within where and who.</param>
/// <param name="Reached">Units reached.</param>
/// <param name="Residents">Residents behind the units: pupils of the schools, staff of the employers, those who live there.</param>
/// <param name="ByPlace">Reached units and residents behind them, by place; zeros included.</param>
public sealed record ExplainedIntervention(
    string Name,
    string Kind,
    string Owner,
    string Level,
    bool LeftOut,
    IReadOnlyList<string> Sentences,
    string Units,
    long Eligible,
    long Reached,
    long Residents,
    IReadOnlyList<PlaceReach> ByPlace);

/// <summary>Reach in one place.</summary>
/// <param name="Place">Place.</param>
/// <param name="Units">Units reached there.</param>
/// <param name="Residents">Residents behind them.</param>
public sealed record PlaceReach(string Place, long Units, long Residents);
