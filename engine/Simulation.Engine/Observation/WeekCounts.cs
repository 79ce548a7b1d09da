namespace Simulation.Engine.Observation;

/// <summary>A week's counts of every stratum. Its numbers are only valid until the next week.</summary>
public readonly ref struct WeekCounts
{
    /// <summary>Last day of the week.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The strata, the same list every week.</summary>
    public required IReadOnlyList<Stratum> Strata { get; init; }

    /// <summary>The indicators that can be formed, the same list every week.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Counts, in the order of <see cref="Strata"/>.</summary>
    public required ReadOnlySpan<Tally> Tallies { get; init; }

    /// <summary>Adults by place, deprivation, sex, age and minutes; null but for every fourth week.</summary>
    public DoseCounts? Doses { get; init; }
}

/// <summary>Where a run's counts go, a week at a time.</summary>
public interface ICountSink
{
    /// <summary>Takes all counts of one week.</summary>
    void Record(WeekCounts week);
}
