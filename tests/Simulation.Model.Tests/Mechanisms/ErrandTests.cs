using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>Errands on foot: what is usual stays usual, and what is put in comes out.</summary>
public sealed class ErrandTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private static readonly int FirstDay = new DateOnly(2026, 9, 1).DayNumber;

    [Fact]
    public void ALogitOnErrands_HalfAYearLater_HasMovedTheOddsOfWalkingByALogit()
    {
        const float Logit = 0.2f;
        using ModelRun none = test.Run(182);
        using ModelRun with = test.Run(182, [Everywhere(Logit)]);

        // A coefficient of a travel survey is a mean over people. Without habit it would come out as half of itself.
        ((LogOdds(with) - LogOdds(none)) / Logit).ShouldBeInRange(0.85, 1.15);
    }

    [Fact]
    public void HabitOfErrands_AtTheStartOfARun_IsInBalance()
    {
        using ModelRun run = test.Run(1);
        double sum = 0;
        double squares = 0;
        int adults = 0;
        ForEachAdult(run, row =>
        {
            double miss = Usual(run, row) - (run.State.Residents.ErrandHabit[row] / 65535.0);
            sum += miss;
            squares += miss * miss;
            adults++;
        });

        // Who has just crossed from one hump to the other is on the way to another balance; they come and go alike.
        (sum / adults).ShouldBe(0, 0.004);
        Math.Sqrt(squares / adults).ShouldBeLessThan(0.06);
    }

    [Fact]
    public void WaysByPublicTransport_OfTenMinutesOnFootAndMore_AreSomeThirdOfThem()
    {
        using ModelRun run = test.Run(1);
        Segments layout = test.Population.Workers.Layout;
        int far = 0;
        int all = 0;
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                far += run.State.Workers.Circumstances[row] >> WorkerState.StopShift >= 10 ? 1 : 0;
                all++;
            }
        }

        // Lognormal with median 8 and spread 0.5: 1 − Φ(ln(9.5/8)/0.5) = 0.365.
        (far / (double)all).ShouldBe(0.365, 0.02);
    }

    private Effect Everywhere(float amount) => new()
    {
        Source = "test",
        Lever = Lever.WalkNorm,
        Rows = [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count)],
        Amounts = [amount],
        Starts = [FirstDay],
    };

    private double LogOdds(ModelRun run)
    {
        double sum = 0;
        int adults = 0;
        ForEachAdult(run, row =>
        {
            sum += Usual(run, row);
            adults++;
        });
        double share = sum / adults;
        return Math.Log(share / (1 - share));
    }

    private static double Usual(ModelRun run, int row)
    {
        double odds = run.State.Residents.ErrandOdds[row];
        return odds / (1 + odds);
    }

    private void ForEachAdult(ModelRun run, Action<int> action)
    {
        Segments layout = test.Population.Residents.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                if (Demographics.Adult(run.State.Residents.Key[row]))
                {
                    action(row);
                }
            }
        }
    }
}
