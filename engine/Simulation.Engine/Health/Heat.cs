namespace Simulation.Engine.Health;

/// <summary>
/// The formula of the World Health Organization's HEAT for walking: relative risk 0.89 for 168 minutes a week, at most 30 in 100.
/// An independent check of deaths from the all-cause curve; never added to them.
/// </summary>
public static class Heat
{
    /// <summary>Deaths averted in a year.</summary>
    /// <param name="residents">How many walk more.</param>
    /// <param name="minutes">How much more each walks, minutes a week.</param>
    /// <param name="mortality">Their deaths a person and year.</param>
    public static double DeathsAverted(double residents, double minutes, double mortality) =>
        residents * mortality * Math.Min((1 - 0.89) * minutes / 168, 0.30);
}
