namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Motor traffic can no longer cut through residential streets.</summary>
internal sealed class LowTrafficNeighbourhood : InterventionKind
{
    public override string Key => "low_traffic_neighbourhood";

    public override string Summary => "Motor traffic can no longer cut through residential streets.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("displacement", Dimension.Share, 0, 0.3, 0.15, "Share of the traffic removed that turns up in streets nearby."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("modal filters, trial standard", Owners.Highways, 28, 31.5, 35, 2020, 2024, PerYear: false, CostBasis.Resident, "University of Westminster 2024"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No published effect is used: reserved for validation. A wide prior near nothing stands in its place.",
        "Reserved; the traffic removed is a judgement", Reserved: true);

    public override string Mechanism =>
        "Through traffic falls inside, crossing the road gets easier, and part of the traffic moves to streets nearby. Residents change their ways over most of a year.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        double removed = delivery.Effect("traffic");
        yield return delivery.Move(Lever.StreetTraffic, -removed, ramp);
        yield return delivery.Move(Lever.JunctionStress, -delivery.Effect("junction_stress"), ramp);
        double moved = removed * delivery.Value("displacement");
        if (moved > 0)
        {
            foreach (Effect effect in Displacement.ToNearby(delivery, moved, ramp))
            {
                yield return effect;
            }
        }
    }
}
