namespace Simulation.Engine.Demography;

/// <summary>What a year of lives came to: by place, decile, sex and age at its beginning (<see cref="Mortality.Index"/>).</summary>
/// <param name="from">First day.</param>
/// <param name="to">The day after the last: a first of September.</param>
/// <param name="strata">Places × deciles × sexes × ages.</param>
public sealed class LivesYear(DateOnly from, DateOnly to, int strata)
{
    /// <summary>A year of so many places in which nothing has happened yet.</summary>
    internal static LivesYear Of(DateOnly from, DateOnly to, int places) => new(from, to, Mortality.Index(places, 1, false, 0)) { Births = new int[places] };

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

    /// <summary>Children who begin reception when it ends.</summary>
    public int Reception { get; internal set; }

    /// <summary>Children who change to a secondary school when it ends.</summary>
    public int Secondary { get; internal set; }

    /// <summary>Residents in work when it ends.</summary>
    public int Employed { get; internal set; }

    /// <summary>Seconds that the turn at its end took.</summary>
    public double TurnSeconds { get; internal set; }
}
