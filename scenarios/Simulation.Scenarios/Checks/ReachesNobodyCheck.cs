using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Checks;

/// <summary>An intervention that reaches nothing.</summary>
internal sealed class ReachesNobodyCheck : IBindingCheck
{
    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        foreach (BoundIntervention one in bound)
        {
            string noun = ReachParser.NounOf(one.Intervention.Kind.Reaches);
            if (one.Delivery.Eligible == 0)
            {
                bag.Warn(
                    Codes.ReachesNobody, one.Intervention.SpanOf("where.places"), $"'{one.Intervention.Name}' reaches nothing: no {noun} lie within its `where` and `who`.", "Widen `where` or `who`.");
            }
            else if (one.Delivery.Rows.Length == 0)
            {
                bag.Warn(Codes.ReachesNobody, one.Intervention.SpanOf("reach"), $"'{one.Intervention.Name}' reaches none of the {one.Delivery.OfRegion(one.Delivery.Eligible):N0} eligible {noun}.", "Raise `reach` or `uptake`.");
            }
            else if (one.Delivery.Reached == 0)
            {
                bag.Warn(
                    Codes.ReachesNobody, one.Intervention.SpanOf("reach"), $"'{one.Intervention.Name}' can be expected to reach none of the {population.Count:N0} residents simulated.",
                    Region.Of(population) is { Sampled: true } region ? $"Raise `reach` or `uptake`, or simulate all {region.Residents:N0}." : "Raise `reach` or `uptake`.");
            }
            else if (one.Effects.Count == 0 && one.Intervention.Kind.Level != ActionScale.Goals)
            {
                bag.Warn(Codes.ReachesNobody, one.Intervention.Span, $"'{one.Intervention.Name}' changes nothing: all of its settings are zero.", "Give one of its settings a value.");
            }
        }
    }
}
