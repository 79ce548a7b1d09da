namespace Simulation.Engine.Time;

/// <summary>
/// School terms and bank holidays in England for any year, by the rules that the nine councils' published terms follow.
/// </summary>
/// <remarks>
/// Autumn term from the first Wednesday of September on or after the 1st, half-term in the week that holds 27 October;
/// Christmas from the Saturday before 22 December for two weeks; spring half-term in the week that holds 17 February;
/// Easter: two weeks from the Saturday before Good Friday week's end; Whitsun half-term in the week of the spring bank holiday;
/// summer from 22 July. That gives 188–192 days a year; five of the legal 195 are for training.
/// </remarks>
public static class SchoolCalendar
{
    // Mid-month hours of daylight at 53.4° N (astronomical tables, to 0.1 h), January first.
    private static readonly float[] MidMonthDaylight =
        [8.2f, 9.9f, 11.9f, 14.0f, 15.9f, 16.9f, 16.4f, 14.7f, 12.7f, 10.6f, 8.7f, 7.6f];

    /// <summary>All that is known of <paramref name="date"/>.</summary>
    public static DayInfo Describe(DateOnly date) =>
        new(date, date.DayNumber, Weekday(date), IsSchoolDay(date), IsBankHoliday(date), Daylight(date));

    /// <summary>0 = Monday … 6 = Sunday.</summary>
    public static int Weekday(DateOnly date) => ((int)date.DayOfWeek + 6) % 7;

    /// <summary>True when schools are open.</summary>
    public static bool IsSchoolDay(DateOnly date)
    {
        if (Weekday(date) > 4 || IsBankHoliday(date))
        {
            return false;
        }

        int year = date.Year;
        if (date >= new DateOnly(year, 7, 22) && date < AutumnStart(year))
        {
            return false;
        }

        DateOnly easter = EasterSunday(year);
        DateOnly christmas = SaturdayOnOrBefore(new DateOnly(date.Month == 1 ? year - 1 : year, 12, 22));
        return !InWeekOf(date, new DateOnly(year, 10, 27))
            && !(date >= christmas && date < christmas.AddDays(16))
            && !InWeekOf(date, new DateOnly(year, 2, 17))
            && !(date >= easter.AddDays(-8) && date < easter.AddDays(8))
            && !InWeekOf(date, SpringBankHoliday(year));
    }

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

    private static DateOnly AutumnStart(int year)
    {
        DateOnly day = new(year, 9, 1);
        while (Weekday(day) is not (2 or 1 or 3))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool InWeekOf(DateOnly date, DateOnly anchor)
    {
        DateOnly monday = anchor.AddDays(-Weekday(anchor));
        return date >= monday && date < monday.AddDays(7);
    }

    private static DateOnly SaturdayOnOrBefore(DateOnly date) => date.AddDays(-((Weekday(date) + 2) % 7));

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
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
