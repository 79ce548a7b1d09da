using System.Globalization;
using Simulation.Engine.Parameters;
using Simulation.Engine.Time;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Checks;

/// <summary>Runs so long that it matters what becomes of people in them, or what does not.</summary>
public static class FrozenPeople
{
    /// <summary>Years up to which residents may stand still, or nobody may move, without anybody being misled much.</summary>
    public const int MostYears = 3;

    /// <summary>The code of the warning in scenarios.</summary>
    public static DiagnosticCode Code => Codes.FrozenPeople;

    /// <summary>What to say of a run of <paramref name="days"/> days; null when it is short enough.</summary>
    /// <param name="start">First day.</param>
    /// <param name="days">Days of the run.</param>
    /// <param name="people">What becomes of people.</param>
    public static string? Warning(DateOnly start, int days, PeopleStructure people) => start.DayNumber + days <= start.AddYears(MostYears).DayNumber ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The run covers {days / 365.25:0.#} years, and in it {(people == PeopleStructure.Frozen
                ? $"nobody ages, is born, moves or dies: after {MostYears} years its figures are those of people who no longer are who they were"
                : "neighbourhoods grow older unlike each other, which moves the gaps between them with nobody's doing: compare with a baseline of the same years, never with the first day")}.");

    /// <summary>What to say of a live run, in which nobody grows older; null when it ends before anybody would.</summary>
    /// <param name="start">First day.</param>
    /// <param name="days">Days of the run.</param>
    public static string? WarningLive(DateOnly start, int days)
    {
        DateOnly turn = SchoolYear.After(start);
        return start.AddDays(days) <= turn ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"In a live run nobody grows older, is born or dies: from {turn:d MMMM yyyy} on it shows the residents of the first day. 'simulate run' lets people live on.");
    }
}
