using Simulation.Engine.Time;

namespace Simulation.Engine.Tests.Time;

public class SchoolCalendarTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    [InlineData(2029)]
    public void IsSchoolDay_OverASchoolYear_IsAboutALegalYear(int autumn)
    {
        int days = 0;
        for (DateOnly date = new(autumn, 9, 1); date < new DateOnly(autumn + 1, 9, 1); date = date.AddDays(1))
        {
            days += SchoolCalendar.IsSchoolDay(date) ? 1 : 0;
        }

        days.ShouldBeInRange(185, 196);
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
        SchoolCalendar.IsSchoolDay(DateOnly.Parse(date)).ShouldBeFalse();

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
