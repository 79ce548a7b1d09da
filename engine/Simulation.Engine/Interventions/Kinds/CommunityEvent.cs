namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A free weekly event, such as a run or walk in the park.</summary>
internal sealed class CommunityEvent : InterventionKind
{
    public override string Key => "community_event";

    public override string Summary => "A free weekly event, such as a run or walk in the park.";

    public override string DefaultOwner => Owners.Communities;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("start of a parkrun; no running charge", Owners.Communities, 3_000, 3_000, 4_000, 2014, 2018, PerYear: false, CostBasis.Unit, "parkrun UK, 2014 and 2018"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.CrossSectional,
        "Participation × 0.921 per kilometre and × 0.959 per IMD point; 200 new events would bring 6.9 % more runs, 4.1 % of them from the most deprived tenth.",
        "Schneider 2019, 2020, parkrun England");

    public override string Mechanism =>
        "An offer is nearer once a week. Without more, those who are active anyway gain most.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.OfferDistance, -delivery.Effect("nearer"), delivery.Effect("ramp"));
    }
}
