using Simulation.Engine.Demography;
using Simulation.Engine.Populations;

namespace Simulation.Model.Tests.Lives;

/// <summary>Women of an age have as many children as is published, whoever has them and however long the run has gone on.</summary>
public sealed class BirthTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Fact]
    public void FirstDay_EachPlace_ExpectsItsPublishedBirths()
    {
        BirthLevels levels = BirthLevels.Of(test.Population);
        (double[] published, double[] expected) = Births(test.Population, levels, 0);

        for (int place = 0; place < published.Length; place++)
        {
            expected[place].ShouldBe(published[place], 1e-9 * published[place], test.Population.Places[place].Name);
        }
    }

    [Fact]
    public void TenYears_HouseholdsOfTheRunsOwn_BirthsStayThoseOfTheWomensAges()
    {
        BirthLevels levels = BirthLevels.Of(test.Population);
        List<double> ratios = [];
        LivesProjection.Of(test.Population, 2026, 10, 1, 2, see: (year, state) =>
        {
            (double[] published, double[] expected) = Births(state.Population, levels, year);
            ratios.Add(expected.Sum() / published.Sum());
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(" ", ratios.Select(ratio => ratio.ToString("F3"))));
        ratios.ShouldAllBe(ratio => ratio > 0.96 && ratio < 1.05);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(25)]
    [InlineData(33)]
    public void StudentsAndOthers_AmongWomenWithoutChildren_AreAsManyAsAllOfTheAge(int age)
    {
        double students = Engine.Parameters.SynthesisResidentParameters.Student[age];
        double mean = (students * Fertility.StudentFactor(age, 0, true)) + ((1 - students) * Fertility.StudentFactor(age, 0, false));

        mean.ShouldBe(1, 1e-12);
    }

    // By place: births at the published rates by age, and those that the run would give.
    private static (double[] Published, double[] Expected) Births(Population of, BirthLevels levels, int turn)
    {
        double[] published = new double[of.Places.Count];
        double[] expected = new double[of.Places.Count];
        for (int n = 0; n < of.Neighbourhoods.Count; n++)
        {
            int place = of.Neighbourhoods.Place[n];
            for (int h = of.Households.Layout.First(n); h < of.Households.Layout.End(n); h++)
            {
                int first = of.Households.FirstResident[h];
                byte[] members = of.Residents.Age.Values.Slice(first, of.Households.Size[h]).ToArray();
                for (int i = 0; i < members.Length; i++)
                {
                    var traits = (Traits)of.Residents.Traits[first + i];
                    if ((traits & Traits.Female) == 0 || members[i] is < Fertility.FirstAge or > Fertility.LastAge)
                    {
                        continue;
                    }

                    byte[] children = [.. members.Where(age => Fertility.MayBeChild(members[i], age) && age < Fertility.GrownChild - 1)];
                    published[place] += Fertility.RatioOf(of.Places[place].Code) * Fertility.AtAge(members[i]);
                    expected[place] += levels.Rate(place, turn, members[i], children.Length, children.Contains((byte)0), (traits & Traits.Student) != 0);
                }
            }
        }

        return (published, expected);
    }
}
