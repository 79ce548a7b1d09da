using Simulation.Engine.Demography;
using Simulation.Engine.Health;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations;

namespace Simulation.Model.Tests.Health;

/// <summary>What a year brings to the region's own residents, beside the same published rates on its ages of 2020 (2.615 million, no deprivation).</summary>
public sealed class RegionTotalsTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    private const double Published = 2_615_000;

    // The region here is some years older than in 2020, and the poor fall ill more often: more new cases, by a quarter at most.
    [Theory]
    [InlineData("coronary_heart_disease", 5_920)]
    [InlineData("stroke", 3_320)]
    [InlineData("type_2_diabetes", 9_600)]
    [InlineData("dementia", 6_390)]
    [InlineData("depression", 152_100)]
    [InlineData("anxiety", 13_660)]
    [InlineData("breast_cancer", 1_830)]
    [InlineData("back_pain", 128_000)]
    public void NewCasesAYear_OfTheRegionsResidents_AreThoseOfThePublishedRates(string key, double published)
    {
        Condition condition = ConditionCatalogue.All.Single(c => c.Key == key);

        double cases = Sum(stratum => BandMeans.Of(condition.Incidence!, stratum) * YearlyRate.Tilt(stratum.Decile, condition.Gradient));

        TestContext.Current.TestOutputHelper?.WriteLine($"{key}: {cases:N0} beside {published:N0}, {cases / published:F2}");
        (cases / published).ShouldBeInRange(0.8, 1.3);
    }

    [Fact]
    public void DeathsAYear_OfTheRegionsResidents_AreThoseOfThePublishedTables()
    {
        double deaths = Sum(stratum => HealthContrast.Mortality(stratum, test.Population.Places[stratum.Place].Name));

        TestContext.Current.TestOutputHelper?.WriteLine($"{deaths:N0} beside 25,850");
        (deaths / 25_850).ShouldBeInRange(0.9, 1.15);
    }

    // A man of 60 in the third decile of Liverpool takes to 75 minutes a week for good: health-money's worked chain.
    [Fact]
    public void OneMan_WhoTakesToHalfTheGuideline_IsSparedByAndBy()
    {
        double usual = Mortality.HazardAt(60, female: false, decile: 3, factor: 1.024);
        usual.ShouldBe(0.01065, 0.0001);

        // He is idle, and his like have 0.76 of the risk of the idle.
        double idle = usual / 0.76;
        double spared = idle * (1 - ConditionCatalogue.AllCauses.Risk(4.375, 1));
        spared.ShouldBe(0.0032, 0.0001);

        var lag = new Lag(ConditionCatalogue.AllCausesLag);
        double[] years = [.. Enumerable.Range(0, 10).Select(year => spared * lag.Mean(lag.After(0, 1, year), 1, 1))];
        years[0].ShouldBeInRange(0.0004, 0.0007);
        years.ShouldBe(years.Order());
        years[9].ShouldBeInRange(0.0030, 0.0032);
    }

    [Fact]
    public void TwoLedgers_SocialValueIsInNoSumWithQalysOrCare()
    {
        var without = new DiscountedSums { QalysFromDeaths = 1, QalysFromIllness = 2, QalysFromMind = 3, HealthCare = 4, HealthCareOfMind = 5, SocialCare = 6 };
        var with = new DiscountedSums { QalysFromDeaths = 1, QalysFromIllness = 2, QalysFromMind = 3, HealthCare = 4, HealthCareOfMind = 5, SocialCare = 6, SocialValue = 7, InformalCare = 8, Production = 9 };

        (with.Qalys, with.QalysWithoutMind, with.Care).ShouldBe((without.Qalys, without.QalysWithoutMind, without.Care));
        (with.Qalys, with.QalysWithoutMind, with.Care).ShouldBe((6, 3, 15));
    }

    // Over all adults of 20 and over, at the size of the published region.
    private double Sum(Func<DoseStratum, double> rate)
    {
        double sum = 0;
        Population population = test.Population;
        for (int n = 0; n < population.Neighbourhoods.Count; n++)
        {
            for (int row = population.Residents.Layout.First(n); row < population.Residents.Layout.End(n); row++)
            {
                byte age = population.Residents.Age[row];
                if (age >= DoseBands.LowestAge)
                {
                    bool female = ((Traits)population.Residents.Traits[row] & Traits.Female) != 0;
                    sum += rate(new DoseStratum(population.Neighbourhoods.Place[n], population.Neighbourhoods.Decile[n] - 1, female, DoseBands.AgeBand(age)));
                }
            }
        }

        return sum * Published / population.Count;
    }
}
