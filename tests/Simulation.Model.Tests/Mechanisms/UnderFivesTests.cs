using Simulation.Engine.Baselines;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;

namespace Simulation.Model.Tests.Mechanisms;

/// <summary>
/// Who turns five is counted from that day on, with the four weeks before it: the weeks of those of four must be such as are
/// counted, or every September would open with days that never were.
/// </summary>
public sealed class UnderFivesTests(TestPopulation test) : IClassFixture<TestPopulation>
{
    [Theory]
    [InlineData(PropensityStructure.Moving)]
    [InlineData(PropensityStructure.Frozen)]
    [InlineData(PropensityStructure.Fixed)]
    public void StrataUnderFive_AreThoseOfFiveToSeven(PropensityStructure structure)
    {
        Baseline baseline = Baseline.Of(structure);
        foreach (float[] values in (float[][])[baseline.LeisureMean, baseline.Threshold, baseline.NonIntenders])
        {
            for (int decile = 0; decile < Demographics.Deciles; decile++)
            {
                for (int key = 0; key < Demographics.FirstCountedKey; key++)
                {
                    int i = (decile * Demographics.AllKeys) + key;
                    values[i].ShouldBe(values[i + Demographics.FirstCountedKey]);
                }
            }
        }
    }

    [Fact]
    public void FourYearOlds_InFourWeeks_MoveAsMuchAsFiveYearOlds()
    {
        using ModelRun run = test.Run(28);
        double four = Minutes(run, 4);
        double five = Minutes(run, 5);

        // Some 1,300 of each age, spread by some 60 %.
        (four / five).ShouldBe(1, 0.1);
    }

    // Mean minutes over four weeks.
    private double Minutes(ModelRun run, int age)
    {
        double sum = 0;
        int children = 0;
        for (int row = 0; row < run.State.Residents.Key.Length; row++)
        {
            if (test.Population.Residents.Age[row] == age)
            {
                sum += run.State.Residents.WeekMinutes.Sum(week => week[row]);
                children++;
            }
        }

        return sum / children;
    }
}
