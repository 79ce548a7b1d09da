using Simulation.Engine.Populations;

namespace Simulation.Engine.State;

/// <summary>
/// What changes in a resident during a run: 30 bytes each. The first six columns are touched every day; the rest once a week.
/// </summary>
/// <remarks>
/// Lasting traits (propensity, habit gain, ceiling) are not stored: luck is addressed, so the weekly refresh asks for them
/// again, which costs less than carrying them through memory.
/// </remarks>
/// <param name="rows">Rows of the resident table, vacant ones included.</param>
public sealed class ResidentState(int rows) : IDisposable
{
    /// <summary>Odds of a leisure session on a neutral day; refreshed weekly.</summary>
    public Column<float> LeisureOdds { get; } = Column<float>.Allocate(rows);

    /// <summary>Odds of walking an errand on a neutral day; refreshed weekly.</summary>
    public Column<float> ErrandOdds { get; } = Column<float>.Allocate(rows);

    /// <summary>Key of <see cref="Demographics"/>; 52 on vacant rows.</summary>
    public Column<byte> Key { get; } = Column<byte>.Allocate(rows);

    /// <summary>Leisure on each of the last 7 days: bit 0 = yesterday once the day is over.</summary>
    public Column<byte> LeisureDays { get; } = Column<byte>.Allocate(rows);

    /// <summary>Walked or cycled for travel (10 minutes or more) on each of the last 28 days: bit 0 = the latest.</summary>
    public Column<int> TravelDays { get; } = Column<int>.Allocate(rows);

    /// <summary>The day as the viewer shows it, see <see cref="DayCode"/>.</summary>
    public Column<byte> Today { get; } = Column<byte>.Allocate(rows);

    /// <summary>Moderate-equivalent minutes in each of four weeks, a ring: the week of day d is column (d / 7) mod 4.</summary>
    public Column<ushort>[] WeekMinutes { get; } =
        [Column<ushort>.Allocate(rows), Column<ushort>.Allocate(rows), Column<ushort>.Allocate(rows), Column<ushort>.Allocate(rows)];

    /// <summary>Leisure habit, 0–1 in 1/65,535.</summary>
    public Column<ushort> Habit { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Fitness, 1 = age norm, in 1/32,768.</summary>
    public Column<ushort> Fitness { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Intention raised by interventions, logit in 1/4,096, at most 15.99.</summary>
    public Column<ushort> Intention { get; } = Column<ushort>.Allocate(rows);

    /// <summary>Hours a weekday that working at home frees beyond the baseline; null while no intervention does that.</summary>
    public Column<float>? FreedHours { get; private set; }

    /// <summary>Makes <see cref="FreedHours"/> if need be.</summary>
    public void RequireFreedHours() => FreedHours ??= Column<float>.Allocate(rows);

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        LeisureOdds.Dispose();
        ErrandOdds.Dispose();
        Key.Dispose();
        LeisureDays.Dispose();
        TravelDays.Dispose();
        Today.Dispose();
        Array.ForEach(WeekMinutes, column => column.Dispose());
        Habit.Dispose();
        Fitness.Dispose();
        Intention.Dispose();
        FreedHours?.Dispose();
    }
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
