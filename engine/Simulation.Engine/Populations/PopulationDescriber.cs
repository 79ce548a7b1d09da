namespace Simulation.Engine.Populations;

/// <summary>How a population compares with what is published.</summary>
/// <param name="Places">Figures of each place.</param>
/// <param name="Whole">The same figures over all places; published values only where they are counts known for every place.</param>
/// <param name="Marginals">How well neighbourhoods meet their totals.</param>
public sealed record PopulationSummary(
    IReadOnlyList<PlaceSummary> Places, IReadOnlyList<SummaryFigure> Whole, IReadOnlyList<MarginalFit> Marginals);

/// <summary>Figures of one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Figures">Figures, the same keys in the same order for every place.</param>
public sealed record PlaceSummary(Place Place, IReadOnlyList<SummaryFigure> Figures);

/// <summary>One figure of the population beside the published one.</summary>
/// <param name="Key">Stable key, e.g. <c>no_car_pct</c>.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Unit"><c>%</c> or a plural such as <c>residents</c>.</param>
/// <param name="Model">Value in the population.</param>
/// <param name="Published">Published value, or null; counts are of the source and not scaled to the population.</param>
public sealed record SummaryFigure(string Key, string Label, string Unit, double Model, double? Published);

/// <summary>How well neighbourhoods meet one of their published totals; errors in percentage points, worst category of each.</summary>
/// <param name="Name">What is compared, e.g. <c>household size</c>.</param>
/// <param name="MedianError">Median over neighbourhoods.</param>
/// <param name="WorstError">Largest over neighbourhoods.</param>
/// <param name="WorstNeighbourhood">Code of the neighbourhood with the largest error.</param>
public sealed record MarginalFit(string Name, double MedianError, double WorstError, string WorstNeighbourhood);

/// <summary>Compares a population with the published figures kept beside it.</summary>
public static class PopulationDescriber
{
    /// <summary>Largest private household; larger ones are communal and count in no share of households.</summary>
    private const int LargestPrivate = 7;

    /// <summary>Figures by place and over all, and the fit of the neighbourhoods' totals (none without <see cref="Population.Targets"/>).</summary>
    public static PopulationSummary Describe(Population population)
    {
        NeighbourhoodTally[] tallies = NeighbourhoodTally.OfAll(population, LargestPrivate);
        var places = new List<PlaceSummary>();
        var all = new NeighbourhoodTally();
        for (int p = 0; p < population.Places.Count; p++)
        {
            var tally = new NeighbourhoodTally();
            for (int n = 0; n < tallies.Length; n++)
            {
                if (population.Neighbourhoods.Place[n] == p)
                {
                    tally.Add(tallies[n]);
                }
            }

            all.Add(tally);
            IReadOnlyDictionary<string, double>? published = p < population.Targets?.Places.Count ? population.Targets.Places[p] : null;
            places.Add(new PlaceSummary(population.Places[p], SummaryFigures.Of(tally, published)));
        }

        return new PopulationSummary(
            places,
            SummaryFigures.Of(all, SummaryFigures.Whole(population.Targets?.Places ?? [])),
            population.Targets is { } targets ? MarginalFits.Of(targets, tallies, population.Neighbourhoods.Code) : []);
    }
}
