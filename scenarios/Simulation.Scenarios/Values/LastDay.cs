namespace Simulation.Scenarios.Values;

/// <summary>
/// What "until" means, wherever it is written: the last day. A run, an intervention and the command line share it; inside,
/// everything counts with the day after.
/// </summary>
/// <param name="Date">The day, still part of what it ends.</param>
public readonly record struct LastDay(DateOnly Date)
{
    /// <summary>The day after: the first on which it is over.</summary>
    public DateOnly End => Date.AddDays(1);

    /// <summary>The last day of what is over on <paramref name="end"/>.</summary>
    public static LastDay Before(DateOnly end) => new(end.AddDays(-1));

    /// <summary>Days from <paramref name="start"/> to this one, both counted; less than one when it comes before.</summary>
    public int DaysFrom(DateOnly start) => Date.DayNumber - start.DayNumber + 1;

    /// <summary>Reads <c>2026-09-30</c> or <c>30 September 2026</c>, as scenarios write it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    /// <param name="suggestion">What was probably meant, where it is no date; or null.</param>
    public static bool TryRead(string text, out LastDay day, out string? suggestion)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool read = DateParser.TryRead(text, firstOfMonth: false, out DateOnly date, out suggestion) == DateParser.Outcome.Read;
        day = new LastDay(date);
        return read;
    }

    /// <summary><c>2026-09-30</c>.</summary>
    public override string ToString() => DateParser.Format(Date);
}
