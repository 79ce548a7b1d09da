using MathNet.Numerics.Statistics;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>Commuters' taste, held to what an autoregression must give.</summary>
public sealed class TasteTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Taste_OverYears_CorrelatesWithItselfAsAnAutoregression()
    {
        using ModelRun run = test.Run(0);
        double[] first = Tastes(run.State);
        first.Mean().ShouldBe(0, 4 / Math.Sqrt(first.Length));
        first.StandardDeviation().ShouldBe(1, 0.015);
        double keeps = 1 - (RankMovement<F1, I1>.LossOf(CommuteParameters.TasteYears.Value) / 65536.0);
        int begins = run.Today.DayNumber / 7;

        for (int week = 1; week <= 156; week++)
        {
            Move(run.State, (movement, from, to, scratch) => movement.Move(begins + week, from, to, scratch));
            if (week is 4 or 52 or 156)
            {
                Correlation.Pearson(first, Tastes(run.State)).ShouldBe(Math.Pow(keeps, week), 0.015, $"week {week}");
                Tastes(run.State).StandardDeviation().ShouldBe(1, 0.02, $"week {week}");
            }
        }
    }

    [Fact]
    public void Taste_ThatStandsAtNought_BeginsAndTheOthersStay()
    {
        using ModelRun run = test.Run(0);
        int row = test.Population.Workers.Layout.First(3);
        ushort[] before = run.State.Workers.Taste.Values.ToArray();
        run.State.Workers.Taste[row] = 0;

        Move(run.State, (movement, from, to, scratch) => movement.Begin(from, to, scratch));

        run.State.Workers.Taste[row].ShouldNotBe((ushort)0);
        run.State.Workers.Taste.Values.ToArray().Where((_, i) => i != row).ShouldBe(before.Where((_, i) => i != row));
    }

    [Theory]
    [InlineData(PropensityStructure.Frozen)]
    [InlineData(PropensityStructure.Fixed)]
    public void Taste_WherePropensitiesStay_Stays(PropensityStructure structure)
    {
        using ModelRun run = new(test.Population, [], new RunOptions { Days = 21, Propensity = structure });
        run.WarmUp(null, CancellationToken.None);
        double[] before = Tastes(run.State);
        for (int day = 0; day < 21; day++)
        {
            run.Step();
        }

        Tastes(run.State).ShouldBe(before);
        before.StandardDeviation().ShouldBe(1, 0.015);
    }

    private static double[] Tastes(RunState state)
    {
        Segments layout = state.Population.Workers.Layout;
        return [.. Enumerable.Range(0, layout.Count).SelectMany(n => Enumerable.Range(layout.First(n), layout.UsedIn(n)))
            .Select(row => (state.Workers.Taste[row] - ResidentState.Centre) / (double)ResidentState.DriftUnit)];
    }

    private static void Move(RunState state, Action<TasteMovement<F1, I1>, int, int, BlockScratch> move)
    {
        using BlockScratch scratch = new(state.Population, state.Tallies[0]);
        TasteMovement<F1, I1> movement = new(state);
        Segments layout = state.Population.Workers.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            move(movement, layout.First(n), layout.VectorEnd(n), scratch);
        }
    }
}
