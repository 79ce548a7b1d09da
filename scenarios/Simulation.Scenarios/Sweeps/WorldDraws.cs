using Simulation.Engine.Parameters;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// One draw of how people respond: the model's own numbers, drawn alike for a plan and for its baseline, so that a pair still
/// differs by the plan alone.
/// </summary>
/// <remarks>
/// Drawn are the numbers that say how a change is answered: habits, intention, company, fitness, and what a minute, a
/// kilometre, a price or traffic weighs. Not drawn are those that the solved baseline rests on (spreads, session lengths,
/// weather): a draw of these would move the baseline away from the published totals that it was solved for.
/// </remarks>
internal static class WorldDraws
{
    private static readonly string[] Groups = ["habit.", "intention.", "social.", "fitness."];

    /// <summary>Numbers that are drawn.</summary>
    public static IReadOnlyList<Parameter> Drawn { get; } =
    [.. ParameterRegistry.All.Except(InterventionParameters.All)
        .Where(p => p.Minimum < p.Maximum && p.Grade != EvidenceGrade.Calibrated && Groups.Any(g => p.Name.StartsWith(g, StringComparison.Ordinal)))];

    /// <summary>Settings that make draw <paramref name="draw"/> of <paramref name="scenario"/>; what the scenario itself sets by name stays as it says.</summary>
    public static IEnumerable<SweepSetting> Of(Scenario scenario, int draw)
    {
        SourceSpan at = SourceSpan.Whole(new SourceText("draw", scenario.Text));
        return Drawn.Where(p => !scenario.ParameterOverrides.ContainsKey(p.Name))
            .Select(p => EffectDraws.Setting($"parameters.{p.Name}", Distribution.Of(p).At(DrawDesign.Unit(p.Name, draw)), p, at));
    }
}
