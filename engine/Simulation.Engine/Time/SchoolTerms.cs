namespace Simulation.Engine.Time;

/// <summary>One school year of one council: six stretches of term, and the days in them on which pupils stay at home.</summary>
/// <remarks>
/// The rule for years that are not published was read off the published ones: 195 days from the first Monday to Thursday of
/// September; half-term in the week of October's last Monday; Christmas from the last Friday up to 22 December for sixteen
/// days; half-term in the week whose Monday falls on 12–18 February; two weeks at Easter that begin with Easter Monday when
/// Easter falls before 4 April, a fortnight before Easter Monday when it falls after 11 April, and in between a week before Easter in
/// the Liverpool City Region and with Easter Monday elsewhere; half-term in the week of the spring bank holiday; the summer
/// term ends on the 195th day. Five of the 195 are for the training of teachers; each school chooses its own, so that here
/// all take the same: the first two of autumn, the first of spring, the last two of summer (a judgement).
/// </remarks>
internal sealed class SchoolTerms
{
    /// <summary>Days of a school year, those for training included (Education (School Day and School Year) Regulations 1999).</summary>
    public const int LegalDays = 195;

    private static readonly HashSet<string> CityRegion =
        ["E06000006", "E08000011", "E08000012", "E08000013", "E08000014", "E08000015"];

    private readonly HashSet<int> open;

    private SchoolTerms(IReadOnlyList<DateOnly> days, IEnumerable<DateOnly> training)
    {
        Days = days;
        open = [.. days.Except(training).Select(day => day.DayNumber)];
    }

    /// <summary>Days on which schools are staffed, those for training included.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Days on which pupils go.</summary>
    public int PupilDays => open.Count;

    /// <summary>True when pupils go on <paramref name="date"/>.</summary>
    public bool IsOpen(DateOnly date) => open.Contains(date.DayNumber);

    /// <summary>The year that begins in the autumn of <paramref name="year"/>, by the rule.</summary>
    /// <param name="council">Code of the council.</param>
    /// <param name="year">Year of the autumn term.</param>
    public static SchoolTerms ByRule(string council, int year)
    {
        DateOnly autumn = new(year, 9, 1);
        while (SchoolCalendar.Weekday(autumn) > 3)
        {
            autumn = autumn.AddDays(1);
        }

        DateOnly autumnHalf = MondayOnOrBefore(new DateOnly(year, 10, 31));
        DateOnly christmas = MondayOnOrBefore(new DateOnly(year, 12, 22).AddDays(-4)).AddDays(4);
        DateOnly springHalf = MondayOnOrBefore(new DateOnly(year + 1, 2, 18));
        DateOnly easter = Easter(council, year + 1);
        DateOnly summerHalf = MondayOnOrBefore(new DateOnly(year + 1, 5, 31));
        IReadOnlyList<DateOnly> days =
        [
            .. Staffed(
            [
                (autumn, autumnHalf.AddDays(-3)), (autumnHalf.AddDays(7), christmas),
                (christmas.AddDays(17), springHalf.AddDays(-3)), (springHalf.AddDays(7), easter.AddDays(-3)),
                (easter.AddDays(14), summerHalf.AddDays(-3)), (summerHalf.AddDays(7), new DateOnly(year + 1, 8, 15)),
            ]).Take(LegalDays),
        ];
        return new SchoolTerms(days, Training(days));
    }

    /// <summary>A published year.</summary>
    /// <param name="dates">First and last days of the six stretches, as published.</param>
    /// <param name="training">Days for training where the source lists them; null where each school sets its own, so that the rule's stand in.</param>
    public static SchoolTerms AsPublished(IEnumerable<(DateOnly From, DateOnly To)> dates, IReadOnlyList<DateOnly>? training)
    {
        IReadOnlyList<DateOnly> days = [.. Staffed(dates)];
        return new SchoolTerms(days, training ?? Training(days));
    }

    private static DateOnly Easter(string council, int year)
    {
        DateOnly sunday = SchoolCalendar.EasterSunday(year);
        bool early = sunday < new DateOnly(year, 4, 4);
        bool late = sunday > new DateOnly(year, 4, 11);
        return late ? sunday.AddDays(-13) : early || !CityRegion.Contains(council) ? sunday.AddDays(1) : sunday.AddDays(-6);
    }

    private static IEnumerable<DateOnly> Training(IReadOnlyList<DateOnly> days)
    {
        DateOnly spring = days.First(day => day.Year > days[0].Year);
        return [days[0], days[1], spring, days[^2], days[^1]];
    }

    private static IEnumerable<DateOnly> Staffed(IEnumerable<(DateOnly From, DateOnly To)> stretches)
    {
        foreach ((DateOnly from, DateOnly to) in stretches)
        {
            for (DateOnly day = from; day <= to; day = day.AddDays(1))
            {
                if (SchoolCalendar.Weekday(day) < 5 && !SchoolCalendar.IsBankHoliday(day))
                {
                    yield return day;
                }
            }
        }
    }

    private static DateOnly MondayOnOrBefore(DateOnly date) => date.AddDays(-SchoolCalendar.Weekday(date));
}
