using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Scenarios.Costing;

/// <summary>What a price is multiplied with: units of the region, by the day on which they join.</summary>
internal static class CostUnits
{
    /// <summary>Units by join day, ascending.</summary>
    public static IEnumerable<(int Start, double Units)> Joining(Delivery delivery, CostBasis basis)
    {
        Population population = delivery.Population;
        int[] starts = delivery.Starts;
        double[] residents = basis == CostBasis.Resident ? Region.ByNeighbourhood(population) : [];
        IEnumerable<(int Start, double Units)> joins = basis switch
        {
            CostBasis.Resident => starts.Select((start, i) => (start, residents[delivery.Rows[i]])),
            CostBasis.Place => starts.Select((start, i) => (Start: start, Place: PlaceOf(delivery, i)))
                .GroupBy(join => join.Place).Select(place => (place.Min(join => join.Start), 1.0)),
            _ => starts.Select((start, i) => (start, delivery.Scale * (delivery.Chances is { } chances ? chances[i] : 1))),
        };
        return joins.GroupBy(join => join.Start).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(join => join.Units)));
    }

    private static byte PlaceOf(Delivery delivery, int i) => delivery.Kind.Reaches switch
    {
        ReachUnit.Neighbourhoods => delivery.Population.Neighbourhoods.Place[delivery.Rows[i]],
        ReachUnit.Schools => delivery.Population.Neighbourhoods.Place[delivery.Population.Schools.Neighbourhood[delivery.Rows[i]]],
        _ => throw new InvalidOperationException($"{delivery.Kind.Key} is not paid for by place."),
    };
}
