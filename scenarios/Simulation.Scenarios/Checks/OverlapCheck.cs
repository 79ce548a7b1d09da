using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Checks;

/// <summary>Two interventions of one kind that reach the same rows: their effects add up, which is rarely what was meant.</summary>
internal sealed class OverlapCheck : IBindingCheck
{
    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        for (int second = 1; second < bound.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                if (bound[first].Intervention.Kind != bound[second].Intervention.Kind || Apart(bound[first], bound[second])
                    || bound[first].OverBefore(bound[second]) || bound[second].OverBefore(bound[first]))
                {
                    continue;
                }

                long shared = bound[second].Delivery.OfRegion(Sorted.Shared(bound[first].Delivery.Rows, bound[second].Delivery.Rows));
                if (shared > 0)
                {
                    bag.Warn(
                        Codes.Overlap, bound[second].Intervention.Span,
                        $"'{bound[second].Intervention.Name}' reaches {shared:N0} {ReachParser.NounOf(bound[second].Intervention.Kind.Reaches, (int)Math.Min(shared, int.MaxValue))} that '{bound[first].Intervention.Name}' reaches too.",
                        "Both count there. Tell them apart with `where`, or make one of the two.");
                }
            }
        }
    }

    // Nobody is of two levels of activity at once, and whoever comes to be of another later was meant to be reached then.
    private static bool Apart(BoundIntervention first, BoundIntervention second) =>
        first.Intervention.Request.Who.Activity is { } one && second.Intervention.Request.Who.Activity is { } other && (one & other) == 0;
}
