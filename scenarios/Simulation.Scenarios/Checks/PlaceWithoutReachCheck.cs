using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Checks;

/// <summary>A place that is named and gets nothing.</summary>
internal sealed class PlaceWithoutReachCheck : IBindingCheck
{
    public void Check(IReadOnlyList<BoundIntervention> bound, Population population, DiagnosticBag bag)
    {
        foreach (BoundIntervention one in bound)
        {
            if (one.Delivery.Rows.Length == 0 || one.Intervention.Request.Where.Places is not { Count: > 1 } places)
            {
                continue;
            }

            int[] counts = PlaceCounts.Of(one.Delivery);
            for (int p = 0; p < population.Places.Count; p++)
            {
                Place place = population.Places[p];
                if (counts[p] == 0 && (places.Contains(place.Code, StringComparer.OrdinalIgnoreCase) || places.Contains(place.Name, StringComparer.OrdinalIgnoreCase)))
                {
                    bag.Warn(
                        Codes.PlaceWithoutReach, one.Intervention.SpanOf("where.places"),
                        $"'{one.Intervention.Name}' reaches 0 {ReachParser.NounOf(one.Intervention.Kind.Reaches)} in {place.Name}.", "Nothing there fits `where`, `who` and `reach` together.");
                }
            }
        }
    }
}
