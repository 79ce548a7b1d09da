namespace Simulation.Engine.Populations;

/// <summary>The region that a population stands for: a sample of it speaks for all its residents.</summary>
/// <param name="Residents">Residents of the region.</param>
/// <param name="Simulated">Residents of the population.</param>
public readonly record struct Region(long Residents, int Simulated)
{
    // Published numbers of residents and round ones that people ask for differ by less than this; such a population is the region.
    private const double SameSize = 0.01;

    /// <summary>Residents of the region for each resident of the population; 1 when the population is the region.</summary>
    public double Scale => Simulated == 0 ? 1 : (double)Residents / Simulated;

    /// <summary>Whether the population is a sample.</summary>
    public bool Sampled => Residents != Simulated;

    /// <summary>Residents of all nine places: the number registered with the Integrated Care System, which censuses count lower.</summary>
    public const int CheshireAndMerseyside = 2_700_000;

    private const int Places = 9;

    /// <summary>
    /// The region of <paramref name="population"/>: <see cref="CheshireAndMerseyside"/> for the nine places together, else as
    /// many residents as are published for its neighbourhoods.
    /// </summary>
    public static Region Of(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        int simulated = population.Count;
        if (population.Targets is not { } targets || simulated == 0)
        {
            return new Region(simulated, simulated);
        }

        double published = population.Places.Count == Places ? CheshireAndMerseyside : 0;
        for (int n = 0; population.Places.Count != Places && n < targets.Count; n++)
        {
            published += targets.Residents[n];
        }

        return published == 0 || Math.Abs(published - simulated) <= SameSize * published
            ? new Region(simulated, simulated)
            : new Region((long)Math.Round(published), simulated);
    }

    /// <summary>
    /// Residents of the region in each neighbourhood of <paramref name="population"/>: as published where it is a sample, because
    /// a small one has nobody at all in many of them.
    /// </summary>
    public static double[] ByNeighbourhood(Population population)
    {
        Region region = Of(population);
        Segments layout = population.Residents.Layout;
        if (!region.Sampled || population.Targets is not { } targets)
        {
            return [.. Enumerable.Range(0, layout.Count).Select(n => (double)layout.UsedIn(n))];
        }

        double published = Enumerable.Range(0, targets.Count).Sum(n => (double)targets.Residents[n]);
        return [.. Enumerable.Range(0, targets.Count).Select(n => region.Residents * targets.Residents[n] / published)];
    }

    /// <summary>A number of the population's residents as one of the region's.</summary>
    public long Of(double residents) => (long)Math.Round(residents * Scale);
}
