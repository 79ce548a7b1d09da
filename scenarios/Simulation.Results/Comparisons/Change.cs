using Simulation.Engine.Observation;
using Simulation.Results.Indicators;
using Simulation.Results.Sentences;

namespace Simulation.Results.Comparisons;

/// <summary>One indicator of one stratum in the baseline and in a scenario.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Stratum">Stratum, <c>all</c> for everybody.</param>
/// <param name="Baseline">Figure of the baseline.</param>
/// <param name="Scenario">Figure of the scenario.</param>
public sealed record Change(Indicator Indicator, string Stratum, Figure Baseline, Figure Scenario)
{
    /// <summary>Scenario less baseline.</summary>
    public double Difference => Scenario.Value - Baseline.Value;

    /// <summary>Days of a week on which the indicator counts each resident: above 1 where it counts trips.</summary>
    public double DaysAWeek { get; init; } = 1;

    /// <summary>Residents of the region for each that was simulated.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Residents of the region that the indicator is about at a time: adults, or the children who go to school on a school day.</summary>
    public double People => Baseline.Count * Scale / DaysAWeek;

    /// <summary>The difference as sentences take it: one run of each, and what chance alone may make of it among those who were simulated.</summary>
    public Estimate Estimate => new(Difference)
    {
        Chance = Indicator.Unit == IndicatorUnit.Share && Baseline.Count > 0 ? OneRun.Chance(Difference, Baseline.Count / DaysAWeek) : 0,
    };

    /// <summary>Residents of the region to whom the difference happens, at a time; null where the indicator is not a share.</summary>
    public double? Affected => Indicator.Unit == IndicatorUnit.Share ? Difference * People : null;

    /// <summary>Whether the difference is for the better: 1 yes, −1 no, 0 neither or none.</summary>
    public int Direction => Indicator.Better switch
    {
        Better.Higher => Math.Sign(Difference),
        Better.Lower => -Math.Sign(Difference),
        _ => 0,
    };
}

/// <summary>How an indicator is spread over deprivation in the baseline and in a scenario.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Baseline">The baseline's spread.</param>
/// <param name="Scenario">The scenario's spread.</param>
public sealed record EquityChange(Indicator Indicator, Inequality Baseline, Inequality Scenario)
{
    /// <summary>Days of a week on which the indicator counts each resident: above 1 where it counts trips.</summary>
    public double DaysAWeek { get; init; } = 1;

    /// <summary>Change of the slope index.</summary>
    public double Slope => Scenario.Slope - Baseline.Slope;

    /// <summary>Change of the gap between the most and the least deprived fifth.</summary>
    public double Gap => Scenario.Gap - Baseline.Gap;

    /// <summary>Change in the most deprived fifth.</summary>
    public double MostDeprived => Scenario.MostDeprived - Baseline.MostDeprived;

    /// <summary>Change in the least deprived fifth.</summary>
    public double LeastDeprived => Scenario.LeastDeprived - Baseline.LeastDeprived;

    /// <summary>What may be said of the gap.</summary>
    public GapFinding Finding => new(Indicator.Key, Baseline.Gap, new Estimate(Gap)
    {
        Chance = OneRun.ChanceOfGap(MostDeprived, Baseline.MostDeprivedCount / DaysAWeek, LeastDeprived, Baseline.LeastDeprivedCount / DaysAWeek),
    });

    /// <summary>The change in the most deprived fifth, as sentences take it.</summary>
    public Estimate Poorest => new(MostDeprived) { Chance = OneRun.Chance(MostDeprived, Baseline.MostDeprivedCount / DaysAWeek) };

    /// <summary>The change in the least deprived fifth, as sentences take it.</summary>
    public Estimate Richest => new(LeastDeprived) { Chance = OneRun.Chance(LeastDeprived, Baseline.LeastDeprivedCount / DaysAWeek) };

    /// <summary>
    /// The gap narrows although the most deprived fifth is not better off: others have fallen towards it. Such a gap is no
    /// success. Changes too small to be worth naming count as none.
    /// </summary>
    public bool LevelsDown =>
        Finding.Says == GapChange.Narrows
        && Indicator.Better switch
        {
            Better.Higher => MostDeprived < Words.All.Region,
            Better.Lower => MostDeprived > -Words.All.Region,
            _ => false,
        };
}
