using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions.Kinds;

/// <summary>The street at the school gate is closed to motor traffic at drop-off and pick-up.</summary>
internal sealed class SchoolStreet : InterventionKind
{
    public override string Key => "school_street";

    public override string Summary => "The street at the school gate is closed to motor traffic at drop-off and pick-up.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Schools;

    public override SchoolPhase? DefaultPhase => SchoolPhase.Primary;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("displacement", Dimension.Share, 0, 0.3, 0.15, "Share of the traffic removed from the gate that turns up in streets nearby."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a scheme with two cameras", Owners.Highways, 40_000, 62_000, 62_000, 2022, 2024, PerYear: false, CostBasis.Unit, "Shropshire Council 2022 and 2024; Harrow Council 2024"),
        new("maintenance of two cameras, fines not counted", Owners.Highways, 4_282, 8_564, 8_564, 2024, 2024, PerYear: true, CostBasis.Unit, "Harrow Council 2024"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "Motor traffic at the gate −68 % (first four schemes, before/after). Walking +3, car −6, cycling −1 percentage points in Edinburgh's nine-school pilot is kept as a check, not used.",
        "Hackney Council (first four School Streets); Davis 2020, Edinburgh Napier (16-study review); City of Edinburgh Council 2016");

    public override string Mechanism =>
        "Traffic at the gate falls, which makes the route feel safer; a car must stop a few minutes' walk away, which makes driving slower; part of the traffic moves to streets nearby.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        double removed = delivery.Effect("gate_traffic");
        yield return delivery.Move(Lever.GateTraffic, -removed, ramp);
        yield return delivery.Move(Lever.CarAccessMinutes, delivery.Effect("car_access"), ramp);

        double moved = removed * delivery.Value("displacement") * delivery.Effect("gate_share_of_street");
        if (moved > 0)
        {
            foreach (Effect effect in Displacement.ToNearby(delivery, moved, ramp))
            {
                yield return effect;
            }
        }
    }
}
