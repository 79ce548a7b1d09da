using MathNet.Numerics.Distributions;
using Simulation.Engine.Parameters;
using Simulation.Engine.Randomness;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Syntax;

namespace Simulation.Scenarios.Sweeps;

/// <summary>
/// One draw of what the studies leave open: the default effects of the interventions in a scenario, the discounts for their
/// designs, and local evidence that was given with an interval. All other numbers stay where the baseline was solved with them.
/// </summary>
/// <remarks>
/// A value and the ends of its range are the median and the 2.5 and 97.5 per cent points of two halves of normal curves, cut
/// off at the ends. Draws are addressed by name and number: another intervention in the scenario shifts none of them, and
/// draws 1 to 20 are the same among 20 as among 100.
/// </remarks>
internal static class EffectDraws
{
    private const double Tail = 0.025;

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
                    double value = Draw(parameter.Name, draw, parameter.Value, parameter.Minimum, parameter.Maximum);
                    yield return Setting($"parameters.{parameter.Name}", value, parameter, intervention.Span);
                }
            }

            foreach ((string name, (double low, double high)) in intervention.EffectIntervals)
            {
                double value = Draw($"{intervention.Name}.{name}", draw, intervention.Request.Effect[name], low, high);
                yield return Setting($"interventions.{intervention.Name}.effect.{name}", value, ParameterRegistry.Get(prefix + name), intervention.Span);
            }
        }
    }

    /// <summary>Draw <paramref name="draw"/> of the number called <paramref name="name"/>.</summary>
    public static double Draw(string name, int draw, double value, double low, double high)
    {
        double z = Normal.InvCDF(0, 1, Tail + ((1 - (2 * Tail)) * Uniform(name, draw)));
        double side = z < 0 ? value - low : high - value;
        return Math.Clamp(value + (side * z / Normal.InvCDF(0, 1, 1 - Tail)), low, high);
    }

    private static SweepSetting Setting(string path, double value, Parameter parameter, SourceSpan at) =>
        new(new ScalarNode(at, path, false), new ScalarNode(at, EffectValues.Format(value, parameter), false));

    private static double Uniform(string name, int draw) =>
        SplitMix64.Unit(SplitMix64.Mix(SplitMix64.OfName(name) + ((ulong)draw * SplitMix64.Golden)));
}
