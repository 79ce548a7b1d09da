namespace Simulation.Engine.Interventions;

/// <summary>What a scenario asks of one intervention, in canonical units: everything that binding needs besides the population.</summary>
public sealed record InterventionRequest
{
    /// <summary>Name in reports: the kind's key and its position in the scenario, e.g. <c>school_street[1]</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Who delivers it.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it is offered.</summary>
    public Target Where { get; init; } = Target.Everywhere;

    /// <summary>Whom it is for.</summary>
    public Who Who { get; init; } = Who.Everyone;

    /// <summary>How much of the eligible is reached (coverage).</summary>
    public Reach Reach { get; init; } = Reach.All;

    /// <summary>Share of those reached who take it up; null = the kind's default.</summary>
    public Uptake? Uptake { get; init; }

    /// <summary>How much of the full dose is delivered and kept to, 0–1; null = the kind's default.</summary>
    public double? Adherence { get; init; }

    /// <summary>True = the same total reach, spread over deprivation deciles in proportion to need.</summary>
    public bool ProportionateToNeed { get; init; }

    /// <summary>Roll-out.</summary>
    public PhaseIn PhaseIn { get; init; }

    /// <summary>First day (DayNumber) on which it no longer acts, or <see cref="int.MaxValue"/>.</summary>
    public int End { get; init; } = int.MaxValue;

    /// <summary>Time constant of the fade after the end, days; null = the kind's default.</summary>
    public double? FadeDays { get; init; }

    /// <summary>Values of the kind's own parameters by key; absent = default.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Local evidence: values that replace <c>KIND.name</c> in the registry and carry no design discount.</summary>
    public IReadOnlyDictionary<string, double> Effect { get; init; } = new Dictionary<string, double>();

    /// <summary>Registry values changed by the scenario, by full name.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; init; } = new Dictionary<string, double>();

    /// <summary>Costs.</summary>
    public IReadOnlyList<CostItem> Costs { get; init; } = [];
}
