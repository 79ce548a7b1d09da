namespace Simulation.Scenarios.Costing;

/// <summary>A financial year, from 1 April: the year in which councils and the NHS budget and pay.</summary>
/// <param name="Year">Year in which it begins.</param>
public readonly record struct FinancialYear(int Year)
{
    /// <summary>The financial year of a day.</summary>
    /// <param name="day">A <see cref="DateOnly.DayNumber"/>.</param>
    public static FinancialYear Of(int day)
    {
        DateOnly date = DateOnly.FromDayNumber(day);
        return new FinancialYear(date.Month >= 4 ? date.Year : date.Year - 1);
    }

    /// <summary>First day, a <see cref="DateOnly.DayNumber"/>.</summary>
    public int Start => new DateOnly(Year, 4, 1).DayNumber;

    /// <summary>The day after the last.</summary>
    public int End => new DateOnly(Year + 1, 4, 1).DayNumber;

    /// <summary>Its days, 365 or 366: what is paid per year is paid in full over exactly these.</summary>
    public int Days => End - Start;

    /// <inheritdoc/>
    public override string ToString() => $"{Year}/{(Year + 1) % 100:00}";
}
