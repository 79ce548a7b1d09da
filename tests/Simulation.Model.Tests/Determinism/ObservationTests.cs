using Simulation.Engine.Numerics;
using Simulation.Engine.Observation;
using Simulation.Engine.Processes;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Determinism;

/// <summary>What is observed is not changed by being observed.</summary>
public sealed class ObservationTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Observation_OfASunday_ChangesNothingOfTheRun()
    {
        // 1 September 2026 is a Tuesday: the sixth day is a Sunday.
        using ModelRun run = test.Run(6);
        run.Day.LastOfWeek.ShouldBeTrue();
        using BlockScratch scratch = new(test.Population, run.State.Tallies[0]);
        using WeekCells cells = new(test.Population, [scratch.Counting]);
        ObservationProcess<F8, I8> observation = new(run.State, cells, new float[test.Population.Neighbourhoods.Count]);
        string before = run.StateHash();
        for (int n = 0; n < test.Population.Neighbourhoods.Count; n++)
        {
            observation.Run(run.Day, n, scratch);
        }

        cells.Gather();
        cells.Sums.Sum(sum => (long)sum[CountKey.AdultsActive]).ShouldBeGreaterThan(40_000);
        run.StateHash().ShouldBe(before);
        observation.Description.Writes.ShouldBeEmpty();
    }
}
