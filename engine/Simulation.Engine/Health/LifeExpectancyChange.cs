namespace Simulation.Engine.Health;

/// <summary>Life expectancy at birth of a group at the hazards of a run's last year, without the plan and with it.</summary>
/// <param name="Name">Place, or tenth of deprivation.</param>
/// <param name="Decile">Index of the tenth, 0 = most deprived; −1 for a place.</param>
/// <param name="Female">Sex.</param>
/// <param name="Baseline">Years without the plan.</param>
/// <param name="Plan">Years with it.</param>
/// <param name="HealthyBaseline">Years in full health without the plan: years lived times their quality.</param>
/// <param name="HealthyPlan">The same with it; illness prevented is not in it, only time lived.</param>
public sealed record LifeExpectancyChange(string Name, int Decile, bool Female, double Baseline, double Plan, double HealthyBaseline, double HealthyPlan)
{
    /// <summary>Years gained.</summary>
    public double Gain => Plan - Baseline;

    /// <summary>How much further the least deprived tenth lives than the most deprived one; NaN where one is nobody's.</summary>
    /// <param name="changes">The tenths and places of a plan.</param>
    /// <param name="female">Sex.</param>
    /// <param name="years">Which years.</param>
    public static double Gap(IReadOnlyList<LifeExpectancyChange> changes, bool female, Func<LifeExpectancyChange, double> years)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(years);
        LifeExpectancyChange? most = changes.FirstOrDefault(c => c.Decile == 0 && c.Female == female);
        LifeExpectancyChange? least = changes.FirstOrDefault(c => c.Decile == 9 && c.Female == female);
        return most is null || least is null ? double.NaN : years(least) - years(most);
    }
}
