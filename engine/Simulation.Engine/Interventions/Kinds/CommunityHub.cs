namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A community centre or library becomes a place to be active in.</summary>
internal sealed class CommunityHub : InterventionKind
{
    public override string Key => "community_hub";

    public override string Summary => "A community centre or library becomes a place to be active in.";

    public override string DefaultOwner => Owners.Communities;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No controlled effect found. Prior odds ratio 1.05–1.15 within a kilometre; half of its lower end is used for the norm.",
        "Modelling judgement");

    public override string Mechanism =>
        "An offer is nearer, and being active becomes a little more usual in the neighbourhood.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.OfferDistance, -delivery.Effect("nearer"), ramp);
        yield return delivery.Move(Lever.LeisureNorm, delivery.Effect("norm"), ramp);
    }
}
