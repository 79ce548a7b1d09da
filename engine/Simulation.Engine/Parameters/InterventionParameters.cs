namespace Simulation.Engine.Parameters;

/// <summary>Default effects of the interventions: evidence with its design weight, ramps and fades.</summary>
public static class InterventionParameters
{
    private const string RampJudgement = "Modelling judgement: default ramps of the design basis";

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        // Discount of published log-odds by the design of the study behind them.
        J("evidence.weight_randomised", 1.0, "1", 0.5, 1, "Weight on log-odds from randomised trials", "Modelling judgement: discount weak designs"),
        J("evidence.weight_natural_experiment", 0.8, "1", 0.4, 1, "Weight on log-odds from controlled natural experiments", "Modelling judgement: discount weak designs"),
        J("evidence.weight_uncontrolled", 0.4, "1", 0, 1, "Weight on log-odds from uncontrolled studies or self-selected participants", "Modelling judgement: discount weak designs"),
        J("evidence.weight_cross_sectional", 0.25, "1", 0, 1, "Weight on log-odds from cross-sectional associations", "Modelling judgement: discount weak designs"),

        V("school_street.gate_traffic", 0.68, "share", 0.3, 0.9, "Motor traffic removed at the gate while the street is closed", "Hackney Council, first four School Streets, before/after"),
        J("school_street.car_access", 3.2, "min", 2.6, 3.9, "Extra minutes that a car trip costs: parking 200–300 m away, walked at a child's 1.3 m/s", "Modelling judgement; walking speed National Travel Survey"),
        J("school_street.gate_share_of_street", 0.1, "share", 0, 0.3, "Traffic at the gate at drop-off and pick-up as a share of one neighbourhood's street traffic then", "Modelling judgement"),
        J("school_street.ramp", 42, "days", 14, 84, "Time constant with which drivers and families adapt", RampJudgement),

        D("speed_limit.signs", 0.22, "share", 0.15, 0.30, "Share of the excess over 20 mph given up with signs alone", "Atkins/DfT 2018, England: −0.7 mph residential, −0.9 mph centres"),
        D("speed_limit.enforced", 0.48, "share", 0.43, 0.49, "Share given up under constant patrols", "Transport for Wales 2024/25, ETSC: 28.9 → 24.6 mph with default limit, campaign and police engagement"),
        U("speed_limit.calmed", 0.9, "share", 0.8, 0.95, "Share given up with physical calming", "TRL report 215: zones about −9 mph"),
        J("speed_limit.halo", 56, "days", 7, 182, "Time constant with which the effect of patrols wears off", "Modelling judgement (1–26 weeks)"),
        J("speed_limit.ramp", 28, "days", 7, 56, "Time constant with which drivers take to new signs", RampJudgement),

        D("safe_crossings.junction_stress", 0.55, "share", 0, 0.73, "Junction stress removed where crossings are treated", "JIBE stress functions (jibeproject/mito): 0.67 uncontrolled, 0.18 zebra; three quarters of junctions treated"),
        J("safe_crossings.detour", 0.05, "share", 0, 0.1, "Route length saved where crossings are treated", "Modelling judgement"),
        J("safe_crossings.ramp", 364, "days", 182, 728, "Time constant with which residents change their ways after infrastructure opens", RampJudgement),
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
