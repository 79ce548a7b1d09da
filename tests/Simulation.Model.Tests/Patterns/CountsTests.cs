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

            (counted.AdultsInactive, counted.AdultsFairly, counted.AdultsActive).ShouldBe((expected.AdultsInactive, expected.AdultsFairly, expected.AdultsActive));
            (counted.ChildrenLess, counted.ChildrenFairly, counted.ChildrenActive).ShouldBe((expected.ChildrenLess, expected.ChildrenFairly, expected.ChildrenActive));
            (counted.Travel4, counted.Travel12, counted.Travel20).ShouldBe((expected.Travel4, expected.Travel12, expected.Travel20));
            counted.AdultMinutes.ShouldBe(expected.AdultMinutes);
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

        strata.ShouldBe(neighbourhoods);
        strata.SchoolDays.ShouldBe(run.Cells.Trips.ToArray().Sum());
        strata.SchoolDays.ShouldBeGreaterThan(0);
        strata.WorkDays.ShouldBeGreaterThan(0);
    }

    private static Tally Plain(ModelState state, int n)
    {
        Segments layout = state.Population.Residents.Layout;
        Tally tally = default;
        for (int row = layout.First(n); row < layout.End(n); row++)
        {
            int minutes = state.Residents.WeekMinutes.Sum(week => week[row]);
            int key = state.Residents.Key[row];
            if (Demographics.Child(key))
            {
                tally.ChildrenLess += minutes < 28 * 30 ? 1 : 0;
                tally.ChildrenFairly += minutes is >= 28 * 30 and < 28 * 60 ? 1 : 0;
                tally.ChildrenActive += minutes >= 28 * 60 ? 1 : 0;
            }
            else if (Demographics.Adult(key))
            {
                int travelled = BitOperations.PopCount((uint)state.Residents.TravelDays[row] & 0x0FFFFFFF);
                tally.AdultsInactive += minutes < 4 * 30 ? 1 : 0;
                tally.AdultsFairly += minutes is >= 4 * 30 and < 4 * 150 ? 1 : 0;
                tally.AdultsActive += minutes >= 4 * 150 ? 1 : 0;
                tally.Travel4 += travelled >= 4 ? 1 : 0;
                tally.Travel12 += travelled >= 12 ? 1 : 0;
                tally.Travel20 += travelled >= 20 ? 1 : 0;
                tally.AdultMinutes += minutes;
            }
        }

        return tally;
    }
}
