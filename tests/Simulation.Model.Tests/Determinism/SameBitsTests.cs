using Simulation.Engine.Interventions;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Determinism;

public sealed class SameBitsTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 0)]
    [InlineData(7, 0)]
    [InlineData(2, 8)]
    [InlineData(2, 4)]
    [InlineData(2, 1)]
    public void StateHash_AnyWorkersAndAnyLanes_IsTheSame(int workers, int lanes)
    {
        using ModelRun one = test.Run(9, workers: 1, lanes: 16, effects: SchoolStreets(0));
        using ModelRun other = test.Run(9, workers: workers, lanes: lanes, effects: SchoolStreets(0));

        other.StateHash().ShouldBe(one.StateHash());
    }

    [Fact]
    public void StateHash_RunTwice_IsTheSame()
    {
        using ModelRun first = test.Run(5);
        using ModelRun second = test.Run(5);

        second.StateHash().ShouldBe(first.StateHash());
    }

    [Fact]
    public void StateHash_AnotherSeed_IsAnother()
    {
        using ModelRun first = test.Run(2);
        using ModelRun second = test.Run(2, seed: 2);

        second.StateHash().ShouldNotBe(first.StateHash());
    }

    [Fact]
    public void Figures_EffectsThatDoNothing_DifferFromTheBaselineByZero()
    {
        Figures baseline = new();
        Figures nothing = new();
        Effect neutral = new()
        {
            Source = "neutral",
            Lever = Lever.LeisureNorm,
            Rows = [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count)],
            Amounts = [0f],
            Starts = [new DateOnly(2026, 9, 20).DayNumber],
            RampDays = 10,
        };
        using ModelRun a = test.Run(28, sink: baseline);
        using ModelRun b = test.Run(28, [neutral], sink: nothing);

        nothing.Rows.ShouldBe(baseline.Rows);
        b.StateHash().ShouldBe(a.StateHash());
    }

    [Fact]
    public void State_ScenarioInOnePlace_ChangesNothingElsewhereOnDayOne()
    {
        const int Place = 5;
        int[] there = [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count).Where(n => test.Population.Neighbourhoods.Place[n] == Place)];
        Effect effect = new()
        {
            Source = "test",
            Lever = Lever.LeisureNorm,
            Rows = there,
            Amounts = [2f],
            Starts = [new DateOnly(2026, 9, 1).DayNumber],
        };
        using ModelRun without = test.Run(1);
        using ModelRun with = test.Run(1, [effect]);

        int differing = 0;
        for (int n = 0; n < test.Population.Neighbourhoods.Count; n++)
        {
            for (int row = test.Population.Residents.Layout.First(n); row < test.Population.Residents.Layout.End(n); row++)
            {
                bool same = with.State.Residents.Today[row] == without.State.Residents.Today[row]
                    && with.State.Residents.LeisureOdds[row].Equals(without.State.Residents.LeisureOdds[row]);
                if (test.Population.Neighbourhoods.Place[n] == Place)
                {
                    differing += same ? 0 : 1;
                }
                else
                {
                    same.ShouldBeTrue();
                }
            }
        }

        differing.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Step_WithAndWithoutASink_LeavesTheSameState()
    {
        using ModelRun observed = test.Run(14, sink: new Figures());
        using ModelRun unobserved = test.Run(14);

        observed.StateHash().ShouldBe(unobserved.StateHash());
    }

    private Effect[] SchoolStreets(int startAfter) =>
    [
        new()
        {
            Source = "test",
            Lever = Lever.CarAccessMinutes,
            Rows = [.. Enumerable.Range(0, test.Population.Schools.Count)],
            Amounts = [3f],
            Starts = [new DateOnly(2026, 9, 3).DayNumber + startAfter],
        },
        new()
        {
            Source = "test",
            Lever = Lever.Intention,
            Rows = [.. Enumerable.Range(0, 500).Select(i => test.Population.Residents.Layout.First(i % 7) + (i / 7)).Distinct().Order()],
            Amounts = [0.5f],
            Starts = [new DateOnly(2026, 9, 4).DayNumber + startAfter],
        },
    ];
}
