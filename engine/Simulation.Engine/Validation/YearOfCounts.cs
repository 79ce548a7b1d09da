using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Validation;

/// <summary>A simulated year's counts by stratum, settlement and distance: what calibration and validation compare with targets.</summary>
internal sealed class YearOfCounts
{
    private static readonly IReadOnlyList<CountKey> Adults = Indicator.Find("adults_active").Denominator;

    private readonly Population population;

    /// <summary>Empty counts.</summary>
    public YearOfCounts(Population population)
    {
        this.population = population;
        int strata = Demographics.Deciles * Demographics.AllKeys;
        Low = new double[strata];
        Middle = new double[strata];
        High = new double[strata];
        Weekly = new double[strata];
        Thrice = new double[strata];
        MostDays = new double[strata];
        SettlementWeekly = new double[3];
        SettlementAdults = new double[3];
        PlaceHigh = new double[population.Places.Count];
        DecileLow = new double[10];
        DecileHigh = new double[10];
        DecileAdults = new double[10];
        PlaceWeekly = new double[population.Places.Count];
        PlaceThrice = new double[population.Places.Count];
        PlaceAdults = new double[population.Places.Count];
        Trips = new double[CountingBench.TripBands, 4];
        Commute = new double[5];
        Persistence = new Persistence(population);
    }

    /// <summary>Resident-weeks by category: under the lower bound, between, over the upper.</summary>
    public double[] Low { get; }

    public double[] Middle { get; }

    public double[] High { get; }

    /// <summary>Resident-weeks with travel on foot or cycle on 4, 12, 20 of 28 days.</summary>
    public double[] Weekly { get; }

    public double[] Thrice { get; }

    public double[] MostDays { get; }

    public double[] SettlementWeekly { get; }

    public double[] SettlementAdults { get; }

    /// <summary>Adult-weeks at or above the upper bound, by place.</summary>
    public double[] PlaceHigh { get; }

    /// <summary>Adult-weeks by national decile: below the lower bound, at or above the upper, all.</summary>
    public double[] DecileLow { get; }

    public double[] DecileHigh { get; }

    public double[] DecileAdults { get; }

    public double[] PlaceWeekly { get; }

    public double[] PlaceThrice { get; }

    public double[] PlaceAdults { get; }

    /// <summary>School days: (phase × 4 + distance band) × mode (walk, cycle, transit, car).</summary>
    public double[,] Trips { get; }

    /// <summary>Working days by mode: walk, cycle, transit, car, home.</summary>
    public double[] Commute { get; }

    /// <summary>Who stays as active as they were.</summary>
    public Persistence Persistence { get; }

    public double WalkMinutes { get; private set; }

    public double Walkers { get; private set; }

    public double Accompanied { get; private set; }

    /// <summary>Weeks counted.</summary>
    public int Weeks { get; private set; }

    /// <summary>All counts as numbers in a fixed order.</summary>
    public double[] ToNumbers() => [.. Parts().SelectMany(part => part), .. Trips.Cast<double>(), WalkMinutes, Walkers, Accompanied, Weeks, .. Persistence.ToNumbers()];

    /// <summary>Takes what <see cref="ToNumbers"/> gave.</summary>
    /// <exception cref="ArgumentException">These are other counts.</exception>
    public void Take(ReadOnlySpan<double> numbers)
    {
        if (numbers.Length <= Parts().Sum(part => part.Length) + Trips.Length + 4)
        {
            throw new ArgumentException("The counts of the year are of another population.", nameof(numbers));
        }

        foreach (double[] part in Parts())
        {
            numbers[..part.Length].CopyTo(part);
            numbers = numbers[part.Length..];
        }

        for (int i = 0; i < Trips.Length; i++)
        {
            Trips[i / Trips.GetLength(1), i % Trips.GetLength(1)] = numbers[i];
        }

        numbers = numbers[Trips.Length..];
        (WalkMinutes, Walkers, Accompanied, Weeks) = (numbers[0], numbers[1], numbers[2], (int)numbers[3]);
        Persistence.Take(numbers[4..]);
    }

    /// <summary>Adds the week that a run has just completed.</summary>
    /// <param name="cells">What was counted in it.</param>
    /// <param name="tallies">Who walked to school, and with whom.</param>
    /// <param name="residents">The residents at its end.</param>
    public void Add(WeekCells cells, WeekTallies tallies, ResidentState residents)
    {
        AddStrata(cells.Strata);
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            AddSums(cells.Sums[n], n);
        }

        for (int i = 0; i < cells.Trips.Length; i++)
        {
            Trips[i / 4, i % 4] += cells.Trips[i];
        }

        WalkMinutes += cells.WalkTime;
        Walkers += tallies.Walkers;
        Accompanied += tallies.Accompanied;
        Persistence.Add(residents, Weeks);
        Weeks++;
    }

    /// <summary>School days of a phase (0 primary, 1 secondary) by a mode, all distances or one band.</summary>
    public double TripShare(int phase, int mode, int band = -1)
    {
        double by = 0;
        double all = 0;
        for (int b = 0; b < 4; b++)
        {
            if (band >= 0 && b != band)
            {
                continue;
            }

            by += Trips[(phase * 4) + b, mode];
            for (int m = 0; m < 4; m++)
            {
                all += Trips[(phase * 4) + b, m];
            }
        }

        return by / all;
    }

    private double[][] Parts() =>
    [
        Low, Middle, High, Weekly, Thrice, MostDays, SettlementWeekly, SettlementAdults, PlaceHigh, DecileLow, DecileHigh, DecileAdults,
        PlaceWeekly, PlaceThrice, PlaceAdults, Commute,
    ];

    private void AddStrata(ReadOnlySpan<StratumSum> strata)
    {
        for (int s = 0; s < strata.Length; s++)
        {
            Low[s] += strata[s].Low;
            Middle[s] += strata[s].Middle;
            High[s] += strata[s].High;
            Weekly[s] += strata[s].Travel4;
            Thrice[s] += strata[s].Travel12;
            MostDays[s] += strata[s].Travel20;
        }
    }

    private void AddSums(in Tally sum, int n)
    {
        int decile = Demographics.DecileIndex(population.Neighbourhoods.Decile[n]);
        int settlement = population.Neighbourhoods.Settlement[n];
        int place = population.Neighbourhoods.Place[n];
        SettlementWeekly[settlement] += sum[CountKey.AdultsTravel4];
        SettlementAdults[settlement] += sum.Sum(Adults);
        PlaceHigh[place] += sum[CountKey.AdultsActive];
        PlaceWeekly[place] += sum[CountKey.AdultsTravel4];
        PlaceThrice[place] += sum[CountKey.AdultsTravel12];
        PlaceAdults[place] += sum.Sum(Adults);
        DecileLow[decile] += sum[CountKey.AdultsInactive];
        DecileHigh[decile] += sum[CountKey.AdultsActive];
        DecileAdults[decile] += sum.Sum(Adults);
        Commute[0] += sum[CountKey.CommuteWalk];
        Commute[1] += sum[CountKey.CommuteCycle];
        Commute[2] += sum[CountKey.CommuteTransit];
        Commute[3] += sum[CountKey.CommuteCar];
        Commute[4] += sum[CountKey.CommuteHome];
    }
}
