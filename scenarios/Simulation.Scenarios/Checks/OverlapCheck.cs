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
                    || Over(bound[first], bound[second]) || Over(bound[second], bound[first]))
                {
                    continue;
                }

                int shared = Sorted.Shared(bound[first].Delivery.Rows, bound[second].Delivery.Rows);
                if (shared > 0)
                {
                    bag.Warn(
                        Codes.Overlap, bound[second].Intervention.Span,
                        $"'{bound[second].Intervention.Name}' reaches {shared:N0} {ReachParser.NounOf(bound[second].Intervention.Kind.Reaches, shared)} that '{bound[first].Intervention.Name}' reaches too.",
                        "Both count there. Tell them apart with `where`, or make one of the two.");
                }
            }
        }
    }

    // One that is over when the other begins is replaced by it: that is how a lever turned in the viewer is written.
    private static bool Over(BoundIntervention one, BoundIntervention other) =>
        one.Delivery.Starts.Length > 0 && one.Delivery.Timing.EndOf(one.Delivery.Starts.Max()) <= other.Intervention.Request.PhaseIn.Start;

    // Nobody is of two levels of activity at once, and whoever comes to be of another later was meant to be reached then.
    private static bool Apart(BoundIntervention first, BoundIntervention second) =>
        first.Intervention.Request.Who.Activity is { } one && second.Intervention.Request.Who.Activity is { } other && (one & other) == 0;
}
