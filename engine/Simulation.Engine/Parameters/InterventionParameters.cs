namespace Simulation.Engine.Parameters;

/// <summary>Default effects of the interventions: evidence with its design weight, ramps and fades.</summary>
public static partial class InterventionParameters
{
    private const string Discount = "Modelling judgement: discount weak designs";

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        J("evidence.weight_randomised", 1.0, "1", 0.5, 1, "Weight on log-odds from randomised trials.", Discount),
        J("evidence.weight_natural_experiment", 0.8, "1", 0.4, 1, "Weight on log-odds from controlled natural experiments.", Discount),
        J("evidence.weight_uncontrolled", 0.4, "1", 0, 1, "Weight on log-odds from uncontrolled studies or participants who chose themselves.", Discount),
        J("evidence.weight_cross_sectional", 0.25, "1", 0, 1, "Weight on log-odds from cross-sectional associations.", Discount),
        .. Schools,
        .. Streets,
        .. Work,
        .. Care,
        .. Community,
    ];

    private static Parameter V(string name, double value, string unit, double minimum, double maximum, string meaning, string source) =>
        new(name, value, unit, minimum, maximum, meaning, source, EvidenceGrade.Verified);

    private static Parameter D(string name, double value, string unit, double minimum, double maximum, string meaning, string source) =>
        new(name, value, unit, minimum, maximum, meaning, source, EvidenceGrade.Derived);

    private static Parameter J(string name, double value, string unit, double minimum, double maximum, string meaning, string source) =>
        new(name, value, unit, minimum, maximum, meaning, source, EvidenceGrade.Judgement);

    private static Parameter U(string name, double value, string unit, double minimum, double maximum, string meaning, string source) =>
        new(name, value, unit, minimum, maximum, meaning, source, EvidenceGrade.Unverified);
}
