namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A whole town plays a walking and cycling game for six weeks.</summary>
internal sealed class CommunityGame : InterventionKind
{
    public override string Key => "community_game";

    public override string Summary => "A whole town plays a walking and cycling game for six weeks.";

    public override string DefaultOwner => Owners.ActivePartnerships;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => new() { MinimumAge = 5 };

    public override Uptake DefaultUptake => new(0.06, 0.05);

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a player of a six-week game", Owners.ActivePartnerships, 5, 6.5, 15.4, 2022, 2022, PerYear: false, CostBasis.Unit, "Intelligent Health and State of Life 2022 (the seller's own figures)"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Uncontrolled,
        "Inactive adults 18 → 10 % among 310 who answered, of 136,592 players who chose to play; as an odds ratio about 2.",
        "Intelligent Health, Beat the Street");

    public override string Mechanism =>
        "Those who play mean to be more active. It wears off within months of the game.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) =>
        Intentions.Course(delivery, delivery.Rows, delivery.Starts, delivery.LogOdds("intention"), delivery.Effect("half_life"));
}
