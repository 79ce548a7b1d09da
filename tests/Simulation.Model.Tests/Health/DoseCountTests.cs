using Simulation.Engine.Health;
using Simulation.Engine.Observation;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Health;

/// <summary>What a run counts for health.</summary>
public sealed class DoseCountTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void Doses_OfFourWeeks_CountEveryAdultOnceAndKeepTheThresholds()
    {
        Kept kept = new();
        using ModelRun run = test.Run(56, sink: kept);

        kept.Doses.Count.ShouldBe(2);
        (kept.Doses[1].Date.DayNumber - kept.Doses[0].Date.DayNumber).ShouldBe(28);
        DoseCounts last = kept.Doses[^1];
        int adults = Enumerable.Range(0, test.Population.Residents.Age.Length).Count(r => test.Population.Residents.Age[r] is >= 20 and < 255);
        last.Strata().Sum(s => Sum(last.Of(s))).ShouldBe(adults);

        // Of those of 75 and over every one is an adult of 20: the same thresholds give the same counts.
        Tally old = kept.Of(last.Date, "75+");
        last.Strata().Where(s => s.LowestAge >= 75).Sum(s => Sum(last.Of(s)[..3])).ShouldBe((int)old[CountKey.AdultsInactive]);
        last.Strata().Where(s => s.LowestAge >= 75).Sum(s => Sum(last.Of(s)[11..])).ShouldBe((int)old[CountKey.AdultsActive]);
    }

    [Fact]
    public void Doses_WithOtherWorkersAndLanes_AreTheSame()
    {
        Kept one = new();
        Kept other = new();
        using ModelRun first = test.Run(28, workers: 1, lanes: 1, sink: one);
        using ModelRun second = test.Run(28, workers: 3, sink: other);

        foreach (DoseStratum stratum in one.Doses[0].Strata())
        {
            one.Doses[0].Of(stratum).SequenceEqual(other.Doses[0].Of(stratum)).ShouldBeTrue(stratum.ToString());
        }
    }

    [Fact]
    public void Region_InAYear_HasTheDeathsAndCasesThatArePublished()
    {
        Kept kept = new();
        using ModelRun run = test.Run(28, sink: kept);

        // The published sums are of 2,503,902 residents (2020): mid-2020 ages, the nation's rates.
        DoseYears years = DoseYears.Of(kept.Doses, new DateOnly(2026, 9, 1), 365, 2_503_902.0 / test.Population.Count);
        HealthEffect effect = HealthContrast.Of(years, years, HealthInputs.Central);

        effect.Deaths[0].ShouldBeInRange(25_850 * 0.9, 25_850 * 1.1);
        foreach ((string key, double published) in new[]
        {
            ("coronary_heart_disease", 5_920.0), ("stroke", 3_320), ("type_2_diabetes", 9_600), ("dementia", 6_390), ("breast_cancer", 1_830),
            ("depression", 152_100), ("anxiety", 13_660), ("back_pain", 128_000),
        })
        {
            double model = effect.Cases.Single(c => c.Condition.Key == key).Baseline[0];
            model.ShouldBeInRange(published * 0.8, published * 1.2, key);
        }
    }

    private static int Sum(ReadOnlySpan<int> counts)
    {
        int sum = 0;
        foreach (int count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private sealed class Kept : ICountSink
    {
        private readonly Dictionary<(DateOnly Date, string Age), Tally> ages = [];

        public List<DoseCounts> Doses { get; } = [];

        public Tally Of(DateOnly date, string age) => ages[(date, age)];

        public void Record(WeekCounts week)
        {
            for (int i = 0; i < week.Strata.Count; i++)
            {
                if (week.Strata[i].By == Stratification.Age)
                {
                    ages[(week.Date, week.Strata[i].Key)] = week.Tallies[i];
                }
            }

            if (week.Doses is { } doses)
            {
                Doses.Add(doses);
            }
        }
    }
}
