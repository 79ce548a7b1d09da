namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A few minutes of advice on activity during an appointment in primary care.</summary>
internal sealed class BriefAdvice : InterventionKind
{
    public override string Key => "brief_advice";

    public override string Summary => "A few minutes of advice on activity during an appointment in primary care.";

    public override string DefaultOwner => Owners.Nhs;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => Who.BelowGuideline;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("advice to one person, net of what it saves later", Owners.Nhs, 5, 8.07, 15, 2010, 2011, PerYear: false, CostBasis.Unit, "Anokye 2014, BMJ Open"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Randomised,
        "Odds ratio of being active 1.42 (1.17–1.73) at twelve months among inactive adults; 15 trials, 8,745 people.",
        "Orrow 2012, BMJ");

    public override string Mechanism =>
        "Those advised mean to be more active. The intention halves within a year; what has become a habit by then stays.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) =>
        Intentions.Course(delivery, delivery.Rows, delivery.Starts, delivery.LogOdds("intention"), delivery.Effect("half_life"));
}
