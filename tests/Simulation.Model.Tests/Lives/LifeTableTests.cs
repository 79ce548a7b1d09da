using Simulation.Engine.Demography;
using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.Synthesis;

namespace Simulation.Model.Tests.Lives;

/// <summary>Known answers of the mortality surface.</summary>
public sealed class LifeTableTests
{
    [Theory]
    [InlineData(false, 79.50, 50.25, 18.74, 0.8705, 0.4132)]
    [InlineData(true, 83.30, 53.82, 21.23, 0.9162, 0.5481)]
    public void England_Table_IsThePublishedOne(bool female, double birth, double thirty, double sixtyFive, double aliveAt65, double aliveAt85)
    {
        LifeTable table = LifeTable.OfEngland(female);

        table.Expectancy(0).ShouldBe(birth, 0.01);
        table.Expectancy(30).ShouldBe(thirty, 0.01);
        table.Expectancy(65).ShouldBe(sixtyFive, 0.01);
        table.Alive(65).ShouldBe(aliveAt65, 0.0002);
        table.Alive(85).ShouldBe(aliveAt85, 0.0002);
    }

    [Theory]
    [InlineData(false, new[] { 74.5, 75.7, 76.9, 78.1, 79.2, 80.2, 81.2, 82.2, 83.1, 83.9 })]
    [InlineData(true, new[] { 79.2, 80.2, 81.2, 82.1, 83.0, 83.9, 84.7, 85.5, 86.2, 86.9 })]
    public void England_ByDecile_IsAsSolved(bool female, double[] expected)
    {
        for (int decile = 1; decile <= 10; decile++)
        {
            LifeTable.OfEngland(female, decile).Expectancy(0).ShouldBe(expected[decile - 1], 0.1);
        }
    }

    [Theory]
    [InlineData(false, 1.01)]
    [InlineData(true, 0.93)]
    public void Hazards_ATenthLowerFromThirty_GiveTheKnownGain(bool female, double gain)
    {
        double Base(int age) => -Math.Log(1 - Mortality.BaseChance(age, female));
        LifeTable before = LifeTable.OfEngland(female);
        LifeTable lower = new(age => Base(age) * (age >= 30 ? 0.9 : 1), before.Expectancy(100) / 0.9);

        (lower.Expectancy(0) - before.Expectancy(0)).ShouldBe(gain, 0.02);
    }

    [Fact]
    public void Places_Solved_HaveTheirPublishedLifeExpectancy()
    {
        using Population population = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(20_000), null, CancellationToken.None);
        Mortality mortality = Mortality.Of(population);
        double[] residents = PlaceLifeExpectancy.Residents(population);

        for (int place = 0; place < population.Places.Count; place++)
        {
            for (int sex = 0; sex < 2; sex++)
            {
                PlaceLifeExpectancy.Expectancy(residents, place, sex == 1, mortality.PlaceFactors[(2 * place) + sex])
                    .ShouldBe(PlaceLifeExpectancy.Of(population.Places[place], sex == 1)!.Value, 0.001);
            }
        }

        mortality.PlaceFactors.Min().ShouldBeGreaterThan(0.8);
        mortality.PlaceFactors.Max().ShouldBeLessThan(1.35);
    }

    [Fact]
    public void Thresholds_LessHazard_OnlyPutsDeathsOff()
    {
        const int People = 1_000_000;
        Luck luck = new(1, LuckStream.LifeSpan);
        int more = 0;
        int less = 0;
        for (int identity = 0; identity < People; identity++)
        {
            float left = LifeCourse.Threshold(luck.Words(identity, 0).First);
            bool dies = left <= 10 * 0.01;
            bool diesWithLess = left <= 10 * 0.009;
            (dies || !diesWithLess).ShouldBeTrue();
            more += dies ? 1 : 0;
            less += diesWithLess ? 1 : 0;
        }

        (100.0 * more / People).ShouldBe(9.516, 0.06);
        (100.0 * less / People).ShouldBe(8.607, 0.06);
    }
}
