using Simulation.Engine.Observation;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Reports.Tables;

/// <summary>One figure of a study as every export gives it: never without its ends.</summary>
public sealed class FindingRow
{
    /// <summary>Fewer simulated residents than this are not told apart: a figure that rests on fewer is withheld.</summary>
    public const int Few = 10;

    private static readonly string[] Stratifications = ["all", "place", "deprivation", "age", "sex", "disability"];

    /// <summary>Scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>What the values are: share, minutes, cars, slope, residents.</summary>
    public required string Unit { get; init; }

    /// <summary>Stratification, <c>all</c> for everybody.</summary>
    public required string By { get; init; }

    /// <summary>Stratum, <c>all</c> for everybody.</summary>
    public required string Stratum { get; init; }

    /// <summary>Year of the horizon from 1; 0 for the last 52 weeks.</summary>
    public required int Year { get; init; }

    /// <summary>Residents of the region whom it is about, a week's mean.</summary>
    public double? Count { get; init; }

    /// <summary>Mean without the plan.</summary>
    public double? Without { get; init; }

    /// <summary>Mean with it.</summary>
    public double? With { get; init; }

    /// <summary>Mean difference.</summary>
    public double? Change { get; init; }

    /// <summary>Lower end of the range that holds it 8 times in 10.</summary>
    public double? Lower80 { get; init; }

    /// <summary>Its upper end.</summary>
    public double? Upper80 { get; init; }

    /// <summary>Lower end of the range that holds it 19 times in 20.</summary>
    public double? Lower95 { get; init; }

    /// <summary>Its upper end.</summary>
    public double? Upper95 { get; init; }

    /// <summary>Probability that there is more of it with the plan.</summary>
    public double? ProbabilityMore { get; init; }

    /// <summary>Chance as a share of the spread of one realised future.</summary>
    public double? ChanceShare { get; init; }

    /// <summary>Pairs of runs that it rests on.</summary>
    public int Pairs { get; init; }

    /// <summary>Draws of the evidence among them.</summary>
    public int Draws { get; init; }

    /// <summary><c>known</c>, <c>one pair</c> or <c>withheld</c> (fewer than ten).</summary>
    public required string Reliability { get; init; }

    /// <summary>Every figure of a study.</summary>
    public static IReadOnlyList<FindingRow> Of(StudyFindings study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<FindingRow> rows = [];
        foreach (StudyArm arm in study.Arms.Concat(study.Structures.Select(s => s.Alone)))
        {
            for (int year = 0; year <= arm.Years; year++)
            {
                foreach (string by in Stratifications)
                {
                    foreach (string stratum in arm.Pairs[0].Before.Strata(by))
                    {
                        if (arm.Inactive(by, stratum, year) is { } inactive)
                        {
                            rows.Add(Row(arm, "residents_inactive", "residents", by, stratum, year, arm.Residents(by, stratum, year), inactive));
                        }

                        foreach (Indicator indicator in Engine.Observation.Indicator.All)
                        {
                            if (arm.Change(indicator.Key, by, stratum, year) is { } change)
                            {
                                rows.Add(Row(arm, indicator.Key, indicator.Unit.ToString().ToLowerInvariant(), by, stratum, year, arm.People(indicator.Key, by, stratum, year), change));
                            }
                        }
                    }
                }
            }
        }

        return rows;
    }

    private static FindingRow Row(StudyArm arm, string indicator, string unit, string by, string stratum, int year, double count, PairedEstimate estimate)
    {
        bool withheld = count / arm.Scale < Few;
        double? Told(double? value) => withheld || value is not { } v || !double.IsFinite(v) ? null : v;
        return new FindingRow
        {
            Scenario = arm.Name,
            Indicator = indicator,
            Unit = unit,
            By = by,
            Stratum = stratum,
            Year = year,
            Count = withheld ? null : count,
            Without = Told(estimate.Before),
            With = Told(estimate.After),
            Change = Told(estimate.Mean),
            Lower80 = Told(estimate.Likely?.Low),
            Upper80 = Told(estimate.Likely?.High),
            Lower95 = Told(estimate.Wide?.Low),
            Upper95 = Told(estimate.Wide?.High),
            ProbabilityMore = Told(estimate.Above),
            ChanceShare = Told(estimate.Split.ChanceShare),
            Pairs = estimate.Split.Pairs,
            Draws = estimate.Split.Draws,
            Reliability = withheld ? "withheld" : estimate.Likely is null ? "one pair" : "known",
        };
    }
}
