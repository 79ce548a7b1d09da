using System.Globalization;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Observation;

/// <summary>Sums a week's cells for every stratum that is published.</summary>
internal sealed class Recorder
{
    private static readonly string[] AgeGroups = ["0-4", "5-10", "11-15", "16-34", "35-54", "55-74", "75+"];

    private readonly Population population;
    private WeekCells cells;
    private WeekTallies tallies;
    private readonly List<Stratum> strata = [];
    private readonly List<Func<int, bool>> demographics = [];
    private readonly Tally[] sums;
    private readonly StratumSum[] keySums = new StratumSum[Demographics.Keys];
    private readonly int[] schools;
    private readonly string[] places;

    // Everybody is the first stratum; the others of a kind follow one another from here.
    private readonly int firstPlace;
    private readonly int firstDecile;
    private readonly int firstPlaceDecile;
    private readonly int firstDemographic;
    private readonly int firstNeighbourhood;

    /// <summary>A recorder of the given cells.</summary>
    public Recorder(Population population, WeekCells cells, WeekTallies tallies)
    {
        this.population = population;
        this.cells = cells;
        this.tallies = tallies;
        strata.Add(new Stratum(Stratification.Everybody, Stratification.Everybody, "everybody"));
        firstPlace = strata.Count;
        places = [.. population.Places.Select(p => p.Name)];
        strata.AddRange(places.Select(p => new Stratum(Stratification.Place, p, p, p)));
        firstDecile = strata.Count;
        strata.AddRange(Deciles().Select(d => new Stratum(Stratification.Deprivation, Text(d), $"decile {Text(d)}", Decile: d)));
        firstPlaceDecile = strata.Count;
        strata.AddRange(places.SelectMany(p => Deciles().Select(d => new Stratum(Stratification.PlaceDeprivation, $"{p} {Text(d)}", $"{p}, decile {Text(d)}", p, d))));
        firstDemographic = strata.Count;
        foreach (string group in AgeGroups)
        {
            AddDemographic(Stratification.Age, group, key => Demographics.AgeGroup(key) == group);
        }

        AddDemographic(Stratification.Sex, "female", Demographics.Female);
        AddDemographic(Stratification.Sex, "male", key => !Demographics.Female(key));
        AddDemographic(Stratification.Disability, "disabled", Demographics.Disabled);
        AddDemographic(Stratification.Disability, "not disabled", key => !Demographics.Disabled(key));
        firstNeighbourhood = strata.Count;
        NeighbourhoodTable table = population.Neighbourhoods;
        strata.AddRange(Enumerable.Range(0, table.Count).Select(n => new Stratum(
            Stratification.Neighbourhood, table.Code[n], table.Name[n], places[table.Place[n]], table.Decile[n])));
        sums = new Tally[strata.Count];
        schools = new int[places.Length];
        for (int s = 0; s < population.Schools.Count; s++)
        {
            schools[table.Place[population.Schools.Neighbourhood[s]]]++;
        }
    }

    /// <summary>Goes on with other counts of the same neighbourhoods and schools.</summary>
    public void Take(WeekCells others, WeekTallies otherTallies) => (cells, tallies) = (others, otherTallies);

    /// <summary>Sums the week that ends on <paramref name="date"/>.</summary>
    public WeekCounts Record(DateOnly date)
    {
        Array.Clear(sums);
        SumNeighbourhoods();
        SumDemographics();
        CountGates();
        return Of(date, sums, DoseBands.CountedOn(date) ? SumDoses(date) : null);
    }

    private DoseCounts SumDoses(DateOnly date)
    {
        int[] counts = new int[population.Places.Count * Demographics.Deciles * DoseBands.Strata * DoseBands.Count];
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            int decile = Demographics.DecileIndex(population.Neighbourhoods.Decile[n]);
            int from = ((population.Neighbourhoods.Place[n] * Demographics.Deciles) + decile) * DoseBands.Strata * DoseBands.Count;
            ReadOnlySpan<ushort> cell = cells.Doses(n)[..(DoseBands.Strata * DoseBands.Count)];
            for (int i = 0; i < cell.Length; i++)
            {
                counts[from + i] += cell[i];
            }
        }

        return new DoseCounts(date, places, counts);
    }

    /// <summary>A week that was counted before, as it was given out then.</summary>
    /// <param name="date">Last day of the week.</param>
    /// <param name="tallies">Its counts, a stratum each.</param>
    /// <param name="doses">Its doses; empty when none were counted.</param>
    /// <exception cref="ArgumentException">These are counts of another population.</exception>
    public WeekCounts Again(DateOnly date, ReadOnlySpan<Tally> tallies, ReadOnlySpan<int> doses) => tallies.Length == strata.Count
        ? Of(date, tallies, doses.IsEmpty ? null : new DoseCounts(date, places, doses.ToArray()))
        : throw new ArgumentException($"The counts are of {tallies.Length} strata and not of {strata.Count}.", nameof(tallies));

    private WeekCounts Of(DateOnly date, ReadOnlySpan<Tally> tallies, DoseCounts? doses) =>
        new() { Date = date, Strata = strata, Indicators = Indicator.All, Tallies = tallies, Doses = doses };

    private static IEnumerable<int> Deciles() => Enumerable.Range(1, Demographics.Deciles);

    private static string Text(int decile) => decile.ToString(CultureInfo.InvariantCulture);

    private void AddDemographic(string by, string key, Func<int, bool> chosen)
    {
        strata.Add(new Stratum(by, key, key));
        demographics.Add(chosen);
    }

    private void SumNeighbourhoods()
    {
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            ref readonly Tally sum = ref cells.Sums[n];
            int place = population.Neighbourhoods.Place[n];
            int decile = Demographics.DecileIndex(population.Neighbourhoods.Decile[n]);
            sums[0].Add(sum);
            sums[firstPlace + place].Add(sum);
            sums[firstDecile + decile].Add(sum);
            sums[firstPlaceDecile + (place * Demographics.Deciles) + decile].Add(sum);
            sums[firstNeighbourhood + n] = sum;
        }
    }

    private void SumDemographics()
    {
        Array.Clear(keySums);
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            for (int key = 0; key < Demographics.Keys; key++)
            {
                keySums[key].Add(cells.Strata[(decile * Demographics.AllKeys) + key]);
            }
        }

        for (int key = 0; key < Demographics.Keys; key++)
        {
            Tally sum = keySums[key].Of(key);
            for (int i = 0; i < demographics.Count; i++)
            {
                if (demographics[i](key))
                {
                    sums[firstDemographic + i].Add(sum);
                }
            }
        }
    }

    private void CountGates()
    {
        for (int s = 0; s < population.Schools.Count; s++)
        {
            int place = population.Neighbourhoods.Place[population.Schools.Neighbourhood[s]];
            sums[0][CountKey.GateCars] += tallies.GateCars[s];
            sums[firstPlace + place][CountKey.GateCars] += tallies.GateCars[s];
        }

        sums[0][CountKey.OpenDays] = tallies.SchoolDays;
        sums[0][CountKey.Schools] = population.Schools.Count;
        for (int p = 0; p < schools.Length; p++)
        {
            sums[firstPlace + p][CountKey.OpenDays] = tallies.SchoolDays;
            sums[firstPlace + p][CountKey.Schools] = schools[p];
        }
    }
}
