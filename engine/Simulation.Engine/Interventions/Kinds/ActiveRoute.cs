namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A traffic-free or protected route for walking and cycling is built through the neighbourhood.</summary>
internal sealed class ActiveRoute : InterventionKind
{
    public override string Key => "active_route";

    public override string Summary => "A traffic-free or protected route for walking and cycling is built through the neighbourhood.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "active_travel_weekly";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a kilometre of two-way track, lightly segregated", Owners.Highways, 500_000, 740_000, 1_450_000, 2013, 2016, PerYear: false, CostBasis.Unit, "DfT, Typical costs of cycling interventions (Taylor and Hiblin 2017); high: physically segregated")
        {
            ItemsBecause = "one kilometre through a neighbourhood, a judgement",
        },
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No published effect is used: reserved for validation. A wide prior near nothing stands in its place.",
        "Reserved", Reserved: true);

    public override string Mechanism =>
        "Cycling feels less stressful, and routes on foot and by bicycle get a little shorter. It takes a year or more before people use it.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.CycleStress, -delivery.Effect("cycle_stress"), ramp);
        yield return delivery.Move(Lever.WalkDetour, -delivery.Effect("detour"), ramp);
    }
}
