using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>What streets do to those who walk and cycle along them.</summary>
public sealed class StreetsTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private static readonly int FirstDay = new DateOnly(2026, 9, 1).DayNumber;

    // Company and cars at the gate would carry on what streets begin.
    private static readonly Dictionary<string, double> Alone = new()
    {
        ["social.household"] = 0,
        ["social.neighbourhood"] = 0,
        ["social.work"] = 0,
        ["social.class"] = 0,
        ["fitness.gain"] = 0,
    };

    [Theory]
    [InlineData(Lever.StreetTraffic, -0.4f)]
    [InlineData(Lever.JunctionStress, -0.5f)]
    [InlineData(Lever.WalkDetour, -0.05f)]
    [InlineData(Lever.SpeedCompliance, 0.4f)]
    [InlineData(Lever.GreenDeficit, -0.1f)]
    public void BetterStreets_EveryAdult_WalksNoLessAndWorseStreetsNoMore(Lever lever, float better)
    {
        using ModelRun none = test.Run(8, parameters: Alone);
        using ModelRun good = test.Run(8, [Everywhere(lever, better)], parameters: Alone);
        using ModelRun bad = test.Run(8, [Everywhere(lever, -better)], parameters: Alone);

        (Rising(none, good), Falling(none, good)).ShouldBe((Adults(none), 0));
        // Of compliance the strongest counts, and none is the least there is.
        (Rising(none, bad), Falling(none, bad)).ShouldBe((0, lever == Lever.SpeedCompliance ? 0 : Adults(none)));
    }

    [Theory]
    [InlineData(Lever.CycleStress, -0.3f)]
    [InlineData(Lever.StreetTraffic, -0.4f)]
    [InlineData(Lever.SpeedCompliance, 0.4f)]
    [InlineData(Lever.WalkDetour, -0.05f)]
    [InlineData(Lever.JunctionStress, -0.5f)]
    public void BetterStreets_NoCommuter_WalksAndCyclesLess(Lever lever, float better)
    {
        using ModelRun none = test.Run(8, parameters: Alone);
        using ModelRun good = test.Run(8, [Everywhere(lever, better)], parameters: Alone);

        int more = 0;
        Segments layout = test.Population.Workers.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                // Shares are cumulative: on foot and by cycle together. They are kept in 65,536ths.
                int change = good.State.Workers.CycleShare[row] - none.State.Workers.CycleShare[row];
                change.ShouldBeGreaterThanOrEqualTo(-1);
                more += change > 0 ? 1 : 0;
            }
        }

        more.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData(Lever.SpeedCompliance, 0.45f)]
    [InlineData(Lever.StreetTraffic, -0.4f)]
    [InlineData(Lever.JunctionStress, -0.5f)]
    public void SaferStreets_PupilsWhoCycle_BecomeNoFewer(Lever lever, float better)
    {
        Figures before = new();
        Figures after = new();
        using ModelRun none = test.Run(28, sink: before);
        using ModelRun good = test.Run(28, [Everywhere(lever, better)], sink: after);

        after.Mean("school_cycle").ShouldBeGreaterThanOrEqualTo(before.Mean("school_cycle"));
    }

    [Theory]
    [InlineData(Lever.CycleStress, -0.3f)]
    [InlineData(Lever.StreetTraffic, -0.4f)]
    [InlineData(Lever.SpeedCompliance, 0.4f)]
    [InlineData(Lever.WalkDetour, -0.05f)]
    public void BetterStreets_CommutersWhoCycle_BecomeNoFewer(Lever lever, float better)
    {
        using ModelRun none = test.Run(8, parameters: Alone);
        using ModelRun good = test.Run(8, [Everywhere(lever, better)], parameters: Alone);

        Cycling(good).ShouldBeGreaterThan(Cycling(none));
    }

    [Fact]
    public void SafeCrossings_CommutersWhoCycle_BecomeNoFewer()
    {
        // Crossings come with shorter ways: what they take from walking's cost alone is made up by what they take from both.
        using ModelRun none = test.Run(8, parameters: Alone);
        using ModelRun good = test.Run(8, [Everywhere(Lever.JunctionStress, -0.55f), Everywhere(Lever.WalkDetour, -0.05f)], parameters: Alone);

        Cycling(good).ShouldBeGreaterThanOrEqualTo(Cycling(none));
    }

    // Sum of commuters' chances of cycling, in 65,536ths.
    private static long Cycling(ModelRun run)
    {
        long sum = 0;
        for (int row = 0; row < run.State.Workers.CycleShare.Length; row++)
        {
            sum += run.State.Workers.CycleShare[row] - run.State.Workers.WalkShare[row];
        }

        return sum;
    }

    [Fact]
    public void GateTraffic_TakenAway_ActsByItsCoefficient()
    {
        Effect closed = new()
        {
            Source = "test",
            Lever = Lever.GateTraffic,
            Rows = [.. Enumerable.Range(0, test.Population.Schools.Count)],
            Amounts = [-0.68f],
            Starts = [FirstDay],
        };
        double[] gains = [.. new[] { 0, 0.37, 0.9 }.Select(coefficient =>
        {
            Dictionary<string, double> set = new(Alone) { ["school.traffic_on_walk"] = coefficient };
            using ModelRun none = test.Run(1, parameters: set);
            using ModelRun with = test.Run(1, [closed], parameters: set);
            return LogOdds(with) - LogOdds(none);
        })];

        // 0.139 a minute × coefficient × volume 0.36 × 68 % of the traffic over 15 % of the way, some twelve minutes: 0.023.
        (gains[1] - gains[0]).ShouldBeInRange(0.01, 0.04);
        (gains[2] - gains[0]).ShouldBe((gains[1] - gains[0]) * 0.9 / 0.37, 0.003);
    }

    [Fact]
    public void Scheme_InOneNeighbourhood_IsFeltLessTheFurtherPeopleLive()
    {
        const int Centre = 10;
        Dictionary<string, double> wide = new(Alone) { ["streets.reach"] = 2000 };
        Effect scheme = new() { Source = "test", Lever = Lever.JunctionStress, Rows = [Centre], Amounts = [-0.5f], Starts = [FirstDay] };
        using ModelRun none = test.Run(8, parameters: wide);
        using ModelRun with = test.Run(8, [scheme], parameters: wide);

        NeighbourhoodTable table = test.Population.Neighbourhoods;
        List<(double Distance, double Gain)> felt = [];
        for (int n = 0; n < table.Count; n++)
        {
            int row = Enumerable.Range(test.Population.Residents.Layout.First(n), test.Population.Residents.Layout.UsedIn(n))
                .First(r => none.State.Residents.ErrandOdds[r] > 0 && test.Population.Residents.Age[r] < 65);
            double gain = Math.Log(with.State.Residents.ErrandOdds[row] / none.State.Residents.ErrandOdds[row]);
            felt.Add((Math.Sqrt(Math.Pow(table.X[n] - table.X[Centre], 2) + Math.Pow(table.Y[n] - table.Y[Centre], 2)), gain));
        }

        felt.MaxBy(f => f.Gain).Distance.ShouldBe(0);
        felt.Where(f => f.Distance > 10_000).ShouldAllBe(f => f.Gain == 0);
        felt.Count(f => f.Distance > 0 && f.Gain > 0).ShouldBeGreaterThan(0);
        felt.Where(f => f.Distance is > 0 and < 3000).Select(f => f.Gain).DefaultIfEmpty(double.MaxValue).Average()
            .ShouldBeGreaterThan(felt.Where(f => f.Distance is > 6000 and < 10_000).Select(f => f.Gain).DefaultIfEmpty(0).Average());
    }

    private static int Rising(ModelRun before, ModelRun after) =>
        Enumerable.Range(0, before.State.Residents.ErrandOdds.Length).Count(r => after.State.Residents.ErrandOdds[r] > before.State.Residents.ErrandOdds[r]);

    private static int Falling(ModelRun before, ModelRun after) => Rising(after, before);

    private static int Adults(ModelRun run) =>
        Enumerable.Range(0, run.State.Residents.ErrandOdds.Length).Count(r => run.State.Residents.ErrandOdds[r] > 0);

    // Mean logit of walking over pupils under eleven whose odds are not nought.
    private double LogOdds(ModelRun run)
    {
        double sum = 0;
        int count = 0;
        Segments layout = test.Population.Pupils.Layout;
        for (int n = 0; n < layout.Count; n++)
        {
            for (int row = layout.First(n); row < layout.End(n); row++)
            {
                if (run.State.Pupils.Age[row] < 11 && run.State.Pupils.WalkMinutes[row] < 30)
                {
                    sum += Math.Log(run.State.Pupils.WalkOdds[row]);
                    count++;
                }
            }
        }

        return sum / count;
    }

    private Effect Everywhere(Lever lever, float amount) => new()
    {
        Source = "test",
        Lever = lever,
        Rows = [.. Enumerable.Range(0, test.Population.Neighbourhoods.Count)],
        Amounts = [amount],
        Starts = [FirstDay],
    };
}
