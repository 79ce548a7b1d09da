namespace Simulation.Engine.Demography;

/// <summary>What a year of lives came to: by place, decile, sex and age at its beginning (<see cref="Mortality.Index"/>).</summary>
/// <param name="from">First day.</param>
/// <param name="to">The day after the last: a first of September.</param>
/// <param name="strata">Places × deciles × sexes × ages.</param>
public sealed class LivesYear(DateOnly from, DateOnly to, int strata)
{
    /// <summary>A year of so many places in which nothing has happened yet.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="places">Places.</param>
    /// <param name="turn">Turns before it.</param>
    internal static LivesYear Of(DateOnly from, DateOnly to, int places, int turn) =>
        new(from, to, Mortality.Index(places, 1, false, 0)) { Births = new int[places], Turn = turn };

    /// <summary>First day.</summary>
    public DateOnly From => from;

    /// <summary>The day after the last.</summary>
    public DateOnly To => to;

    /// <summary>Years lived between the two; those born in it are not counted until it ends.</summary>
    public double[] PersonYears { get; } = new double[strata];

    /// <summary>Deaths, infants born in the year at age 0 among them.</summary>
    public int[] Deaths { get; } = new int[strata];

    /// <summary>Deaths expected of those who were there: without the luck of who dies.</summary>
    public double[] ExpectedDeaths { get; } = new double[strata];

    /// <summary>Births by place, by the mother's home.</summary>
    public int[] Births { get; init; } = [];

    /// <summary>Residents when the year ends, after its turn.</summary>
    public int Residents { get; internal set; }

    /// <summary>Of them, aged 65 or over.</summary>
    public int Aged65 { get; internal set; }

    /// <summary>Children of four, who begin reception when it ends.</summary>
    public int Reception { get; internal set; }

    /// <summary>Children of eleven, who begin secondary school when it ends.</summary>
    public int Secondary { get; internal set; }

    /// <summary>Residents in work when it ends.</summary>
    public int Employed { get; internal set; }

    /// <summary>Households when it ends.</summary>
    public int Households { get; internal set; }

    /// <summary>Residents who came to the area in it.</summary>
    public int Arrivals { get; internal set; }

    /// <summary>Residents who left it.</summary>
    public int Departures { get; internal set; }

    /// <summary>Residents who moved from one neighbourhood to another.</summary>
    public int Movers { get; internal set; }

    /// <summary>Turns of the year between the residents of the first day and this year.</summary>
    internal int Turn { get; private init; }

    /// <summary>Seconds that the turn at its end took.</summary>
    public double TurnSeconds { get; internal set; }

    /// <summary>The year as numbers in a fixed order.</summary>
    internal double[] ToNumbers() =>
    [
        From.DayNumber, To.DayNumber, Births.Length, .. PersonYears, .. Deaths.Select(deaths => (double)deaths), .. ExpectedDeaths,
        .. Births.Select(births => (double)births), Residents, Aged65, Reception, Secondary, Employed, Households, Arrivals, Departures, Movers, TurnSeconds,
    ];

    /// <summary>What <see cref="ToNumbers"/> gave; null when these are no such numbers.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="strata">Places × deciles × sexes × ages.</param>
    internal static LivesYear? Of(double[] numbers, int strata)
    {
        const int Head = 3;
        const int Tail = 10;
        if (numbers.Length < Head || numbers[2] < 0 || numbers.Length != Head + (3 * strata) + (int)numbers[2] + Tail)
        {
            return null;
        }

        int births = Head + (3 * strata);
        double[] end = numbers[^Tail..];
        LivesYear year = new(DateOnly.FromDayNumber((int)numbers[0]), DateOnly.FromDayNumber((int)numbers[1]), strata)
        {
            Births = [.. numbers[births..^Tail].Select(number => (int)number)],
            Residents = (int)end[0],
            Aged65 = (int)end[1],
            Reception = (int)end[2],
            Secondary = (int)end[3],
            Employed = (int)end[4],
            Households = (int)end[5],
            Arrivals = (int)end[6],
            Departures = (int)end[7],
            Movers = (int)end[8],
            TurnSeconds = end[9],
        };
        numbers.AsSpan(Head, strata).CopyTo(year.PersonYears);
        for (int i = 0; i < strata; i++)
        {
            year.Deaths[i] = (int)numbers[Head + strata + i];
        }

        numbers.AsSpan(Head + (2 * strata), strata).CopyTo(year.ExpectedDeaths);
        return year;
    }
}
