using Simulation.Engine.Interventions;

namespace Simulation.Scenarios.Values;

/// <summary>A stretch of the calendar as written: <c>12 months</c> from 4 January ends on 4 January, whatever the year.</summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Days besides.</param>
public readonly record struct CalendarSpan(int Months, int Days)
{
    /// <summary>The day after this stretch, when it starts on <paramref name="start"/>.</summary>
    public DateOnly From(DateOnly start) => start.AddMonths(Months).AddDays(Days);

    /// <summary>Reads <c>18 months</c>, <c>3 years</c>, <c>26 weeks</c>; false when the text is none.</summary>
    public static bool TryRead(string text, out CalendarSpan span)
    {
        span = default;
        if (QuantityParser.TryRead(text, out Quantity quantity, out string unit) != QuantityParser.Outcome.Read
            || quantity.Dimension != Dimension.Duration || quantity.Value is < 0 or > 40_000)
        {
            return false;
        }

        NumberParser.TryReadStart(text.Trim(), out double number, out _);
        double months = unit.ToLowerInvariant()[0] switch { 'y' => number * 12, 'm' => number, _ => double.NaN };
        span = months == Math.Floor(months)
            ? new CalendarSpan((int)months, 0)
            : new CalendarSpan(0, (int)Math.Round(quantity.Value, MidpointRounding.AwayFromZero));
        return true;
    }
}
