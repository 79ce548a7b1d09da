using Simulation.Engine.Parameters;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Tests;

/// <summary>Habit as a study would find it.</summary>
public sealed class HabitFormationTests
{
    [Fact]
    public void Days_OfManyPeople_LieAsFarApartAsThoseOfTheStudy()
    {
        double[] days = [.. HabitFormation.Days(new ParameterSet(new Dictionary<string, double>())).Order()];

        // Lally 2010: median 66, of 39 people the fastest 18 and the slowest 254.
        days[days.Length / 2].ShouldBe(66, 12);
        days[days.Length / 40].ShouldBeInRange(10, 26);
        days[^(days.Length / 40)].ShouldBeInRange(180, 330);
    }

    [Fact]
    public void MedianDays_OfAFasterGain_AreFewer() =>
        HabitFormation.MedianDays(new ParameterSet(new Dictionary<string, double> { ["habit.gain"] = 0.09 }))
            .ShouldBeLessThan(HabitFormation.MedianDays(new ParameterSet(new Dictionary<string, double>())) * 0.6);
}
