using Simulation.Engine.Observation;
using Simulation.Results.Sentences;
using Simulation.Results.Statistics;
using Simulation.Results.Studies;

namespace Simulation.Reports.Tables;

/// <summary>What a scenario changes in one area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Count">Simulated residents that it is about, a week's mean.</param>
/// <param name="Change">The change of the share.</param>
/// <param name="Lower">Lower end of its range: of the draws for a place (19 times in 20), of chance alone for a neighbourhood.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Told">Whether it is told from no change.</param>
internal sealed record AreaChange(MapArea Area, double Count, double Change, double Lower, double Upper, bool Told)
{
    /// <summary>The changes of a share in every area of a map where it was recorded and rests on enough residents to be told apart.</summary>
    public static IEnumerable<AreaChange> Of(StudyArm arm, StudyMap map, string indicator)
    {
        foreach (MapArea area in map.Areas)
        {
            AreaChange? change = area.By == Stratification.Place ? Place(arm, area, indicator) : Neighbourhood(arm, area, indicator);
            if (change is { Count: >= FindingRow.Few })
            {
                yield return change;
            }
        }
    }

    private static AreaChange? Place(StudyArm arm, MapArea area, string indicator)
    {
        if (arm.Change(indicator, area.By, area.Key) is not { } change)
        {
            return null;
        }

        Interval range = change.Wide ?? new Interval(double.NaN, double.NaN);
        double people = arm.People(indicator, area.By, area.Key) / arm.Scale;
        bool told = change.Likely is not null
            ? StudyAnswer.Spoken(change).Against(Words.All.Region) == Certainty.Known
            : OneRun.Tells(change.Mean, people);
        return new AreaChange(area, people, change.Mean, range.Low, range.High, told);
    }

    private static AreaChange? Neighbourhood(StudyArm arm, MapArea area, string indicator)
    {
        double people = 0;
        double change = 0;
        int pairs = 0;
        foreach (RunPair pair in arm.Pairs.Where(p => p.Draw == 0))
        {
            if (pair.Before.Find(indicator, area.By, area.Key, RunSummary.LastYear) is not { } before || pair.After.Find(indicator, area.By, area.Key, RunSummary.LastYear) is not { } after)
            {
                return null;
            }

            people += before.Count / pair.Before.DaysAWeek(indicator);
            change += after.Value - before.Value;
            pairs++;
        }

        if (pairs == 0)
        {
            return null;
        }

        double mean = change / pairs;

        // Seeds are other luck: as many residents again.
        double chance = OneRun.Chance(mean, people);
        return new AreaChange(area, people / pairs, mean, mean - chance, mean + chance, OneRun.Tells(mean, people));
    }
}
