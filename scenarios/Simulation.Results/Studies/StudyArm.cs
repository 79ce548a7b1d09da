using Simulation.Results.Indicators;
using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>One scenario of a study: its pairs of runs and whatever is asked of them.</summary>
/// <param name="Name">Name, with the sweep's settings.</param>
/// <param name="Pairs">Its pairs, by draw and seed.</param>
public sealed record StudyArm(string Name, IReadOnlyList<RunPair> Pairs)
{
    private const string All = "all";

    private static readonly string[] Burdens = ["adults_inactive", "children_less_active"];

    /// <summary>Years of the horizon.</summary>
    public int Years => Pairs[0].Before.Years;

    /// <summary>Residents of the region for each one simulated: numbers of people are the region's, like what is paid for them.</summary>
    public double Scale => Pairs[0].Before.Scale;

    /// <summary>How much an indicator changes; null where it was not recorded, or nobody was there to measure.</summary>
    /// <param name="indicator">Indicator.</param>
    /// <param name="by">Stratification.</param>
    /// <param name="stratum">Stratum.</param>
    /// <param name="year">Year from 1, or the last one.</param>
    public PairedEstimate? Change(string indicator, string by = All, string stratum = All, int year = RunSummary.LastYear) =>
        Estimated(pair => Both(pair, indicator, by, stratum, year) is var (before, after)
            ? (before.Value, after.Value)
            : null);

    /// <summary>Residents of the region whom an indicator is about at a time, mean over the pairs; 0 where it was not recorded.</summary>
    /// <inheritdoc cref="Change"/>
    public double People(string indicator, string by = All, string stratum = All, int year = RunSummary.LastYear) =>
        Pairs.Select(p => p.Before.Scale * (p.Before.Find(indicator, by, stratum, year)?.Count ?? 0) / p.Before.DaysAWeek(indicator)).DefaultIfEmpty().Average();

    /// <summary>How many residents of the region are inactive: adults with less than half an hour a week, and children less active.</summary>
    /// <inheritdoc cref="Change"/>
    public PairedEstimate? Inactive(string by = All, string stratum = All, int year = RunSummary.LastYear) => Estimated(pair =>
    {
        double before = 0;
        double after = 0;
        foreach (string burden in Burdens)
        {
            if (Both(pair, burden, by, stratum, year) is not var (old, changed))
            {
                return null;
            }

            before += pair.Before.Scale * old.Value * old.Count;
            after += pair.Before.Scale * changed.Value * old.Count;
        }

        return (before, after);
    });

    /// <summary>Those whom <see cref="Inactive"/> is about.</summary>
    /// <inheritdoc cref="Change"/>
    public double Residents(string by = All, string stratum = All, int year = RunSummary.LastYear) =>
        Burdens.Sum(burden => People(burden, by, stratum, year));

    /// <summary>What an indicator changes in the fifths of deprivation, the most deprived first; empty where it was not recorded.</summary>
    public IReadOnlyList<PairedEstimate> Fifths(string indicator, int year = RunSummary.LastYear)
    {
        List<PairedEstimate> fifths = [];
        for (int fifth = 0; fifth < 5; fifth++)
        {
            string[] deciles = [$"{(2 * fifth) + 1}", $"{(2 * fifth) + 2}"];
            if (Estimated(pair => Fifth(pair, indicator, deciles, year)) is not { } estimate)
            {
                return [];
            }

            fifths.Add(estimate);
        }

        return fifths;
    }

    /// <summary>The gap between the most and the least deprived fifth, without the plan and what it changes of it.</summary>
    public PairedEstimate? Gap(string indicator, int year = RunSummary.LastYear) => Estimated(pair =>
        Fifth(pair, indicator, ["1", "2"], year) is var (mostBefore, mostAfter) && Fifth(pair, indicator, ["9", "10"], year) is var (leastBefore, leastAfter)
            ? (mostBefore - leastBefore, mostAfter - leastAfter)
            : null);

    /// <summary>How the benefit falls over deprivation, all years together; null where deprivation was not recorded.</summary>
    /// <param name="indicator">A share.</param>
    /// <param name="moreIsBetter">Whether more of it is a benefit.</param>
    public BenefitSlope? Slope(string indicator, bool moreIsBetter)
    {
        List<(int, ulong, IReadOnlyList<GroupBenefit>)> draws = [];
        foreach (RunPair pair in Used())
        {
            GroupBenefit[] groups = new GroupBenefit[10];
            for (int decile = 10; decile >= 1; decile--)
            {
                double benefit = 0;
                double years = 0;
                for (int year = 1; year <= pair.Before.Years; year++)
                {
                    if (Both(pair, indicator, "deprivation", $"{decile}", year) is var (before, after))
                    {
                        benefit += (moreIsBetter ? 1 : -1) * (after.Value - before.Value) * before.Count * pair.Before.Scale;
                        years += before.Count * pair.Before.Scale;
                    }
                }

                groups[10 - decile] = new GroupBenefit(benefit, years);
            }

            if (groups.Count(g => g.PersonYears > 0) < 2)
            {
                return null;
            }

            draws.Add((pair.Draw, pair.Seed, groups));
        }

        return BenefitSlope.Of(draws);
    }

    /// <summary>The pairs that estimates rest on: the draws where there are any, else the central values.</summary>
    public IReadOnlyList<RunPair> Used() => Pairs.Any(p => p.Draw > 0) ? [.. Pairs.Where(p => p.Draw > 0)] : Pairs;

    private PairedEstimate? Estimated(Func<RunPair, (double Before, double After)?> of)
    {
        List<PairedDifference> differences = [];
        foreach (RunPair pair in Pairs)
        {
            if (of(pair) is not var (before, after))
            {
                // A draw that cannot be formed is no draw to leave out: the figure is not known.
                return null;
            }

            differences.Add(new PairedDifference(pair.Draw, pair.Seed, before, after));
        }

        return differences.Count == 0 ? null : PairedEstimate.Of(differences);
    }

    private static (Figure Before, Figure After)? Both(RunPair pair, string indicator, string by, string stratum, int year) =>
        pair.Before.Find(indicator, by, stratum, year) is { } before && pair.After.Find(indicator, by, stratum, year) is { } after ? (before, after) : null;

    private static (double Before, double After)? Fifth(RunPair pair, string indicator, string[] deciles, int year)
    {
        List<GroupFigure> before = [];
        List<GroupFigure> after = [];
        foreach (string decile in deciles)
        {
            if (Both(pair, indicator, "deprivation", decile, year) is var (old, changed))
            {
                before.Add(new GroupFigure(old.Count, old.Value));
                after.Add(new GroupFigure(old.Count, changed.Value));
            }
        }

        return Figures.Joined(before) is { Count: > 0 } joined ? (joined.Value, Figures.Joined(after).Value) : null;
    }
}
