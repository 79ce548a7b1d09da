using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Values;

/// <summary>Reads a length of time as scenarios write it, outside of one: <c>26 weeks</c>, <c>6 months</c>, <c>90 days</c>.</summary>
public static class Period
{
    /// <summary>The whole days of a length of time.</summary>
    /// <param name="text">A number and a unit: days, weeks, months or years.</param>
    /// <param name="days">Days, rounded to whole ones; at least 1.</param>
    /// <returns>False when it is no length of time, or less than a day.</returns>
    public static bool TryReadDays(string text, out int days)
    {
        ArgumentNullException.ThrowIfNull(text);
        days = 0;
        if (QuantityParser.TryRead(text, out Quantity quantity, out _) != QuantityParser.Outcome.Read
            || quantity.Dimension != Dimension.Duration || quantity.Value is not (>= 1 and <= int.MaxValue / 2))
        {
            return false;
        }

        days = (int)Math.Round(quantity.Value);
        return true;
    }
}
