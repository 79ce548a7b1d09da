namespace Simulation.Engine.Numerics;

/// <summary>Chances on the scale of their odds.</summary>
internal static class Odds
{
    /// <summary>A chance whose odds are multiplied.</summary>
    /// <param name="chance">Between 0 and 1.</param>
    /// <param name="odds">What its odds are multiplied with.</param>
    public static double Times(double chance, double odds) => chance * odds / (1 - chance + (chance * odds));
}
