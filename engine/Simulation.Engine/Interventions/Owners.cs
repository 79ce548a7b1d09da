namespace Simulation.Engine.Interventions;

/// <summary>Organisations that hold a lever. A scenario may name another; these are the ones with defaults and spelling help.</summary>
public static class Owners
{
    /// <summary>Employers.</summary>
    public const string Employers = "employers";

    /// <summary>Highway authorities.</summary>
    public const string Highways = "highways";

    /// <summary>Police.</summary>
    public const string Police = "police";

    /// <summary>Schools and trusts.</summary>
    public const string Schools = "schools";

    /// <summary>National Health Service.</summary>
    public const string Nhs = "nhs";

    /// <summary>Councils, other than as highway authority.</summary>
    public const string Councils = "councils";

    /// <summary>Community organisations.</summary>
    public const string Communities = "communities";

    /// <summary>Transport authority and operators.</summary>
    public const string Transport = "transport";

    /// <summary>Active Partnerships.</summary>
    public const string ActivePartnerships = "active partnerships";

    /// <summary>Several organisations together.</summary>
    public const string Partners = "partners";

    /// <summary>All, in printed order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Employers, Highways, Police, Schools, Nhs, Councils, Communities, Transport, ActivePartnerships, Partners];

    /// <summary>An owner as a sentence has it: <c>NHS</c>, <c>highways</c>.</summary>
    public static string InWords(string owner) => owner == Nhs ? "NHS" : owner;
}
