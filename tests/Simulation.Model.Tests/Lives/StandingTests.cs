using Simulation.Engine.Demography;
using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;

namespace Simulation.Model.Tests.Lives;

/// <summary>Ten years with nobody acting: what must stand still, stands still.</summary>
public sealed class StandingTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private const int Years = 10;

    private static readonly Dictionary<string, double> WithoutMigration = new() { ["lives.migration"] = 0 };

    [Fact]
    public void TenYears_NobodyActs_SharesByDecileAtTheSameAgesStay()
    {
        Population first = test.Population;
        Profile before = Profile.Of(first);
        Profile after = before;
        LivesProjection.Of(first, 2026, Years, 1, 2, WithoutMigration, (year, state) => after = year == Years ? Profile.Of(state.Population) : after);

        for (int decile = 0; decile < Demographics.Deciles; decile++)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join("  ", new[] { Profile.Disabled, Profile.Employed, Profile.Student }.Select(what =>
                $"{before.Standardised(decile, what, before):P2} {after.Standardised(decile, what, before):P2}")));
        }

        foreach (int what in new[] { Profile.Disabled, Profile.Employed, Profile.Student })
        {
            for (int decile = 0; decile < Demographics.Deciles; decile++)
            {
                // Without migration nobody comes to study in the students' neighbourhoods.
                after.Standardised(decile, what, before).ShouldBe(before.Standardised(decile, what, before), what == Profile.Student ? 0.03 : 0.02, $"decile {decile + 1}, {what}");
            }

            after.Slope(what, before).ShouldBe(before.Slope(what, before), 0.02, $"slope, {what}");
        }
    }

    [Fact]
    public void TenYears_WithMigration_GapsStayToo()
    {
        ActivityExpectation expected = ActivityExpectation.Of(test.Population);
        Profile before = Profile.Of(test.Population, expected);
        Profile after = before;
        LivesProjection.Of(test.Population, 2026, Years, 1, 2, see: (_, state) => after = Profile.Of(state.Population, expected));

        TestContext.Current.TestOutputHelper?.WriteLine($"slopes now {after.Slope(Profile.Active, after):P2} {after.Slope(Profile.Inactive, after):P2}, at first ages {after.Slope(Profile.Inactive, before):P2}; first {before.Slope(Profile.Inactive, before):P2}");
        after.Slope(Profile.Inactive, before).ShouldBe(before.Slope(Profile.Inactive, before), 0.004);
    }

    [Fact]
    public void TenYears_NobodyActs_ExpectedActivityMovesOnlyAsAgesSay()
    {
        Population first = test.Population;
        ActivityExpectation expected = ActivityExpectation.Of(first);
        Profile before = Profile.Of(first, expected);
        Profile after = before;
        LivesProjection.Of(first, 2026, Years, 1, 2, WithoutMigration, (year, state) =>
        {
            Profile now = Profile.Of(state.Population, expected);
            TestContext.Current.TestOutputHelper?.WriteLine($"{year}: active {now.Mean(Profile.Active, now):P2}, inactive {now.Mean(Profile.Inactive, now):P2}, slopes {now.Slope(Profile.Active, now):P2} {now.Slope(Profile.Inactive, now):P2}; at the first day's ages {now.Mean(Profile.Active, before):P2} {now.Mean(Profile.Inactive, before):P2}, {now.Slope(Profile.Active, before):P2} {now.Slope(Profile.Inactive, before):P2}; 65+ {now.Older:P1}");
            after = now;
        });

        after.Slope(Profile.Active, before).ShouldBe(before.Slope(Profile.Active, before), 0.003);
        after.Slope(Profile.Inactive, before).ShouldBe(before.Slope(Profile.Inactive, before), 0.003);
        after.Mean(Profile.Active, before).ShouldBe(before.Mean(Profile.Active, before), 0.001);
        after.Mean(Profile.Inactive, before).ShouldBe(before.Mean(Profile.Inactive, before), 0.001);
    }

    /// <summary>Residents from 16 by decile, age band and sex, and shares of them.</summary>
    private sealed class Profile
    {
        public const int Disabled = 0;
        public const int Employed = 1;
        public const int Student = 2;
        public const int Active = 3;
        public const int Inactive = 4;

        private const int Groups = Demographics.Bands * 2;

        private readonly double[,] people = new double[Demographics.Deciles, Groups];
        private readonly double[,,] sums = new double[5, Demographics.Deciles, Groups];

        public double Older { get; private set; }

        public static Profile Of(Population population, ActivityExpectation? expected = null)
        {
            var profile = new Profile();
            int older = 0;
            for (int n = 0; n < population.Neighbourhoods.Count; n++)
            {
                int decile = population.Neighbourhoods.Decile[n];
                for (int row = population.Residents.Layout.First(n); row < population.Residents.Layout.End(n); row++)
                {
                    int age = population.Residents.Age[row];
                    older += age >= 65 ? 1 : 0;
                    if (age < 16)
                    {
                        continue;
                    }

                    var traits = (Traits)population.Residents.Traits[row];
                    int group = (Demographics.BandOf(age) * 2) + ((traits & Traits.Female) != 0 ? 1 : 0);
                    profile.people[decile - 1, group]++;
                    profile.sums[Disabled, decile - 1, group] += (traits & Traits.Disabled) != 0 ? 1 : 0;
                    profile.sums[Student, decile - 1, group] += (traits & Traits.Student) != 0 ? 1 : 0;
                    profile.sums[Employed, decile - 1, group] += population.Residents.Status[row] == (byte)EconomicStatus.Employed ? 1 : 0;
                    profile.sums[Active, decile - 1, group] += expected?.ChanceOf(population, row, decile, ActivityLevels.Active) ?? 0;
                    profile.sums[Inactive, decile - 1, group] += expected?.ChanceOf(population, row, decile, ActivityLevels.Inactive) ?? 0;
                }
            }

            profile.Older = (double)older / population.Count;
            return profile;
        }

        /// <summary>Share in a decile with the ages and sexes that it has in another profile.</summary>
        public double Standardised(int decile, int what, Profile like)
        {
            double sum = 0;
            double all = 0;
            for (int group = 0; group < Groups; group++)
            {
                if (people[decile, group] > 0 && like.people[decile, group] > 0)
                {
                    sum += like.people[decile, group] * sums[what, decile, group] / people[decile, group];
                    all += like.people[decile, group];
                }
            }

            return sum / all;
        }

        public double Mean(int what, Profile like)
        {
            double[] weights = Weights(like);
            return Enumerable.Range(0, Demographics.Deciles).Sum(d => weights[d] * Standardised(d, what, like)) / weights.Sum();
        }

        /// <summary>Slope from the most to the least deprived, by rank.</summary>
        public double Slope(int what, Profile like)
        {
            double[] weights = Weights(like);
            double all = weights.Sum();
            double mean = Mean(what, like);
            double below = 0;
            (double xx, double xy) = (0, 0);
            for (int d = 0; d < weights.Length; d++)
            {
                double rank = (below + (weights[d] / 2)) / all;
                below += weights[d];
                xx += weights[d] * (rank - 0.5) * (rank - 0.5);
                xy += weights[d] * (rank - 0.5) * (Standardised(d, what, like) - mean);
            }

            return xy / xx;
        }

        private static double[] Weights(Profile like) =>
            [.. Enumerable.Range(0, Demographics.Deciles).Select(d => Enumerable.Range(0, Groups).Sum(g => like.people[d, g]))];
    }
}
