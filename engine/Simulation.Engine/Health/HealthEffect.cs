namespace Simulation.Engine.Health;

/// <summary>New cases of a condition over the horizon, by year.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Baseline">Expected without the plan.</param>
/// <param name="Prevented">Prevented or postponed by it; less than 0 where it makes more.</param>
/// <param name="Worth">What those are worth, undiscounted; nothing for a condition that enters no sum.</param>
public sealed record CasesPrevented(Condition Condition, double[] Baseline, double[] Prevented, DiscountedSums Worth);

/// <summary>Sums of one way of discounting. Money is saved where it is positive.</summary>
public sealed class DiscountedSums
{
    /// <summary>QALYs of deaths averted, over the lives of those who live on.</summary>
    public double QalysFromDeaths { get; internal set; }

    /// <summary>QALYs of cases prevented, over the time that they would have lasted; without the mind.</summary>
    public double QalysFromIllness { get; internal set; }

    /// <summary>QALYs of conditions of the mind.</summary>
    public double QalysFromMind { get; internal set; }

    /// <summary>Health care of cases prevented, £ of the NHS; without the mind.</summary>
    public double HealthCare { get; internal set; }

    /// <summary>Health care of conditions of the mind, £ of the NHS.</summary>
    public double HealthCareOfMind { get; internal set; }

    /// <summary>Social care, £ of councils and people who pay for themselves.</summary>
    public double SocialCare { get; internal set; }

    /// <summary>Care by family and friends, £.</summary>
    public double InformalCare { get; internal set; }

    /// <summary>Absence from work, £ of employers.</summary>
    public double Production { get; internal set; }

    /// <summary>Social value of activity instead of QALYs, £.</summary>
    public double SocialValue { get; internal set; }

    /// <summary>All QALYs.</summary>
    public double Qalys => QalysFromDeaths + QalysFromIllness + QalysFromMind;

    /// <summary>QALYs without conditions of the mind.</summary>
    public double QalysWithoutMind => QalysFromDeaths + QalysFromIllness;

    /// <summary>NHS and social care together: the first ledger's money.</summary>
    public double Care => HealthCare + HealthCareOfMind + SocialCare;
}

/// <summary>What a plan does to the health of a group, undiscounted.</summary>
/// <param name="Name">Place, or fifth of deprivation.</param>
/// <param name="PersonYears">Years lived by its adults of 20 and over.</param>
/// <param name="Deaths">Deaths averted.</param>
/// <param name="Qalys">QALYs.</param>
public sealed record HealthGain(string Name, double PersonYears, double Deaths, double Qalys)
{
    /// <summary>QALYs for 100,000 person-years.</summary>
    public double Per100000 => PersonYears > 0 ? Qalys * 100_000 / PersonYears : 0;
}

/// <summary>What changes in health between two runs of the same residents: expected events, not drawn ones.</summary>
public sealed class HealthEffect
{
    /// <summary>Length of each year, years.</summary>
    public required IReadOnlyList<double> Lengths { get; init; }

    /// <summary>Every condition that answers to activity.</summary>
    public required IReadOnlyList<CasesPrevented> Cases { get; init; }

    /// <summary>Deaths expected without the plan, by year.</summary>
    public required double[] Deaths { get; init; }

    /// <summary>Deaths averted by the curve of all causes, by year: the headline.</summary>
    public required double[] DeathsAverted { get; init; }

    /// <summary>Deaths averted by curves of single causes. The same deaths seen another way: never added to the headline.</summary>
    public required IReadOnlyList<(CauseOfDeath Cause, double Averted)> ByCause { get; init; }

    /// <summary>Years that the averted deaths leave to live, undiscounted.</summary>
    public required double YearsOfLife { get; init; }

    /// <summary>Life expectancy of tenths of deprivation and places at the hazards of the last year.</summary>
    public required IReadOnlyList<LifeExpectancyChange> Expectancies { get; init; }

    /// <summary>Deaths averted by HEAT's formula were all of the change walking (ages 20–74).</summary>
    public required double Heat { get; init; }

    /// <summary>More adults active (150 minutes or more) in the last year.</summary>
    public required double MoreActive { get; init; }

    /// <summary>Fewer adults inactive (under 30 minutes) in the last year.</summary>
    public required double FewerInactive { get; init; }

    /// <summary>Sums by discounting, in the order of <see cref="Discounting.All"/>.</summary>
    public required IReadOnlyList<DiscountedSums> Sums { get; init; }

    /// <summary>The same undiscounted by the year of the run in which a case or a death would have come.</summary>
    public required IReadOnlyList<DiscountedSums> ByYear { get; init; }

    /// <summary>Fifths of deprivation, the most deprived first.</summary>
    public required IReadOnlyList<HealthGain> Fifths { get; init; }

    /// <summary>Places.</summary>
    public required IReadOnlyList<HealthGain> Places { get; init; }
}
