namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A traffic-free or protected route for walking and cycling is built through the neighbourhood.</summary>
internal sealed class ActiveRoute : InterventionKind
{
    public override string Key => "active_route";

    public override string Summary => "A traffic-free or protected route for walking and cycling is built through the neighbourhood.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No published effect is used: reserved for validation. A wide prior near nothing stands in its place.",
        "Reserved", Reserved: true);

    public override string Mechanism =>
        "Cycling feels less stressful and walking routes get a little shorter. It takes a year or more before people use it.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.CycleStress, -delivery.Effect("cycle_stress"), ramp);
        yield return delivery.Move(Lever.WalkDetour, -delivery.Effect("detour"), ramp);
    }
}
