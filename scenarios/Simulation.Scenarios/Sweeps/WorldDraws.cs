using Simulation.Engine.Parameters;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// One draw of how people respond: the model's own numbers, drawn alike for a plan and for its baseline, so that a pair still
/// differs by the plan alone.
/// </summary>
/// <remarks>
/// Drawn are the numbers that say how a change is answered: habits, intention, company, fitness, and what a minute, a
/// kilometre, a price or traffic weighs. Such a draw moves the baseline too, which is then solved anew
/// (<see cref="Simulation.Engine.Calibration.DrawSolver"/>). Not drawn are the numbers that say how residents differ and how their
/// activity is measured (spreads, lengths of sessions, weather, errors of report): a total solved anew would not bring back the
/// strata that rest on them. Those who set a number by name decide it for every draw.
/// </remarks>
internal static class WorldDraws
{
    private static readonly string[] Groups = ["habit.", "intention.", "social.", "fitness.", "school.", "commute.", "travel.", "streets."];

    private static readonly HashSet<string> Weights =
    [
        "leisure.access", "leisure.price", "leisure.price_deprived", "leisure.priced_share", "leisure.green", "leisure.time_budget", "leisure.street_minutes",
        "errand.habit", "errand.no_car", "errand.walk_cost", "errand.speed_on_walk", "errand.speed_on_walk_older", "errand.junction_on_walk", "errand.green_on_walk",
        "errand.street_minutes", "propensity.leverage", "propensity.follow",
    ];

    /// <summary>Numbers that are drawn.</summary>
    public static IReadOnlyList<Parameter> Drawn { get; } =
    [.. ParameterRegistry.All.Except(InterventionParameters.All)
        .Where(p => p.Minimum < p.Maximum && p.Grade != EvidenceGrade.Calibrated
            && (Weights.Contains(p.Name) || Groups.Any(g => p.Name.StartsWith(g, StringComparison.Ordinal))))];

    /// <summary>Settings that make draw <paramref name="draw"/> of <paramref name="scenario"/>; what the scenario itself sets by name stays as it says.</summary>
    public static IEnumerable<SweepSetting> Of(Scenario scenario, int draw, IDrawDesign design)
    {
        SourceSpan at = At(scenario);
        foreach (Parameter parameter in Drawn.Where(p => !scenario.ParameterOverrides.ContainsKey(p.Name)))
        {
            if (design.Unit(parameter.Name, draw) is { } unit)
            {
                yield return EffectDraws.Setting($"parameters.{parameter.Name}", Distribution.Of(parameter).At(unit), parameter, at);
            }
        }
    }

    /// <summary>Settings that shift the solved baseline as the draw needs it.</summary>
    public static IEnumerable<SweepSetting> Shifts(Scenario scenario, IReadOnlyDictionary<string, double> shifts)
    {
        SourceSpan at = At(scenario);
        return shifts.Where(s => !scenario.ParameterOverrides.ContainsKey(s.Key))
            .Select(s => EffectDraws.Setting($"parameters.{s.Key}", s.Value, ParameterRegistry.Get(s.Key), at));
    }

    private static SourceSpan At(Scenario scenario) => SourceSpan.Whole(new SourceText("draw", scenario.Text));
}
