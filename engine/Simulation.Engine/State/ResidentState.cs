using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>What changes in a resident during a run: 36 bytes each.</summary>
/// <remarks>
/// Lasting traits (propensity, habit gain, ceiling) are not stored: luck is addressed, so the weekly refresh asks for them
/// again, which costs less than carrying them through memory.
/// </remarks>
/// <param name="columns">The columns as declared here.</param>
public sealed class ResidentState(Columns columns) : SegmentedTable(columns)
{
    /// <summary>Nought of <see cref="Drift"/> and <see cref="Follow"/>.</summary>
    public const int Centre = 32_768;

    /// <summary>A standard deviation of <see cref="Drift"/>.</summary>
    public const float DriftUnit = 4096f;

    /// <summary>A standard deviation of <see cref="Follow"/>.</summary>
    public const float FollowUnit = 32_768f;

    /// <summary>One unit of <see cref="Intention"/>, logit.</summary>
    public const float IntentionUnit = 1f / 4096f;

    /// <summary>Columns in which every value is zero, or those of a source.</summary>
    /// <param name="layout">Segments of the table that the rows belong to.</param>
    /// <param name="source">Where the columns come from; null when they are made.</param>
    internal ResidentState(Segments layout, IColumnSource? source)
        : this(new Columns("residents", layout, source))
    {
    }

#pragma warning disable CS1591 // Each column says what it means where it is declared.
    public Column<int> Identity { get; } = columns.Of<int>("id", Touch.Daily, "Whom luck is addressed to: the row at synthesis; those who come later and those who are born have numbers of their own (32 bits, unsigned).");
    public Column<float> LeisureOdds { get; } = columns.Of<float>("odds", Touch.Daily, "Odds of a leisure session on a neutral day; refreshed weekly.");
    public Column<float> ErrandOdds { get; } = columns.Of<float>("odds", Touch.Daily, "Odds of walking an errand on a neutral day; refreshed weekly.");
    public Column<byte> Key { get; } = columns.Of<byte>("code", Touch.Daily, "Demographic key: age band × sex × disability; 52 on vacant rows.");
    public Column<byte> LeisureDays { get; } = columns.Of<byte>("bits", Touch.Daily, "Leisure on each of the last 7 days: bit 0 = yesterday once the day is over.");
    public Column<int> TravelDays { get; } = columns.Of<int>("bits", Touch.Daily, "Walked or cycled for travel (10 minutes or more) on each of the last 28 days: bit 0 = the latest.");
    public Column<byte> Today { get; } = columns.Of<byte>("bits", Touch.Daily, "The day as the viewer shows it, a DayCode.");
    public Column<ushort>[] WeekMinutes { get; } = columns.Ring<ushort>(4, "min", Touch.InItsWeek, "Moderate-equivalent minutes in each of four weeks, a ring: the week of day d is column (d / 7) mod 4.");
    public Column<ushort> Habit { get; } = columns.Of<ushort>("1/65535", Touch.Weekly, "Leisure habit, 0–1.");
    public Column<ushort> ErrandHabit { get; } = columns.Of<ushort>("1/65535", Touch.Weekly, "Habit of walking errands: the share of days on which one has come to walk one, 0–1.");
    public Column<ushort> Fitness { get; } = columns.Of<ushort>("1/32768", Touch.Weekly, "Fitness, 1 = age norm.");
    public Column<ushort> Intention { get; } = columns.Of<ushort>("1/4096", Touch.Weekly, "Intention raised by interventions, logit, at most 15.99.");
    public Column<ushort> Drift { get; } = columns.Of<ushort>("SD/4096", Touch.Weekly, "Part of the rank of propensity that drifts, above 32,768.");
    public Column<ushort> Follow { get; } = columns.Of<ushort>("SD/32768", Touch.Weekly, "Part of the rank of propensity that levers have brought about, above 32,768.");
    public OptionalColumn<float> FreedHours { get; } = columns.Later<float>(0, "h/day", "Hours a weekday that working at home frees beyond the baseline.");
    public OptionalColumn<float> HazardLived { get; } = columns.Later<float>(0, "hazard", "Hazard of death lived through since the run's first day, or since birth.");
    public OptionalColumn<byte> Born { get; } = columns.Later<byte>(0, "children", "Children that she has borne in the run.");
#pragma warning restore CS1591
}

/// <summary>One byte that says what a resident did today (column <c>Today</c>).</summary>
public static class DayCode
{
    /// <summary>Bits 0–2: mode of the school trip or commute, a <see cref="TripMode"/>.</summary>
    public const int ModeMask = 7;

    /// <summary>Bit 3: a leisure session.</summary>
    public const int Leisure = 8;

    /// <summary>Bit 4: walked an errand.</summary>
    public const int Errand = 16;

    /// <summary>Bits 5–6: activity over the last four weeks: 0 not counted (under 5), 1 inactive or less active, 2 fairly active, 3 active.</summary>
    public const int CategoryShift = 5;

    /// <summary>Two bits of category once shifted down.</summary>
    public const int CategoryMask = 3;

    /// <summary>Bit 7: a lasting trait: walks fast enough to count as moderate activity.</summary>
    public const int Brisk = 128;
}

/// <summary>Mode of a school trip or commute.</summary>
public enum TripMode : byte
{
    /// <summary>No trip today.</summary>
    None = 0,

    /// <summary>On foot.</summary>
    Walk = 1,

    /// <summary>By bicycle.</summary>
    Cycle = 2,

    /// <summary>By bus or train.</summary>
    Transit = 3,

    /// <summary>By car.</summary>
    Car = 4,

    /// <summary>Worked at home.</summary>
    Home = 5,
}
