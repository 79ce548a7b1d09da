using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Simulation.Engine.Parameters;

namespace Simulation.Engine.Validation;

/// <summary>
/// A study of habit as Lally and others ran it (2010): people with gains of their own do something new once a day, miss a day
/// a week, and the day is noted on which habit has come to 95 % of where it levels off.
/// </summary>
internal static class HabitFormation
{
    private const int People = 1001;
    private const int Longest = 3000;
    private const int MissedEvery = 7;

    /// <summary>Median days.</summary>
    public static double MedianDays(ParameterSet set) => Days(set).Median();

    /// <summary>Days of each, the fastest last.</summary>
    public static double[] Days(ParameterSet set)
    {
        double gain = set[EverydayParameters.HabitGain];
        double spread = set[EverydayParameters.HabitGainSpread];
        double loss = set[EverydayParameters.HabitLoss];
        return [.. Enumerable.Range(0, People).Select(i =>
            (double)DaysOf(Math.Min(0.5, gain * Math.Exp(spread * Normal.InvCDF(0, 1, (i + 0.5) / People))), loss))];
    }

    private static int DaysOf(double gain, double loss)
    {
        double level = 0;
        for (int day = 1; day <= Longest; day++)
        {
            level = After(level, day, gain, loss);
        }

        double habit = 0;
        int days = 0;
        while (habit < 0.95 * level && days < Longest)
        {
            habit = After(habit, ++days, gain, loss);
        }

        return days;
    }

    private static double After(double habit, int day, double gain, double loss) =>
        day % MissedEvery == 0 ? habit * (1 - loss) : habit + (gain * (1 - habit));
}
