using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Reports.Tables;

/// <summary>One figure of a study as every export gives it: never without its ends.</summary>
public sealed class FindingRow
{
    /// <summary>Fewer simulated residents than this are not told apart: a figure that rests on fewer is withheld.</summary>
    public const int Few = 10;

    /// <summary>Scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>What the values are: share, minutes, cars, slope, residents, pounds.</summary>
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

    /// <summary><c>known</c>, <c>one pair</c>, <c>withheld</c> (fewer than ten), <c>price</c> (not drawn) or <c>line</c> (read off a line through the draws).</summary>
    public required string Reliability { get; init; }

    /// <summary>Of a share: how many residents (or days of pupils and workers) of the region the change stands for.</summary>
    public double? People { get; init; }

    /// <summary>Lower end of the range that holds them 8 times in 10.</summary>
    public double? PeopleLower80 { get; init; }

    /// <summary>Its upper end.</summary>
    public double? PeopleUpper80 { get; init; }

    /// <summary>A figure that pairs of runs estimate.</summary>
    /// <param name="arm">The scenario.</param>
    /// <param name="indicator">What is measured, and in which unit.</param>
    /// <param name="by">Stratification and stratum.</param>
    /// <param name="year">Year of the horizon, 0 for the last 52 weeks.</param>
    /// <param name="count">Residents of the region whom it is about.</param>
    /// <param name="estimate">The estimate.</param>
    internal static FindingRow Of(StudyArm arm, (string Key, string Unit) indicator, (string By, string Stratum) by, int year, double count, PairedEstimate estimate)
    {
        bool withheld = count / arm.Scale < Few;
        double? people = indicator.Unit == "share" ? count : null;
        double? Told(double? value) => withheld || value is not { } v || !double.IsFinite(v) ? null : v;
        return new FindingRow
        {
            Scenario = arm.Name,
            Indicator = indicator.Key,
            Unit = indicator.Unit,
            By = by.By,
            Stratum = by.Stratum,
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
            People = Told(people * estimate.Mean),
            PeopleLower80 = Told(people * estimate.Likely?.Low),
            PeopleUpper80 = Told(people * estimate.Likely?.High),
        };
    }
}
