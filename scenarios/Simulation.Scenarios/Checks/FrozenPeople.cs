using System.Globalization;

namespace Simulation.Scenarios.Checks;

/// <summary>Runs so long that it matters that nobody in them grows older.</summary>
public static class FrozenPeople
{
    /// <summary>Years up to which residents may stand still without anybody being misled much.</summary>
    public const int MostYears = 3;

    /// <summary>What to say of a run of <paramref name="days"/> days; null when it is short enough.</summary>
    /// <param name="start">First day.</param>
    /// <param name="days">Days of the run.</param>
    public static string? Warning(DateOnly start, int days) => start.DayNumber + days <= start.AddYears(MostYears).DayNumber ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The run covers {days / 365.25:0.#} years, and in it nobody ages, is born, moves or dies: after {MostYears} years its figures are those of people who no longer are who they were.");
}
