using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>
/// Shifts of the solved baseline, nought unless a draw of other numbers has moved it: they bring its totals back to the
/// published ones without solving every stratum anew (<see cref="Calibration.DrawSolver"/>).
/// </summary>
public static class BaselineParameters
{
    /// <summary>What the names begin with.</summary>
    public const string Prefix = "baseline.";

    private const string Solved = "Solved, so that a draw of other numbers leaves the baseline's totals where they were";

    /// <summary>Leisure of adults.</summary>
    public static readonly Parameter Leisure = Shift("leisure", "logit", "Shift of every adult stratum's mean propensity for leisure.");

    /// <summary>Leisure of children.</summary>
    public static readonly Parameter LeisureChild = Shift("leisure_child", "logit", "The same of children.");

    /// <summary>Lower hump of adults.</summary>
    public static readonly Parameter Lower = Shift("lower", "SD", "Shift of the rank below which an adult is in the lower hump; where groups are fixed, of the share who do not mean to be active (probit).");

    /// <summary>Lower hump of children.</summary>
    public static readonly Parameter LowerChild = Shift("lower_child", "SD", "The same of children.");

    /// <summary>Errands.</summary>
    public static readonly Parameter Errand = Shift("errand", "logit", "Shift of every stratum's mean propensity to walk an errand.");

    /// <summary>Spread of errands.</summary>
    public static readonly Parameter ErrandSpread = Shift("errand_spread", "log", "Logarithm of the factor on the spread of that propensity.");

    /// <summary>Walking to primary school.</summary>
    public static readonly Parameter SchoolWalkPrimary = Shift("school_walk_primary", "logit", "Shift of the constant of walking to primary school.");

    /// <summary>Walking to secondary school.</summary>
    public static readonly Parameter SchoolWalkSecondary = Shift("school_walk_secondary", "logit", "The same to secondary school.");

    /// <summary>Cycling to primary school.</summary>
    public static readonly Parameter SchoolCyclePrimary = Shift("school_cycle_primary", "logit", "Shift of the constant of cycling to primary school.");

    /// <summary>Cycling to secondary school.</summary>
    public static readonly Parameter SchoolCycleSecondary = Shift("school_cycle_secondary", "logit", "The same to secondary school.");

    /// <summary>Bus to primary school.</summary>
    public static readonly Parameter SchoolBusPrimary = Shift("school_bus_primary", "logit", "Shift of the constant of the bus to primary school.");

    /// <summary>Bus to secondary school.</summary>
    public static readonly Parameter SchoolBusSecondary = Shift("school_bus_secondary", "logit", "The same to secondary school.");

    /// <summary>Walking to work.</summary>
    public static readonly Parameter CommuteWalk = Shift("commute_walk", "logit", "Shift of the constant of walking to work.");

    /// <summary>Cycling to work.</summary>
    public static readonly Parameter CommuteCycle = Shift("commute_cycle", "logit", "The same of cycling.");

    /// <summary>Bus and train to work.</summary>
    public static readonly Parameter CommuteTransit = Shift("commute_transit", "logit", "The same of bus and train.");

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Leisure, LeisureChild, Lower, LowerChild, Errand, ErrandSpread,
        SchoolWalkPrimary, SchoolWalkSecondary, SchoolCyclePrimary, SchoolCycleSecondary, SchoolBusPrimary, SchoolBusSecondary,
        CommuteWalk, CommuteCycle, CommuteTransit,
    ];

    private static Parameter Shift(string name, string unit, string meaning) => new(Prefix + name, 0, unit, -10, 10, meaning, Solved, Calibrated);
}
