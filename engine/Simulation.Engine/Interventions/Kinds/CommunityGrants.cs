namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Small grants let residents build up what their own community wants.</summary>
internal sealed class CommunityGrants : InterventionKind
{
    public override string Key => "community_grants";

    public override string Summary => "Small grants let residents build up what their own community wants.";

    public override string DefaultOwner => Owners.ActivePartnerships;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a local delivery pilot", Owners.Communities, 1_500_000, 2_080_000, 2_500_000, 2017, 2021, PerYear: true, CostBasis.Place, "Sport England: 100 million pounds over four years, twelve places"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "Positive signs, no effect size found. Prior: inactivity −0.3 points a year (−0.8 to +0.2).",
        "Sport England local delivery pilots; the prior is a judgement");

    public override string Mechanism =>
        "Being active becomes more usual in the neighbourhood, slowly.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.LeisureNorm, delivery.Effect("norm"), delivery.Effect("ramp"), delivery.Effect("fade"));
    }
}
