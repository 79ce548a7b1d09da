using Simulation.Engine.Observation;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Reports.Tables;

/// <summary>Every figure that a report of a study tells, in one table: what is not in here is not in the report.</summary>
public static class FindingTable
{
    private const string Inactive = "residents_inactive";
    private const string People = "residents";
    private const string Everybody = "all";

    private static readonly string[] Stratifications = [Everybody, "place", "deprivation", "age", "sex", "disability"];

    /// <summary>The figures, scenario by scenario: measures by stratum and year, fifths and their gap, owners, what the doubt rests on, money.</summary>
    /// <param name="study">What the study found.</param>
    /// <param name="drivers">What the doubt about a scenario rests on (<see cref="StudyDrivers"/>).</param>
    public static IReadOnlyList<FindingRow> Of(StudyFindings study, Func<StudyArm, IReadOnlyList<Driver>> drivers)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(drivers);
        List<FindingRow> rows = [];
        foreach (StudyArm arm in study.Arms.Concat(study.Structures.Select(s => s.Alone)))
        {
            for (int year = 0; year <= arm.Years; year++)
            {
                rows.AddRange(Measures(arm, year));
                rows.AddRange(Fifths(arm, year));
            }
        }

        foreach (StudyArm arm in study.Arms)
        {
            rows.AddRange(Contributions(arm, "owner", Contribution.Of(arm, study.Coalitions)));
            rows.AddRange(Contributions(arm, "mechanism", Contribution.Of(arm, study.Mechanisms)));
            rows.AddRange(Drivers(arm, drivers(arm)));
            rows.AddRange(Money(arm, study));
        }

        return rows;
    }

    private static IEnumerable<FindingRow> Measures(StudyArm arm, int year)
    {
        foreach (string by in Stratifications)
        {
            foreach (string stratum in arm.Pairs[0].Before.Strata(by))
            {
                if (arm.Inactive(by, stratum, year) is { } inactive)
                {
                    yield return FindingRow.Of(arm, (Inactive, People), (by, stratum), year, arm.Residents(by, stratum, year), inactive);
                }

                foreach (Indicator indicator in Indicator.All)
                {
                    if (arm.Change(indicator.Key, by, stratum, year) is { } change)
                    {
                        yield return FindingRow.Of(arm, Named(indicator), (by, stratum), year, arm.People(indicator.Key, by, stratum, year), change);
                    }
                }
            }
        }
    }

    /// <summary>Fifths of neighbourhoods, 1 the most deprived, and the gap between the first and the last.</summary>
    private static IEnumerable<FindingRow> Fifths(StudyArm arm, int year)
    {
        foreach (Indicator indicator in Indicator.All.Where(i => i.Unit == IndicatorUnit.Share))
        {
            IReadOnlyList<PairedEstimate> fifths = arm.Fifths(indicator.Key, year);
            double[] people = [.. Enumerable.Range(1, fifths.Count).Select(f => arm.People(indicator.Key, "deprivation", $"{(2 * f) - 1}", year) + arm.People(indicator.Key, "deprivation", $"{2 * f}", year))];
            for (int fifth = 0; fifth < fifths.Count; fifth++)
            {
                yield return FindingRow.Of(arm, Named(indicator), ("fifth", $"{fifth + 1}"), year, people[fifth], fifths[fifth]);
            }

            if (arm.Gap(indicator.Key, year) is { } gap && fifths.Count > 0)
            {
                yield return FindingRow.Of(arm, Named(indicator), ("gap", "1 to 5"), year, Math.Min(people[0], people[^1]), gap);
            }
        }
    }

    /// <summary>What each owner or mechanism carries, alone, and withdrawing from the others; fewer residents inactive are a change below 0.</summary>
    private static IEnumerable<FindingRow> Contributions(StudyArm arm, string who, IReadOnlyList<Contribution> shares)
    {
        if (shares.Count > 0)
        {
            // With central values, and so not the mean of the draws.
            yield return Plain(arm, Inactive, People, who, "all", -shares.Sum(s => s.Share.Mean), "known");
        }

        foreach (Contribution share in shares)
        {
            yield return FindingRow.Of(arm, (Inactive, People), (who, share.Name), 0, arm.Residents(), share.Share.Negated());
            yield return Plain(arm, Inactive, People, who + " alone", share.Name, -share.Alone, "known");
            yield return Plain(arm, Inactive, People, who + " withdrawn", share.Name, -share.Withdrawn, "known");
        }
    }

    private static IEnumerable<FindingRow> Drivers(StudyArm arm, IReadOnlyList<Driver> drivers)
    {
        foreach (Driver driver in drivers)
        {
            yield return Plain(arm, Inactive, People, "where low", driver.Name, -driver.Low, "line");
            yield return Plain(arm, Inactive, People, "where high", driver.Name, -driver.High, "line");
            yield return Plain(arm, "rank_correlation", "1", "number", driver.Name, driver.Correlation, "line");
            yield return Plain(arm, "share_of_doubt", "share", "number", driver.Name, driver.Share, "line");
            yield return Plain(arm, "worth_of_knowing", People, "number", driver.Name, driver.Knowing, "line");
        }
    }

    private static IEnumerable<FindingRow> Money(StudyArm arm, StudyFindings study)
    {
        foreach (LeverCost cost in study.Costs.Where(c => c.Arm == arm.Name))
        {
            yield return Plain(arm, "capital", "pounds", "lever", cost.Label, cost.Capital, "price");
            yield return Plain(arm, "running_a_year", "pounds", "lever", cost.Label, cost.Running, "price");
        }

        if (Verdict.Of(arm, study) is not { } verdict)
        {
            yield break;
        }

        yield return Plain(arm, "cost", "pounds", Everybody, Everybody, verdict.Cost, "price");
        yield return Plain(arm, "cost_each", "pounds", Everybody, Everybody, verdict.CostEach, "known");
        if (verdict.Target is { } target)
        {
            yield return Plain(arm, "target", People, Everybody, Everybody, target, "price");
            yield return Plain(arm, "share_of_target", "share", Everybody, Everybody, verdict.Share, "known", verdict.Likely?.Times(1 / target));
            yield return Plain(arm, "draws_reaching_target_within_budget", "draws", Everybody, Everybody, verdict.ReachingWithinBudget, "known");
        }

        if (verdict.Budget is { } budget)
        {
            yield return Plain(arm, "budget", "pounds", Everybody, Everybody, budget, "price");
        }
    }

    private static (string Key, string Unit) Named(Indicator indicator) => (indicator.Key, indicator.Unit.ToString().ToLowerInvariant());

    private static FindingRow Plain(StudyArm arm, string indicator, string unit, string by, string stratum, double? value, string reliability, Interval? likely = null) => new()
    {
        Scenario = arm.Name,
        Indicator = indicator,
        Unit = unit,
        By = by,
        Stratum = stratum,
        Year = 0,
        Change = value is { } known && double.IsFinite(known) ? known : null,
        Lower80 = likely?.Low,
        Upper80 = likely?.High,
        Pairs = arm.Used().Count,
        Draws = arm.Used().Select(p => p.Draw).Where(d => d > 0).Distinct().Count(),
        Reliability = reliability,
    };
}
