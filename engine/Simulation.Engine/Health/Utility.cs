namespace Simulation.Engine.Health;

/// <summary>Quality of life by age and sex, 0–1: Ara and Brazier 2010, the general population of England.</summary>
public static class Utility
{
    /// <summary>Mean utility at an age.</summary>
    public static double Norm(double age, bool female) =>
        0.9508566 + (female ? 0 : 0.0212126) - (0.0002587 * age) - (0.0000332 * age * age);
}
