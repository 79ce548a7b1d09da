using System.Numerics;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Patterns;

/// <summary>The week's counts beside plain counts over the columns.</summary>
public sealed class CountsTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    // 6 September 2026 is a Sunday: the columns stand as they were counted.
    private const int ToSunday = 6;

    private static readonly CountKey[] Residents = [.. Enum.GetValues<CountKey>().Where(key => key <= CountKey.AdultMinutes)];

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void Sums_OfANeighbourhood_AreItsResidentsCountedOneByOne(int workers, int lanes)
    {
        using ModelRun run = test.Run(ToSunday, workers: workers, lanes: lanes);
        for (int n = 0; n < test.Population.Neighbourhoods.Count; n++)
        {
            Tally counted = run.Cells.Sums[n];
            Tally expected = Plain(run.State, n);

            foreach (CountKey key in Residents)
            {
                counted[key].ShouldBe(expected[key], key.ToString());
            }
        }
    }

    [Fact]
    public void Strata_AllTogether_AreAllNeighbourhoodsTogether()
    {
        using ModelRun run = test.Run(ToSunday);
        Tally neighbourhoods = default;
        foreach (Tally sum in run.Cells.Sums)
        {
            neighbourhoods.Add(sum);
        }

        Tally strata = default;
        for (int s = 0; s < run.Cells.Strata.Length; s++)
        {
            strata.Add(run.Cells.Strata[s].Of(s % Demographics.AllKeys));
        }

        // Sessions and speeds are counted by neighbourhood only.
        neighbourhoods[CountKey.AdultsOfSessions].ShouldBe(neighbourhoods.Sum(Indicator.Find("adults_active").Denominator));
        neighbourhoods[CountKey.StreetResidents].ShouldBe(test.Population.Count);
        neighbourhoods[CountKey.AdultSessions].ShouldBe(Sessions(run.State));
        foreach (CountKey key in (CountKey[])[CountKey.AdultSessions, CountKey.AdultsOfSessions, CountKey.StreetSpeed, CountKey.StreetResidents])
        {
            neighbourhoods[key] = 0;
        }

        strata.ShouldBe(neighbourhoods);
        strata.Sum(Indicator.Find("school_walk").Denominator).ShouldBe(run.Cells.Trips.ToArray().Sum());
        strata.Sum(Indicator.Find("school_walk").Denominator).ShouldBeGreaterThan(0);
        strata.Sum(Indicator.Find("commute_walk").Denominator).ShouldBeGreaterThan(0);
    }

    private static long Sessions(RunState state)
    {
        long sessions = 0;
        for (int row = 0; row < state.Residents.Key.Length; row++)
        {
            sessions += Demographics.Adult(state.Residents.Key[row]) ? System.Numerics.BitOperations.PopCount(state.Residents.LeisureDays[row] & 0x7Fu) : 0;
        }

        return sessions;
    }

    private static Tally Plain(RunState state, int n)
    {
        Segments layout = state.Population.Residents.Layout;
        Tally tally = default;
        for (int row = layout.First(n); row < layout.End(n); row++)
        {
            int minutes = state.Residents.WeekMinutes.Sum(week => week[row]);
            int key = state.Residents.Key[row];
            if (Demographics.Child(key))
            {
                tally[CountKey.ChildrenLessActive] += minutes < 28 * 30 ? 1 : 0;
                tally[CountKey.ChildrenFairlyActive] += minutes is >= 28 * 30 and < 28 * 60 ? 1 : 0;
                tally[CountKey.ChildrenActive] += minutes >= 28 * 60 ? 1 : 0;
            }
            else if (Demographics.Adult(key))
            {
                int travelled = BitOperations.PopCount((uint)state.Residents.TravelDays[row] & 0x0FFFFFFF);
                tally[CountKey.AdultsInactive] += minutes < 4 * 30 ? 1 : 0;
                tally[CountKey.AdultsFairlyActive] += minutes is >= 4 * 30 and < 4 * 150 ? 1 : 0;
                tally[CountKey.AdultsActive] += minutes >= 4 * 150 ? 1 : 0;
                tally[CountKey.AdultsTravel4] += travelled >= 4 ? 1 : 0;
                tally[CountKey.AdultsTravel12] += travelled >= 12 ? 1 : 0;
                tally[CountKey.AdultsTravel20] += travelled >= 20 ? 1 : 0;
                tally[CountKey.AdultMinutes] += minutes;
            }
        }

        return tally;
    }
}
