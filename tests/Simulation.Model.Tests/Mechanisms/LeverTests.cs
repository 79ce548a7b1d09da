using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Mechanisms;

public sealed class LeverTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private static readonly int FirstDay = new DateOnly(2026, 9, 1).DayNumber;

    [Fact]
    public void LeisureNorm_OddsRatioIn_OddsRatioOut()
    {
        // One resident at a time the odds of a session move by exactly the odds ratio put in.
        Effect effect = Everywhere(Lever.LeisureNorm, MathF.Log(1.5f));
        // A rank that follows comes on top, by and by; here it stays.
        Dictionary<string, double> still = new() { ["propensity.leverage"] = 0 };
        using ModelRun without = test.Run(1, parameters: still);
        using ModelRun with = test.Run(1, [effect], parameters: still);

        int checkedRows = 0;
        for (int row = 0; row < with.State.Residents.Key.Length; row++)
        {
            float before = without.State.Residents.LeisureOdds[row];
            if (before > 0)
            {
                int n = test.Population.Residents.Layout.Of(row);
                if (n % 7 == FirstDay % 7)
                {
                    (with.State.Residents.LeisureOdds[row] / before).ShouldBe(1.5f, 1e-4f);
                    checkedRows++;
                }
            }
        }

        checkedRows.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void FlexMinutes_MoreOfThem_NeverClosesAGateAndOpensSome()
    {
        using ModelRun baseline = test.Run(3);
        using ModelRun flexible = test.Run(3, [Workers(Lever.FlexMinutes, 45)]);

        (int gained, int lost) = WalkersChanged(baseline, flexible);
        gained.ShouldBeGreaterThan(0);
        lost.ShouldBe(0);
    }

    [Fact]
    public void CarAccessMinutes_MoreReach_NeverMeansFewerWalkersOnTheSameLuck()
    {
        int schools = test.Population.Schools.Count;
        using ModelRun few = test.Run(3, [Schools(Lever.CarAccessMinutes, 4, schools / 4)]);
        using ModelRun many = test.Run(3, [Schools(Lever.CarAccessMinutes, 4, schools / 2)]);

        (int gained, int lost) = WalkersChanged(few, many);
        gained.ShouldBeGreaterThan(0);
        lost.ShouldBe(0);
    }

    [Fact]
    public void Effect_AfterItsEnd_LeavesLeversNeutral()
    {
        Effect effect = new()
        {
            Source = "test",
            Lever = Lever.JunctionStress,
            Rows = [0, 1, 2],
            Amounts = [-0.5f],
            Starts = [FirstDay],
            End = FirstDay + 4,
        };
        using ModelRun during = test.Run(3, [effect]);
        using ModelRun after = test.Run(6, [effect]);

        during.State.Levers[Lever.JunctionStress]![1].ShouldBe(0.5f);
        after.State.Levers[Lever.JunctionStress]![1].ShouldBe(1f);
    }

    [Fact]
    public void Effect_WithRamp_RisesAndNeverPassesItsAmount()
    {
        Effect effect = Everywhere(Lever.StreetTraffic, -0.4f, rampDays: 5);
        float before = 1;
        for (int days = 1; days < 12; days += 3)
        {
            using ModelRun run = test.Run(days, [effect]);
            float now = run.State.Levers[Lever.StreetTraffic]![0];
            now.ShouldBeLessThanOrEqualTo(before);
            now.ShouldBeGreaterThan(0.6f - 1e-6f);
            before = now;
        }

        before.ShouldBeLessThan(0.75f);
    }

    [Fact]
    public void SpeedCompliance_Enforced_BringsSpeedTowardsTwenty()
    {
        using ModelRun run = test.Run(2, [Everywhere(Lever.SpeedCompliance, 0.45f)]);
        using ModelRun baseline = test.Run(2);

        // Danger falls, so permission never shrinks: every gate open before is open still.
        int opened = 0;
        for (int row = 0; row < run.State.Pupils.Gates.Length; row++)
        {
            int before = baseline.State.Pupils.Gates[row];
            int now = run.State.Pupils.Gates[row];
            (now & before).ShouldBe(before);
            opened += now != before ? 1 : 0;
        }

        opened.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void GateTraffic_ClosedToCars_FallsWithTheCars()
    {
        using ModelRun baseline = test.Run(21);
        using ModelRun closed = test.Run(21, [Schools(Lever.CarAccessMinutes, 8, test.Population.Schools.Count)]);

        closed.State.Schools.GateTraffic.Values.ToArray().Average().ShouldBeLessThan(baseline.State.Schools.GateTraffic.Values.ToArray().Average());
    }

    [Fact]
    public void Intention_Impulse_RaisesOddsAtOnceAndFadesAfterwards()
    {
        // Not one whose week turns on the first day, which would take a twentieth away at once.
        int row = Enumerable.Range(0, test.Population.Residents.Age.Length)
            .First(r => test.Population.Residents.Age[r] is > 30 and < 60 && test.Population.Residents.Layout.Of(r) % 7 != FirstDay % 7);
        Effect impulse = new()
        {
            Source = "test",
            Lever = Lever.Intention,
            Rows = [row],
            Amounts = [1f],
            Starts = [FirstDay],
        };
        // Worked out today, the resident would also meet today's company; here there is none.
        Dictionary<string, double> alone = new() { ["social.household"] = 0, ["social.neighbourhood"] = 0 };
        using ModelRun with = test.Run(1, [impulse], parameters: alone);
        using ModelRun without = test.Run(1, parameters: alone);
        using ModelRun later = test.Run(60, [impulse]);

        (with.State.Residents.LeisureOdds[row] / without.State.Residents.LeisureOdds[row]).ShouldBe(MathF.E, 0.01f);
        later.State.Residents.Intention[row].ShouldBeInRange((ushort)2000, (ushort)3300);
    }

    private (int Gained, int Lost) WalkersChanged(ModelRun before, ModelRun after)
    {
        int gained = 0;
        int lost = 0;
        for (int n = 0; n < test.Population.Neighbourhoods.Count; n++)
        {
            Segments layout = test.Population.Pupils.Layout;
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                bool walked = (before.State.Pupils.Today[row] & DayCode.ModeMask) == (int)TripMode.Walk;
                bool walks = (after.State.Pupils.Today[row] & DayCode.ModeMask) == (int)TripMode.Walk;
                gained += walks && !walked ? 1 : 0;
                lost += walked && !walks ? 1 : 0;
            }
        }

        return (gained, lost);
    }

    private Effect Everywhere(Lever lever, float amount, float rampDays = 0) => new()
    {
        Source = "test",
        Lever = lever,
        Rows = [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count)],
        Amounts = [amount],
        Starts = [FirstDay],
        RampDays = rampDays,
    };

    private static Effect Schools(Lever lever, float amount, int count) => new()
    {
        Source = "test",
        Lever = lever,
        Rows = [.. Enumerable.Range(0, count)],
        Amounts = [amount],
        Starts = [FirstDay],
    };

    private Effect Workers(Lever lever, float amount)
    {
        List<int> rows = [];
        Segments layout = test.Population.Workers.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            rows.AddRange(Enumerable.Range(layout.First(n), layout.UsedIn(n)));
        }

        return new Effect { Source = "test", Lever = lever, Rows = [.. rows], Amounts = [amount], Starts = [FirstDay] };
    }
}
