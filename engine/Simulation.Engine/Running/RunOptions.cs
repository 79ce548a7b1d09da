using Simulation.Engine.Interventions;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Running;

/// <summary>What a run needs besides a population and effects.</summary>
public sealed record RunOptions
{
    /// <summary>First day of the horizon; the warm-up lies before it.</summary>
    public DateOnly Start { get; init; } = new(2026, 9, 1);

    /// <summary>Days of the horizon.</summary>
    public int Days { get; init; } = 365;

    /// <summary>Seed of the luck.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Worker threads; any number gives the same bits.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Lanes of the kernels: 16, 8, 4 or 1, which all give the same bits; 0 for the widest that the processor has.</summary>
    public int Lanes { get; init; }

    /// <summary>What is taken to become of propensities.</summary>
    public PropensityStructure Propensity { get; init; }

    /// <summary>
    /// Mechanisms by which change feeds on itself (<see cref="HeldBack.Feedback"/>) that go as they would without the effects: a second run
    /// lives the same days without any, and what is held back is seen of it. Takes twice the time and the memory.
    /// </summary>
    public Mechanism Held { get; init; }

    /// <summary>Parameters that differ from the registry's values, by name.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>
    /// Brings the scenario to the residents of a later year. With it people live: each first of September after the run's first
    /// day everybody is a year older (<see cref="Demography.TurnOfTheYear"/>). Null: nobody ages, is born or dies.
    /// </summary>
    public Func<Population, IReadOnlyList<Effect>>? Rebind { get; init; }

    /// <summary>Whether the run keeps what calibration, validation and replays set beside published figures: its first year by stratum, and a sample of adults looked at each quarter.</summary>
    public bool CountsYear { get; init; } = true;

    /// <summary>Whether processes are held to the columns that they say they write; Debug builds do, and are slow.</summary>
#if DEBUG
    public bool CheckWrites { get; init; } = true;
#else
    public bool CheckWrites { get; init; }
#endif
}
