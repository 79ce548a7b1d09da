using Simulation.Engine.Parameters;

namespace Simulation.Engine.Health;

/// <summary>How a condition answers to activity here.</summary>
public enum ConditionRole
{
    /// <summary>New cases follow a curve.</summary>
    Responds,

    /// <summary>The published interval includes no effect: none is counted.</summary>
    NoEffect,

    /// <summary>Answers to the kind of a programme, not to a dose: see <see cref="Falls"/>.</summary>
    ByProgramme,

    /// <summary>Not through activity: carried for its cost only.</summary>
    CostOnly,
}

/// <summary>A condition: how it answers to activity, how often it comes, what it costs in health and money.</summary>
/// <param name="Key">Key, e.g. <c>type_2_diabetes</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Role">How it answers to activity.</param>
public sealed record Condition(string Key, string Label, ConditionRole Role)
{
    /// <summary>New cases by dose; null where none are counted.</summary>
    public DoseResponse? Curve { get; init; }

    /// <summary>Where the curve, or the absence of one, comes from.</summary>
    public required string CurveSource { get; init; }

    /// <summary>Years to 63 in 100 of the effect.</summary>
    public double LagYears { get; init; }

    /// <summary>True where the effect fades among the old (heart and vessels).</summary>
    public bool Fades { get; init; }

    /// <summary>Youngest at whom the curve acts.</summary>
    public int ActsFrom { get; init; } = 20;

    /// <summary>New cases; null where none are counted.</summary>
    public YearlyRate? Incidence { get; init; }

    /// <summary>Where the incidence comes from.</summary>
    public string IncidenceSource { get; init; } = string.Empty;

    /// <summary>How the incidence was come by. A judgement carries no money and no QALYs.</summary>
    public EvidenceGrade IncidenceGrade { get; init; } = EvidenceGrade.Derived;

    /// <summary>Plausible range of the level of incidence: ± this share.</summary>
    public double IncidenceRange { get; init; } = 0.05;

    /// <summary>Logarithm of the ratio of new cases between the poorest and the richest tenth of the nation, at equal age.</summary>
    public double Gradient { get; init; }

    /// <summary>Diagnosed cases for each of the incidence's; at most 1. Only the diagnosed cost money.</summary>
    public double Registered { get; init; } = 1;

    /// <summary>Utility lost by a case; 0 where none is known for this definition.</summary>
    public double Decrement { get; init; }

    /// <summary>Mean duration of a case, years: prevalence over incidence.</summary>
    public double Years { get; init; }

    /// <summary>Health care of a diagnosed case, £ a year, prices of 2026.</summary>
    public double HealthCare { get; init; }

    /// <summary>Social care of a diagnosed case, £ a year, prices of 2026.</summary>
    public double SocialCare { get; init; }

    /// <summary>Care by family and friends of a diagnosed case, £ a year, prices of 2024.</summary>
    public double InformalCare { get; init; }

    /// <summary>True for conditions of the mind: what they bring can be left out.</summary>
    public bool Mental { get; init; }

    /// <summary>Whether health and money are counted from cases: their number is no judgement.</summary>
    public bool Valued => Incidence is not null && IncidenceGrade != EvidenceGrade.Judgement && (Decrement > 0 || HealthCare > 0);
}

/// <summary>Deaths of a cause: what the curves of single causes make of the same change as the curve of all causes.</summary>
/// <param name="Key">Key.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Curve">Deaths by dose.</param>
/// <param name="LagYears">Years to 63 in 100 of the effect.</param>
public sealed record CauseOfDeath(string Key, string Label, DoseResponse Curve, double LagYears)
{
    /// <summary>Deaths of it, by age and sex; null where they are a share of all deaths.</summary>
    public YearlyRate? Rate { get; init; }

    /// <summary>Share of all deaths where there is no rate.</summary>
    public double ShareOfDeaths { get; init; }

    /// <summary>Logarithm of the ratio of rates between the poorest and the richest tenth.</summary>
    public double Gradient { get; init; }

    /// <summary>True where the effect fades among the old.</summary>
    public bool Fades { get; init; }
}
