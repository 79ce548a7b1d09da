namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Police patrol streets that have a 20 mph limit.</summary>
internal sealed class SpeedEnforcement : InterventionKind
{
    public override string Key => "speed_enforcement";

    public override string Summary => "Police patrol streets that have a 20 mph limit.";

    public override string DefaultOwner => Owners.Police;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("patrols", Dimension.PerWeek, 0.1, 14, 2, "Patrols a week in each neighbourhood."),
        new("for", Dimension.Duration, 7, 3650, double.PositiveInfinity, "How long the patrols go on."),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "Drivers give up 0.48 (0.43–0.49) of their excess over 20 mph under constant patrols against 0.22 (0.15–0.30) with signs alone; not all of the Welsh change is due to police.",
        "Transport for Wales 2024/25, ETSC; Atkins/DfT 2018");

    public override string Mechanism =>
        "Drivers keep nearer to 20 mph while patrols go on; the effect wears off over weeks after they stop. It assumes that the streets get the limit too, and counts what signs alone do: set it beside `speed_limit` to see what patrols add.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) => Patrols.Effects(
        delivery, delivery.Effect("signs"), delivery.Effect("enforced"), delivery.Value("patrols"), delivery.Timing, delivery.Effect("halo"));
}
