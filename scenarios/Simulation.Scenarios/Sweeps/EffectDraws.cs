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
    public static IEnumerable<SweepSetting> Of(Scenario scenario, int draw)
    {
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScenarioIntervention intervention in scenario.Interventions)
        {
            string prefix = intervention.Kind.Key + ".";
            foreach (Parameter parameter in ParameterRegistry.All.Where(p => p.Name.StartsWith(prefix, StringComparison.Ordinal) || p.Name == intervention.Kind.Evidence.WeightParameter))
            {
                if (!scenario.ParameterOverrides.ContainsKey(parameter.Name) && drawn.Add(parameter.Name))
                {
                    double value = Distribution.Of(parameter).At(DrawDesign.Unit(parameter.Name, draw));
                    yield return Setting($"parameters.{parameter.Name}", value, parameter, intervention.Span);
                }
            }

            foreach ((string name, (double low, double high)) in intervention.EffectIntervals)
            {
                double value = Distribution.Measured(intervention.Request.Effect[name], low, high).At(DrawDesign.Unit($"{intervention.Name}.{name}", draw));
                yield return Setting($"interventions.{intervention.Name}.effect.{name}", value, ParameterRegistry.Get(prefix + name), intervention.Span);
            }
        }
    }

    /// <summary>A setting of one number.</summary>
    internal static SweepSetting Setting(string path, double value, Parameter parameter, SourceSpan at) =>
        new(new ScalarNode(at, path, false), new ScalarNode(at, EffectValues.Format(value, parameter), false));
}
