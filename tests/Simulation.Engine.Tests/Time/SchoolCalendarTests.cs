using Simulation.Engine.Time;

namespace Simulation.Engine.Tests.Time;

public class SchoolCalendarTests
{
    [Fact]
    public void PublishedYears_OfCouncils_HaveTheLegal195DaysAnd190ForPupils()
    {
        PublishedTerms.All.Count.ShouldBe(16);
        foreach ((_, SchoolTerms terms) in PublishedTerms.All)
        {
            // Lists of one school leave days for training out and name them, except one, which names none.
            terms.Days.Count.ShouldBeInRange(190, SchoolTerms.LegalDays);
            terms.PupilDays.ShouldBeInRange(189, 192);
        }
    }

    [Fact]
    public void Rule_BesidePublishedYears_GivesTheSameHolidaysButForAFewDays()
    {
        int days = 0;
        int differing = 0;
        foreach (((string council, int year), SchoolTerms published) in PublishedTerms.All)
        {
            SchoolTerms rule = SchoolTerms.ByRule(council, year);
            rule.Days.Count.ShouldBe(SchoolTerms.LegalDays);
            rule.PupilDays.ShouldBe(190);
            int misses = published.Days.Except(rule.Days).Count() + rule.Days.Except(published.Days).Count();
            days += published.Days.Count;
            differing += misses;
            // Two lists have their autumn half-term a week from their neighbours': five days off and five on.
            misses.ShouldBeLessThanOrEqualTo(15, $"{council} {year}");
        }

        // Days for training that lists of one school leave out are among them.
        (differing / (double)days).ShouldBeLessThan(0.02);
    }

    [Theory]
    [InlineData("E08000012", "2026-03-30", false)]
    [InlineData("E06000050", "2026-03-30", true)]
    [InlineData("E08000012", "2026-04-14", true)]
    [InlineData("E06000050", "2026-04-14", false)]
    public void IsSchoolDay_Easter2026_DiffersByCouncil(string council, string date, bool open) =>
        SchoolCalendar.IsSchoolDay(council, DateOnly.Parse(date)).ShouldBe(open);

    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2030)]
    public void Rule_AnyYear_HasTwoWeeksAtEasterThatHoldGoodFridayOrBeginWithEasterMonday(int year)
    {
        foreach (string council in SchoolCalendar.Councils)
        {
            DateOnly easter = SchoolCalendar.EasterSunday(year);
            SchoolCalendar.IsSchoolDay(council, easter.AddDays(-2)).ShouldBeFalse();
            SchoolCalendar.IsSchoolDay(council, easter.AddDays(1)).ShouldBeFalse();
            int holiday = Enumerable.Range(-20, 42).Select(easter.AddDays)
                .Count(date => SchoolCalendar.Weekday(date) < 5 && !SchoolCalendar.IsSchoolDay(council, date));
            holiday.ShouldBeInRange(10, 12);
        }
    }

    [Theory]
    [InlineData("2026-12-25", true)]
    [InlineData("2026-12-28", true)]
    [InlineData("2027-03-26", true)]
    [InlineData("2027-03-29", true)]
    [InlineData("2027-05-03", true)]
    [InlineData("2027-05-31", true)]
    [InlineData("2027-08-30", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2028-01-03", true)]
    [InlineData("2026-12-24", false)]
    [InlineData("2027-05-10", false)]
    public void IsBankHoliday_KnownDates_AsPublished(string date, bool holiday) =>
        SchoolCalendar.IsBankHoliday(DateOnly.Parse(date)).ShouldBe(holiday);

    [Theory]
    [InlineData("2026-10-28")]
    [InlineData("2026-12-24")]
    [InlineData("2027-02-16")]
    [InlineData("2027-04-01")]
    [InlineData("2027-06-01")]
    [InlineData("2027-08-10")]
    [InlineData("2026-09-05")]
    public void IsSchoolDay_HolidaysAndWeekends_AreNot(string date) =>
        SchoolCalendar.Describe(DateOnly.Parse(date)).SchoolDay.ShouldBeFalse();

    [Fact]
    public void Daylight_AllYear_LiesBetweenMidwinterAndMidsummerAndMovesSmoothly()
    {
        DateOnly date = new(2026, 9, 1);
        float before = SchoolCalendar.Daylight(date.AddDays(-1));
        for (int i = 0; i < 365; i++)
        {
            float hours = SchoolCalendar.Daylight(date.AddDays(i));
            hours.ShouldBeInRange(7.4f, 17.1f);
            Math.Abs(hours - before).ShouldBeLessThan(0.15f);
            before = hours;
        }
    }
}
