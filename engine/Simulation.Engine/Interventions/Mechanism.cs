namespace Simulation.Engine.Interventions;

/// <summary>The ways by which what an intervention does comes to show: four that it acts through, and two by which the change feeds on itself.</summary>
[Flags]
public enum Mechanism : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Time: who has it, how long ways are, how much of it school gives to activity.</summary>
    Time = 1,

    /// <summary>Cost: what a session or a ride is priced at.</summary>
    Cost = 2,

    /// <summary>Safety: traffic, speed and what crossing and riding feels like.</summary>
    Safety = 4,

    /// <summary>Motivation: intentions, norms, skills and support.</summary>
    Motivation = 8,

    /// <summary>Company: what household, neighbours, class and colleagues do.</summary>
    Company = 16,

    /// <summary>Habit: what one has come to do.</summary>
    Habit = 32,
}

/// <summary>What holding some mechanisms back leaves.</summary>
public static class HeldBack
{
    /// <summary>Those by which the change feeds on itself: held back, they go as without the interventions.</summary>
    public const Mechanism Feedback = Mechanism.Company | Mechanism.Habit;

    /// <summary>All, each on its own.</summary>
    public static IReadOnlyList<Mechanism> All { get; } = [.. Enum.GetValues<Mechanism>().Where(m => m != Mechanism.None)];

    /// <summary>The effects that are left when some mechanisms are held back.</summary>
    public static IReadOnlyList<Effect> Left(IReadOnlyList<Effect> effects, Mechanism held)
    {
        ArgumentNullException.ThrowIfNull(effects);
        return held == Mechanism.None ? effects : [.. effects.Where(e => !held.HasFlag(Levers.MechanismOf(e.Lever)))];
    }
}
