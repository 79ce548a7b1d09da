namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Parks, canals and paths are opened, mended or made greener.</summary>
internal sealed class GreenSpace : InterventionKind
{
    public override string Key => "green_space";

    public override string Summary => "Parks, canals and paths are opened, mended or made greener.";

    public override string DefaultOwner => Owners.Councils;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No published effect is used: reserved for validation. A wide prior near nothing stands in its place.",
        "Reserved", Reserved: true);

    public override string Mechanism =>
        "Streets look greener to those who walk and a place to be active is nearer. Visits are not people: part of the use is by those who were active anyway.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.GreenDeficit, -delivery.Effect("view"), ramp);
        yield return delivery.Move(Lever.OfferDistance, -delivery.Effect("nearer"), ramp);
    }
}
