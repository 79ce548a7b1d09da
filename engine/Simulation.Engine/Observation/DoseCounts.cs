using Simulation.Engine.Populations;


namespace Simulation.Engine.Observation;

/// <summary>Whose activity is counted: adults of a place, deprivation, sex and age.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Decile">Index of the national decile: 0 = most deprived.</param>
/// <param name="Female">True for women.</param>
/// <param name="Age">Five-year age band: 0 = 20–24, the last 90 and over.</param>
public readonly record struct DoseStratum(int Place, int Decile, bool Female, int Age)
{
    /// <summary>Youngest of the age band.</summary>
    public int LowestAge => DoseBands.LowestAgeOf(Age);
}

/// <summary>Adults of 20 and over by place, deprivation, sex, age and their moderate-equivalent minutes of 28 days.</summary>
public sealed class DoseCounts
{
    private readonly int[] counts;

    /// <summary>Nobody, on a date.</summary>
    /// <param name="date">Last of the 28 days.</param>
    /// <param name="places">Names of the places.</param>
    public DoseCounts(DateOnly date, IReadOnlyList<string> places)
        : this(date, places, new int[places.Count * Demographics.Deciles * DoseBands.Strata * DoseBands.Count])
    {
    }

    /// <summary>All counts: place × decile × stratum × band.</summary>
    public ReadOnlySpan<int> Counts => counts;

    internal DoseCounts(DateOnly date, IReadOnlyList<string> places, int[] counts)
    {
        Date = date;
        Places = places;
        this.counts = counts;
    }

    /// <summary>Last of the 28 days.</summary>
    public DateOnly Date { get; }

    /// <summary>Names of the places.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>Adults of a stratum by <see cref="DoseBands"/>.</summary>
    public Span<int> Of(DoseStratum stratum) => counts.AsSpan(
        ((((stratum.Place * Demographics.Deciles) + stratum.Decile) * DoseBands.Strata) + (stratum.Female ? DoseBands.AgeBands : 0) + stratum.Age) * DoseBands.Count,
        DoseBands.Count);

    /// <summary>All strata, by place, decile, sex and age.</summary>
    public IEnumerable<DoseStratum> Strata()
    {
        for (int place = 0; place < Places.Count; place++)
        {
            for (int decile = 0; decile < Demographics.Deciles; decile++)
            {
                for (int stratum = 0; stratum < DoseBands.Strata; stratum++)
                {
                    yield return new DoseStratum(place, decile, stratum >= DoseBands.AgeBands, stratum % DoseBands.AgeBands);
                }
            }
        }
    }
}
