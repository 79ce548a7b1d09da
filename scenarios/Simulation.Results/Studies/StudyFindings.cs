namespace Simulation.Results.Studies;

/// <summary>What a study found.</summary>
/// <param name="Name">Name of the study.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Residents">Residents of each run.</param>
/// <param name="Start">First day.</param>
/// <param name="Days">Days of each run.</param>
/// <param name="Draws">Draws planned.</param>
/// <param name="Seeds">Seeds of each draw.</param>
/// <param name="Target">Residents more active that are asked for, or null.</param>
/// <param name="Budget">What may be spent, £, or null.</param>
/// <param name="PlanId">Address of the plan.</param>
/// <param name="Model">Hash of the model that ran it.</param>
/// <param name="PopulationHash">Hash of the residents.</param>
/// <param name="Arms">The scenarios, in the order of the plan.</param>
/// <param name="Drawn">Numbers that the draws vary, by name: the value in each draw, from the first.</param>
/// <param name="Costs">What owners pay.</param>
/// <param name="Coalitions">The scenarios with some of their owners only; empty unless asked for.</param>
public sealed record StudyFindings(
    string Name,
    string Description,
    int Residents,
    DateOnly Start,
    int Days,
    int Draws,
    int Seeds,
    double? Target,
    double? Budget,
    string PlanId,
    string Model,
    string PopulationHash,
    IReadOnlyList<StudyArm> Arms,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Drawn,
    IReadOnlyList<LeverCost> Costs,
    IReadOnlyList<Coalition> Coalitions)
{
    /// <summary>Levers that no number with a range drives: their part of the answer has no doubt of its own.</summary>
    public IReadOnlyList<UnrangedLever> Unranged { get; init; } = [];

    /// <summary>Draws that were run before, elsewhere: <see cref="Drawn"/> begins with the next.</summary>
    public int DrawsBefore { get; init; }

    /// <summary>Outlines of places and neighbourhoods; null where they are not to be drawn.</summary>
    public StudyMap? Map { get; init; }

    /// <summary>The scenarios with some only of the mechanisms by which they act; empty unless asked for.</summary>
    public IReadOnlyList<Coalition> Mechanisms { get; init; } = [];

    /// <summary>The scenarios under other structures; empty unless asked for.</summary>
    public IReadOnlyList<StructureArm> Structures { get; init; } = [];
}

/// <summary>A lever whose effect has no range: whatever the draws, it does the same.</summary>
/// <param name="Arm">The scenario.</param>
/// <param name="Label">The lever.</param>
public sealed record UnrangedLever(string Arm, string Label);

/// <summary>What an owner pays for a part of a scenario.</summary>
/// <param name="Arm">The scenario.</param>
/// <param name="Owner">Who pays.</param>
/// <param name="Label">What for.</param>
/// <param name="Capital">Paid over the horizon as capital, £; null where there is no price.</param>
/// <param name="Running">Running costs in a year of the horizon, £; null where there is no price.</param>
public sealed record LeverCost(string Arm, string Owner, string Label, double? Capital, double? Running);
