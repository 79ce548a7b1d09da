using Simulation.Engine.Parameters;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Sources;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// One draw of what the studies leave open about a plan: the default effects of its interventions, the discounts for their
/// designs, and local evidence that was given with an interval.
/// </summary>
internal static class EffectDraws
{
    /// <summary>Settings that make draw <paramref name="draw"/> of <paramref name="scenario"/>; what the scenario itself sets by name stays as it says.</summary>
    public static IEnumerable<SweepSetting> Of(Scenario scenario, int draw, IDrawDesign design)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScenarioIntervention intervention in scenario.Interventions)
        {
            string prefix = intervention.Kind.Key + ".";
            foreach (Parameter parameter in ParameterRegistry.All.Where(p => p.Name.StartsWith(prefix, StringComparison.Ordinal) || p.Name == intervention.Kind.Evidence.WeightParameter))
            {
                if (!scenario.ParameterOverrides.ContainsKey(parameter.Name) && drawn.Add(parameter.Name) && design.Unit(parameter.Name, draw) is { } unit)
                {
                    yield return Setting($"parameters.{parameter.Name}", Distribution.Of(parameter).At(unit), parameter, intervention.Span);
                }
            }

            foreach ((string name, (double low, double high)) in intervention.EffectIntervals)
            {
                if (design.Unit($"{intervention.Name}.{name}", draw) is { } unit)
                {
                    double value = Distribution.Measured(intervention.Request.Effect[name], low, high).At(unit);
                    yield return Setting($"interventions.{intervention.Name}.effect.{name}", value, ParameterRegistry.Get(prefix + name), intervention.Span);
                }
            }
        }
    }

    /// <summary>A setting of one number.</summary>
    internal static SweepSetting Setting(string path, double value, Parameter parameter, SourceSpan at) =>
        new(new ScalarNode(at, path, false), new ScalarNode(at, EffectValues.Format(value, parameter), false));
}
