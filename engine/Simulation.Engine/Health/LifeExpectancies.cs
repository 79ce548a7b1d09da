using Simulation.Engine.Demography;
using Simulation.Engine.Observation;

namespace Simulation.Engine.Health;

/// <summary>
/// Life expectancy by tenth of deprivation and by place: period tables of a year's hazards, each stratum's lowered by the share of its
/// deaths that the plan averts. Below 20 nothing changes; those groups' weights are those of their youngest adults.
/// </summary>
/// <param name="places">Names of the places.</param>
internal sealed class LifeExpectancies(IReadOnlyList<string> places)
{
    private readonly List<(DoseStratum Stratum, double People, double Left)> strata = [];

    /// <summary>Takes a stratum.</summary>
    /// <param name="stratum">Place, tenth, sex, age.</param>
    /// <param name="people">Years lived by it.</param>
    /// <param name="averted">Share of its deaths that the plan averts.</param>
    public void Add(DoseStratum stratum, double people, double averted) => strata.Add((stratum, people, 1 - averted));

    /// <summary>Tenths, then places, men before women.</summary>
    public IReadOnlyList<LifeExpectancyChange> All()
    {
        List<LifeExpectancyChange> all = [];
        foreach (IGrouping<int, (DoseStratum Stratum, double People, double Left)> tenth in strata.GroupBy(s => s.Stratum.Decile).OrderBy(g => g.Key))
        {
            all.AddRange(Of($"decile {tenth.Key + 1}", tenth.Key, tenth));
        }

        foreach (IGrouping<int, (DoseStratum Stratum, double People, double Left)> place in strata.GroupBy(s => s.Stratum.Place).OrderBy(g => g.Key))
        {
            all.AddRange(Of(places[place.Key], -1, place));
        }

        return all;
    }

    private IEnumerable<LifeExpectancyChange> Of(string name, int decile, IEnumerable<(DoseStratum Stratum, double People, double Left)> group)
    {
        foreach (bool female in new[] { false, true })
        {
            // By age band: the group's people in each tenth and place.
            ILookup<int, (DoseStratum Stratum, double People, double Left)> bands = group.Where(s => s.Stratum.Female == female).ToLookup(s => s.Stratum.Age);
            if (bands.Count < DoseBands.AgeBands)
            {
                continue;
            }

            var without = new double[100];
            var with = new double[100];
            for (int age = 0; age < without.Length; age++)
            {
                double people = 0;
                foreach ((DoseStratum stratum, double lived, double left) in bands[age < DoseBands.LowestAge ? 0 : DoseBands.AgeBand(age)])
                {
                    double hazard = lived * Mortality.HazardAt(age, female, stratum.Decile + 1) * PlaceMortality.Factor(places[stratum.Place], female);
                    people += lived;
                    without[age] += hazard;
                    with[age] += hazard * (age < DoseBands.LowestAge ? 1 : left);
                }

                without[age] /= people;
                with[age] /= people;
            }

            double last = bands[DoseBands.AgeBands - 1].Sum(s => s.People * s.Left) / bands[DoseBands.AgeBands - 1].Sum(s => s.People);
            double leftAtHundred = LifeTable.LeftAtHundred(female);
            LifeTable before = new(age => without[age], leftAtHundred);
            LifeTable after = new(age => with[age], leftAtHundred / last);
            yield return new LifeExpectancyChange(
                name, decile, female, before.Expectancy(0), after.Expectancy(0), LifeSaved.QualityAtBirth(before, female), LifeSaved.QualityAtBirth(after, female));
        }
    }
}
