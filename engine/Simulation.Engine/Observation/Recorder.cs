using System.Globalization;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Observation;

/// <summary>Turns a week's cells into published figures for every stratum.</summary>
internal sealed class Recorder
{
    private static readonly string[] AgeGroups = ["0-4", "5-10", "11-15", "16-34", "35-54", "55-74", "75+"];

    private static readonly Indicator Slope = Indicator.Find("sii_inactive");
    private static readonly Indicator Gate = Indicator.Find("gate_cars");

    private readonly Population population;
    private readonly WeekCells cells;
    private readonly WeekTallies tallies;
    private readonly Tally[] places;
    private readonly Tally[] deciles;
    private readonly StratumSum[] keySums = new StratumSum[Demographics.Keys];
    private readonly Tally[,] placeDeciles;
    private readonly string[] decileNames = [.. Enumerable.Range(1, 10).Select(d => d.ToString(CultureInfo.InvariantCulture))];
    private IndicatorRow[] rows = [];
    private int count;

    /// <summary>A recorder of the given cells.</summary>
    public Recorder(Population population, WeekCells cells, WeekTallies tallies)
    {
        this.population = population;
        this.cells = cells;
        this.tallies = tallies;
        places = new Tally[population.Places.Count];
        deciles = new Tally[10];
        placeDeciles = new Tally[population.Places.Count, 10];
    }

    /// <summary>Counts of the whole area in the last week recorded.</summary>
    public Tally Whole { get; private set; }

    /// <summary>Makes the figures of the week that ends on <paramref name="date"/>.</summary>
    public ReadOnlySpan<IndicatorRow> Record(DateOnly date)
    {
        Sum();
        count = 0;
        Emit(date, "all", "all", Whole);
        for (int p = 0; p < places.Length; p++)
        {
            Emit(date, "place", population.Places[p].Name, places[p]);
        }

        for (int d = 0; d < 10; d++)
        {
            Emit(date, "deprivation", decileNames[d], deciles[d]);
        }

        EmitDemographics(date);
        for (int n = 0; n < cells.Sums.Length; n++)
        {
            Emit(date, "neighbourhood", population.Neighbourhoods.Code[n], cells.Sums[n]);
        }

        EmitSlopes(date);
        EmitGates(date);
        return rows.AsSpan(0, count);
    }

    private void Sum()
    {
        Array.Clear(places);
        Array.Clear(deciles);
        Array.Clear(placeDeciles);
        Tally whole = default;
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            ref readonly Tally sum = ref cells.Sums[n];
            int place = population.Neighbourhoods.Place[n];
            int decile = population.Neighbourhoods.Decile[n] - 1;
            places[place].Add(sum);
            deciles[decile].Add(sum);
            placeDeciles[place, decile].Add(sum);
            whole.Add(sum);
        }

        Whole = whole;
        Array.Clear(keySums);
        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            for (int key = 0; key < Demographics.Keys; key++)
            {
                keySums[key].Add(cells.Strata[(decile * Demographics.AllKeys) + key]);
            }
        }
    }

    private void EmitDemographics(DateOnly date)
    {
        foreach (string group in AgeGroups)
        {
            Emit(date, "age", group, SumKeys(key => Demographics.AgeGroup(key) == group));
        }

        Emit(date, "sex", "female", SumKeys(Demographics.Female));
        Emit(date, "sex", "male", SumKeys(key => !Demographics.Female(key)));
        Emit(date, "disability", "disabled", SumKeys(Demographics.Disabled));
        Emit(date, "disability", "not disabled", SumKeys(key => !Demographics.Disabled(key)));
    }

    private Tally SumKeys(Func<int, bool> chosen)
    {
        Tally sum = default;
        for (int key = 0; key < Demographics.Keys; key++)
        {
            if (chosen(key))
            {
                sum.Add(keySums[key].Of(key));
            }
        }

        return sum;
    }

    private void EmitSlopes(DateOnly date)
    {
        Add(date, Slope.Key, "all", "all", SlopeOf(d => deciles[d]), Whole.Sum(Slope.RestsOn));
        for (int p = 0; p < places.Length; p++)
        {
            int place = p;
            Add(date, Slope.Key, "place", population.Places[p].Name, SlopeOf(d => placeDeciles[place, d]), places[p].Sum(Slope.RestsOn));
        }
    }

    private static double SlopeOf(Func<int, Tally> decile)
    {
        Span<double> people = stackalloc double[10];
        Span<double> rates = stackalloc double[10];
        for (int d = 0; d < 10; d++)
        {
            Tally tally = decile(d);
            people[d] = tally.Sum(Slope.Denominator);
            rates[d] = people[d] > 0 ? tally.Sum(Slope.Numerator) / people[d] : 0;
        }

        return InequalityIndex.Slope(people, rates);
    }

    private void EmitGates(DateOnly date)
    {
        if (tallies.SchoolDays == 0)
        {
            return;
        }

        Span<long> byPlace = stackalloc long[population.Places.Count];
        Span<int> schools = stackalloc int[population.Places.Count];
        long all = 0;
        for (int s = 0; s < population.Schools.Count; s++)
        {
            int place = population.Neighbourhoods.Place[population.Schools.Neighbourhood[s]];
            byPlace[place] += tallies.GateCars[s];
            schools[place]++;
            all += tallies.GateCars[s];
        }

        Add(date, Gate.Key, "all", "all", all / (double)tallies.SchoolDays, population.Schools.Count);
        for (int p = 0; p < byPlace.Length; p++)
        {
            Add(date, Gate.Key, "place", population.Places[p].Name, byPlace[p] / (double)tallies.SchoolDays, schools[p]);
        }
    }

    private void Emit(DateOnly date, string by, string stratum, in Tally tally)
    {
        IReadOnlyList<Indicator> all = Indicator.All;
        for (int i = 0; i < all.Count; i++)
        {
            Indicator indicator = all[i];
            long rests = tally.Sum(indicator.RestsOn);
            if (indicator.Form == IndicatorForm.Ratio && rests > 0)
            {
                Add(date, indicator.Key, by, stratum, tally.Sum(indicator.Numerator) / (double)indicator.Per / tally.Sum(indicator.Denominator), rests);
            }
        }
    }

    private void Add(DateOnly date, string name, string by, string stratum, double value, long rests)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        if (count == rows.Length)
        {
            Array.Resize(ref rows, Math.Max(1024, rows.Length * 2));
        }

        rows[count++] = new IndicatorRow(date, name, by, stratum, value, rests);
    }
}
