namespace Simulation.Engine.Interventions;

/// <summary>How much of what is eligible is reached: a share, or a number of units.</summary>
/// <param name="Share">Share of the eligible, 0–1; ignored when <paramref name="Count"/> is given.</param>
/// <param name="Count">Number of units, or null.</param>
public readonly record struct Reach(double Share, int? Count = null)
{
    /// <summary>Everything eligible.</summary>
    public static Reach All => new(1);
}

/// <summary>Share of those reached who take the offer up, at the two ends of the deprivation scale; straight in between.</summary>
/// <param name="MostDeprived">Uptake in decile 1, 0–1.</param>
/// <param name="LeastDeprived">Uptake in decile 10, 0–1.</param>
public readonly record struct Uptake(double MostDeprived, double LeastDeprived)
{
    /// <summary>Everyone reached takes it up.</summary>
    public static Uptake Everyone => new(1, 1);

    /// <summary>Uptake in <paramref name="decile"/> (1–10).</summary>
    public double In(int decile) => MostDeprived + ((LeastDeprived - MostDeprived) * (decile - 1) / 9.0);
}

/// <summary>The roll-out: reached rows join one after another, in the order of their rank.</summary>
/// <param name="Start">First day (<see cref="DateOnly.DayNumber"/>).</param>
/// <param name="Days">Days over which the roll-out stretches; 0 = all on the first day.</param>
public readonly record struct PhaseIn(int Start, int Days)
{
    /// <summary>Join day of a row at <paramref name="position"/> (0 ≤ position &lt; 1) among the reached.</summary>
    public int JoinDay(double position) => Start + (int)(Days * position);
}
