namespace Simulation.Engine.Time;

/// <summary>The first of September: the school year begins, and everybody is a year older.</summary>
public static class SchoolYear
{
    private const int Month = 9;

    /// <summary>Whether a school year begins on <paramref name="date"/>.</summary>
    public static bool Begins(DateOnly date) => date is { Month: Month, Day: 1 };

    /// <summary>The first day of the next school year after <paramref name="date"/>.</summary>
    public static DateOnly After(DateOnly date)
    {
        DateOnly first = new(date.Year, Month, 1);
        return first > date ? first : first.AddYears(1);
    }

    /// <summary>School years that begin after <paramref name="start"/> and before <paramref name="end"/>.</summary>
    public static int Between(DateOnly start, DateOnly end)
    {
        int years = 0;
        for (DateOnly first = After(start); first < end; first = first.AddYears(1))
        {
            years++;
        }

        return years;
    }
}
