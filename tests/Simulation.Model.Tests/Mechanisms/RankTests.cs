using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Simulation.Engine.Baselines;
using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.Randomness;
using Simulation.Engine.Running;
using Simulation.Engine.State;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>The rank that moves, held to answers that are known: an autoregression, a threshold under a bivariate normal, a follower.</summary>
public sealed class RankTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private static readonly int[] Weeks = [1, 4, 13, 52, 156];

    [Fact]
    public void Drift_OverYears_CorrelatesWithItselfAsAnAutoregression()
    {
        using Bench bench = new(test.Population);
        double[] first = bench.Drifts();
        first.Mean().ShouldBe(0, 4 / Math.Sqrt(first.Length));
        first.StandardDeviation().ShouldBe(1, 0.01);
        double keeps = 1 - (RankMovement<F1, I1>.LossOf(12) / 65536.0);
        foreach (int week in Weeks)
        {
            bench.MoveTo(week, 0);
            double[] now = bench.Drifts();
            Correlation.Pearson(first, now).ShouldBe(Math.Pow(keeps, week), 0.008, $"week {week}");
            now.StandardDeviation().ShouldBe(1, 0.015, $"week {week}");
        }
    }

    [Fact]
    public void Rank_BesideAThreshold_IsCrossedAsOftenAsABivariateNormalSays()
    {
        // Quarter below: of them 0.0257, 0.0513, 0.0922, 0.1820, 0.3042 above after 1, 4, 13, 52, 156 weeks.
        double[] upward = [0.0257, 0.0513, 0.0922, 0.1820, 0.3042];
        using Bench bench = new(test.Population);
        double threshold = Normal.InvCDF(0, 1, 0.25);
        bool[] first = [.. bench.Ranks().Select(rank => rank < threshold)];
        first.Count(below => below).ShouldBeInRange((int)(0.24 * first.Length), (int)(0.26 * first.Length));
        for (int i = 0; i < Weeks.Length; i++)
        {
            bench.MoveTo(Weeks[i], 0);
            bool[] now = [.. bench.Ranks().Select(rank => rank < threshold)];
            int up = Enumerable.Range(0, now.Length).Count(row => first[row] && !now[row]);
            int down = Enumerable.Range(0, now.Length).Count(row => !first[row] && now[row]);
            (up / (double)first.Count(below => below)).ShouldBe(upward[i], 0.012, $"week {Weeks[i]}");
            // Flows balance: nobody is lost on the way.
            (up - down).ShouldBeInRange((int)(-4 * Math.Sqrt(up + down)), (int)(4 * Math.Sqrt(up + down)));
        }
    }

    [Fact]
    public void LastingShareAndMemory_SolvedOnRanksOfOtherNumbers_AreFoundAgain()
    {
        const double Lasting = 0.35;
        const double Years = 8;
        int[] weeks = [26, 52, 104, 156, 260, 416];
        using Bench bench = new(test.Population, new Dictionary<string, double> { ["propensity.lasting"] = Lasting, ["propensity.years"] = Years });
        double[] first = bench.Ranks();
        double[] seen = [.. weeks.Select(week =>
        {
            bench.MoveTo(week, 0);
            return Correlation.Pearson(first, bench.Ranks());
        })];

        (double lasting, double years) = (
            from l in Enumerable.Range(0, 61).Select(i => i / 100.0)
            from y in Enumerable.Range(0, 61).Select(i => 3 + (i / 4.0))
            orderby weeks.Zip(seen, (week, r) => Math.Pow(Of(l, y, week) - r, 2)).Sum()
            select (l, y)).First();

        // The two trade off along a ridge: each alone is known less well than what they say together of three years.
        lasting.ShouldBe(Lasting, 0.2);
        years.ShouldBe(Years, 3);
        Of(lasting, years, 156).ShouldBe(Of(Lasting, Years, 156), 0.03);

        static double Of(double lasting, double years, int week) => lasting + ((1 - lasting) * Math.Exp(-week / (52.18 * years)));
    }

    [Theory]
    [InlineData(0.05f, 0.0039, 0.0111, 0.0172)]
    [InlineData(0.351f, 0.0274, 0.0781, 0.1207)]
    public void Follower_OfALastingLever_ComesAsFarAsKnown(float lever, double quarter, double year, double fourYears)
    {
        using Bench bench = new(test.Population, new Dictionary<string, double> { ["propensity.leverage"] = 0.35 });
        bench.MoveTo(13, lever);
        bench.MeanFollow().ShouldBe(quarter, 0.0003);
        bench.MoveTo(52, lever);
        bench.MeanFollow().ShouldBe(year, 0.0005);
        bench.MoveTo(208, lever);
        bench.MeanFollow().ShouldBe(fourYears, 0.0006);
    }

    [Fact]
    public void Follower_WithoutLevers_LeavesNoTrace()
    {
        using ModelRun run = test.Run(60);
        Used(run.State.Residents.Follow).ShouldAllBe(follow => follow == ResidentState.Centre);
    }

    [Fact]
    public void Drift_InBothArms_IsTheSameWhateverIsDone()
    {
        using ModelRun control = test.Run(30);
        using ModelRun treated = test.Run(30, [Support(0.4f)]);
        Used(treated.State.Residents.Drift).ShouldBe(Used(control.State.Residents.Drift));
        Used(treated.State.Residents.Follow).ShouldNotBe(Used(control.State.Residents.Follow));
    }

    [Fact]
    public void Support_ForAll_MakesNobodyLessActive()
    {
        // Company off, so that a resident depends on nobody else.
        Dictionary<string, double> alone = new() { ["social.household"] = 0, ["social.neighbourhood"] = 0 };
        using ModelRun control = test.Run(120, parameters: alone);
        using ModelRun treated = test.Run(120, [Support(0.3f)], parameters: alone);
        float[] without = Used(control.State.Residents.LeisureOdds);
        float[] with = Used(treated.State.Residents.LeisureOdds);
        for (int i = 0; i < without.Length; i++)
        {
            with[i].ShouldBeGreaterThanOrEqualTo(without[i]);
        }

        Used(treated.State.Residents.LeisureDays).Zip(Used(control.State.Residents.LeisureDays)).ShouldAllBe(days => (days.Second & ~days.First & 0x7F) == 0);
    }

    [Theory]
    [InlineData(PropensityStructure.Frozen)]
    [InlineData(PropensityStructure.Fixed)]
    public void OtherStructures_MoveNoRank(PropensityStructure structure)
    {
        using ModelRun run = new(test.Population, [Support(0.4f)], new RunOptions { Days = 30, Propensity = structure });
        run.WarmUp(null, CancellationToken.None);
        ushort[] before = Used(run.State.Residents.Drift);
        for (int day = 0; day < 30; day++)
        {
            run.Step();
        }

        Used(run.State.Residents.Drift).ShouldBe(before);
        Used(run.State.Residents.Follow).ShouldAllBe(follow => follow == ResidentState.Centre);
    }

    private Effect Support(float amount) => new()
    {
        Source = "test",
        Lever = Lever.LeisureSupport,
        Rows = Rows(test.Population),
        Amounts = [amount],
        Starts = [new DateOnly(2026, 9, 1).DayNumber],
    };

    private static int[] Rows(Population population) =>
        [.. Enumerable.Range(0, population.Neighbourhoods.Count)
            .SelectMany(n => Enumerable.Range(population.Residents.Layout.First(n), population.Residents.Layout.UsedIn(n)))];

    private T[] Used<T>(Column<T> column)
        where T : unmanaged => [.. Rows(test.Population).Select(row => column[row])];

    /// <summary>The movement alone, without a model's days around it; adults only are looked at.</summary>
    private sealed unsafe class Bench : IDisposable
    {
        private readonly RunState state;
        private readonly BlockScratch scratch;
        private readonly RankMovement<F16, I16> movement;
        private readonly int[] adults;
        private readonly Luck luck;
        private int week;

        public Bench(Population population, Dictionary<string, double>? parameters = null)
        {
            state = new RunState(population, new ParameterSet(parameters ?? []), Baseline.Of(PropensityStructure.Moving), 1, PropensityStructure.Moving);
            scratch = new BlockScratch(population, state.Tallies[0]);
            movement = new RankMovement<F16, I16>(state);
            luck = new Luck(1, LuckStream.Propensity);
            Initialisation initialisation = new(state);
            for (int n = 0; n < population.Neighbourhoods.Count; n++)
            {
                initialisation.Run(n);
            }

            adults = [.. Rows(population).Where(row => Demographics.Adult(state.Residents.Key[row]))];
            ForEach((first, end) => movement.Begin(first, end, scratch));
        }

        public void MoveTo(int to, float lever)
        {
            for (; week < to; week++)
            {
                ForEach((first, end) => movement.Move(week, first, end, lever, scratch.Zeros.Pointer - first, scratch.Zeros.Pointer - first, scratch));
            }
        }

        public double[] Drifts() => [.. adults.Select(row => (state.Residents.Drift[row] - ResidentState.Centre) / (double)ResidentState.DriftUnit)];

        public double MeanFollow() => adults.Average(row => (state.Residents.Follow[row] - ResidentState.Centre) / (double)ResidentState.FollowUnit);

        public double[] Ranks()
        {
            PropensityMap<F1, I1> map = new(state);
            return [.. adults.Select(row => (double)map.Rank(
                new I1((int)luck.Words(row, 0).First), new I1(state.Residents.Drift[row]), new I1(state.Residents.Follow[row])).V)];
        }

        public void Dispose()
        {
            scratch.Dispose();
            state.Dispose();
        }

        private void ForEach(Action<int, int> action)
        {
            Segments layout = state.Population.Residents.Layout;
            for (int n = 0; n < layout.Count; n++)
            {
                action(layout.First(n), layout.VectorEnd(n));
            }
        }
    }
}
