namespace Simulation.Engine.Interventions;

/// <summary>
/// When an intervention acts: the one answer that effects, costs and explanations share. A unit is served from the day on
/// which it joins until the day on which the intervention ends, or until the length of its own service is over.
/// </summary>
/// <param name="PhaseIn">The roll-out: on which day each unit joins.</param>
/// <param name="Until">First day (<see cref="DateOnly.DayNumber"/>) on which the intervention no longer acts, or <see cref="int.MaxValue"/>.</param>
/// <param name="For">Days for which each unit is served from the day on which it joins; null = until the end.</param>
public readonly record struct Timing(PhaseIn PhaseIn, int Until, double? For)
{
    /// <summary>First day on which a unit that joined on day <paramref name="join"/> is no longer served.</summary>
    public int EndOf(int join) => For is { } days ? (int)Math.Min(Until, join + days) : Until;

    /// <summary>The same for a service that lasts <paramref name="days"/> for each unit.</summary>
    public Timing Lasting(double days) => this with { For = days };
}
