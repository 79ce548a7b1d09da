using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>The answer of a study in sentences, made by rule from its estimates.</summary>
public static class StudyAnswer
{
    private const string Inactivity = "residents_inactive";

    /// <summary>What a scenario does, the most important first; where the study has a target, what counts towards it comes before all.</summary>
    public static IReadOnlyList<Sentence> Of(StudyArm arm, StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(study);
        IReadOnlyList<Sentence> summary = Summary.Of(Findings(arm));
        return study.Target is not null && arm.Inactive() is { } inactive && arm.Residents() is > 0 and var people
            ? [Sentence.Of(new Finding(Inactivity, Spoken(inactive, 1 / people), people) { WithoutRange = Without(arm) }), .. summary]
            : summary;
    }

    /// <summary>A scenario as the plain numbers that sentences are made from.</summary>
    public static PlanFindings Findings(StudyArm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        List<Finding> changes = [];
        List<PlaceFinding> places = [];
        List<SpreadFinding> spreads = [];
        foreach (Indicator indicator in Indicator.All.Where(i => Words.All.Of(i.Key) is not null))
        {
            if (Finding(arm, indicator, "all", "all") is not { } change)
            {
                continue;
            }

            changes.Add(change);
            places.AddRange(arm.Pairs[0].Before.Strata("place")
                .Select(p => (Place: p, Finding: Finding(arm, indicator, "place", p))).Where(p => p.Finding is not null).Select(p => new PlaceFinding(p.Place, p.Finding!)));
            if (indicator.Unit == IndicatorUnit.Share && arm.Gap(indicator.Key) is { } gap && arm.Fifths(indicator.Key) is { Count: 5 } fifths)
            {
                double poorest = Simulated(arm, indicator, "1") + Simulated(arm, indicator, "2");
                double richest = Simulated(arm, indicator, "9") + Simulated(arm, indicator, "10");
                Estimate between = Spoken(gap);
                if (!between.HasRange && poorest > 0 && richest > 0)
                {
                    between = between with { Chance = OneRun.ChanceOfGap(fifths[0].Mean, poorest, fifths[4].Mean, richest) };
                }

                GapFinding told = new(indicator.Key, gap.Before, between) { WithoutRange = Without(arm) };
                spreads.Add(new SpreadFinding(Told(Spoken(fifths[0]), poorest), Told(Spoken(fifths[4]), richest), told));
            }
        }

        return new PlanFindings(changes, places, spreads);
    }

    /// <summary>An estimate as sentences take it: its middle and the range that holds it 8 times in 10.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="factor">What it is multiplied with.</param>
    public static Estimate Spoken(PairedEstimate estimate, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        Interval? range = estimate.Likely?.Times(factor);
        return new Estimate(estimate.Mean * factor, range?.Low, range?.High);
    }

    private static Finding? Finding(StudyArm arm, Indicator indicator, string by, string stratum) => arm.Change(indicator.Key, by, stratum) is { } change
        ? new Finding(
            indicator.Key, indicator.Unit == IndicatorUnit.Share ? Told(Spoken(change), arm.People(indicator.Key, by, stratum) / arm.Scale) : Spoken(change),
            arm.People(indicator.Key, by, stratum))
        {
            Good = indicator.Better switch { Better.Higher => 1, Better.Lower => -1, _ => 0 },
            WithoutRange = Without(arm),
        }
        : null;

    /// <summary>One run of each has no range: what chance alone may make of it follows from how many were simulated.</summary>
    private static Estimate Told(Estimate change, double simulated) =>
        change.HasRange || simulated <= 0 ? change : change with { Chance = OneRun.Chance(change.Value, simulated) };

    private static double Simulated(StudyArm arm, Indicator indicator, string decile) => arm.People(indicator.Key, Stratification.Deprivation, decile) / arm.Scale;

    private static NoRange Without(StudyArm arm) => arm.Used().Count == 1 ? NoRange.OneRun : NoRange.Unknown;
}
