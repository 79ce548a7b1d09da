using System.Collections.Concurrent;

namespace Simulation.Engine.Time;

/// <summary>
/// Bank holidays in England for any year, and each council's school days: as published where published, by the rule of
/// <see cref="SchoolTerms"/> beyond.
/// </summary>
public static class SchoolCalendar
{
    // Mid-month hours of daylight at 53.4° N (astronomical tables, to 0.1 h), January first.
    private static readonly float[] MidMonthDaylight =
        [8.2f, 9.9f, 11.9f, 14.0f, 15.9f, 16.9f, 16.4f, 14.7f, 12.7f, 10.6f, 8.7f, 7.6f];

    private static readonly ConcurrentDictionary<(string Council, int Year), SchoolTerms> Years = [];

    /// <summary>Codes of the nine councils, whose schools' terms differ.</summary>
    public static IReadOnlyList<string> Councils { get; } =
    [
        "E06000006", "E06000007", "E06000049", "E06000050", "E08000011", "E08000012", "E08000013", "E08000014", "E08000015",
    ];

    /// <summary>All that is known of <paramref name="date"/>, for the area as a whole.</summary>
    public static DayInfo Describe(DateOnly date) =>
        new(date, date.DayNumber, Weekday(date), Councils.Any(council => IsSchoolDay(council, date)), IsBankHoliday(date), Daylight(date));

    /// <summary>0 = Monday … 6 = Sunday.</summary>
    public static int Weekday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    /// <summary>True when pupils of a council's schools go to school.</summary>
    /// <param name="council">Code of the council where the school stands; another than the nine keeps the rule.</param>
    /// <param name="date">The date.</param>
    public static bool IsSchoolDay(string council, DateOnly date) =>
        TermsOf(council, date.Month > 8 ? date.Year : date.Year - 1).IsOpen(date);

    /// <summary>A council's school year that begins in the autumn of <paramref name="year"/>.</summary>
    internal static SchoolTerms TermsOf(string council, int year) =>
        Years.GetOrAdd((council, year), key => PublishedTerms.All.GetValueOrDefault(key) ?? SchoolTerms.ByRule(key.Council, key.Year));

    /// <summary>True on a bank holiday in England (substitute days included).</summary>
    public static bool IsBankHoliday(DateOnly date)
    {
        int year = date.Year;
        DateOnly easter = EasterSunday(year);
        return date == easter.AddDays(-2)
            || date == easter.AddDays(1)
            || date == FirstMonday(year, 5)
            || date == SpringBankHoliday(year)
            || date == LastMonday(year, 8)
            || date == NextWorkingDay(new DateOnly(year, 1, 1))
            || IsChristmasHoliday(date);
    }

    /// <summary>Hours of daylight, between the middles of months in straight lines.</summary>
    public static float Daylight(DateOnly date)
    {
        DateOnly before = new(date.Year, date.Month, 15);
        if (date < before)
        {
            before = before.AddMonths(-1);
        }

        DateOnly after = before.AddMonths(1);
        float share = (date.DayNumber - before.DayNumber) / (float)(after.DayNumber - before.DayNumber);
        return (MidMonthDaylight[before.Month - 1] * (1 - share)) + (MidMonthDaylight[after.Month - 1] * share);
    }

    private static bool IsChristmasHoliday(DateOnly date)
    {
        DateOnly christmas = new(date.Year, 12, 25);
        return Weekday(christmas) switch
        {
            4 => date == christmas || date == christmas.AddDays(3),
            5 => date == christmas.AddDays(2) || date == christmas.AddDays(3),
            6 => date == christmas.AddDays(1) || date == christmas.AddDays(2),
            _ => date == christmas || date == christmas.AddDays(1),
        };
    }

    private static DateOnly NextWorkingDay(DateOnly date) => Weekday(date) switch
    {
        5 => date.AddDays(2),
        6 => date.AddDays(1),
        _ => date,
    };

    private static DateOnly SpringBankHoliday(int year) => LastMonday(year, 5);

    private static DateOnly FirstMonday(int year, int month)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays((7 - Weekday(first)) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-Weekday(last));
    }

    // Anonymous Gregorian computus (Nature, 20 April 1876).
    internal static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
