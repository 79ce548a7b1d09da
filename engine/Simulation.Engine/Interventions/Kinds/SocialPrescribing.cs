namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A link worker helps people into activities that suit them.</summary>
internal sealed class SocialPrescribing : InterventionKind
{
    public override string Key => "social_prescribing";

    public override string Summary => "A link worker helps people into activities that suit them.";

    public override string DefaultOwner => Owners.Nhs;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => Who.Adults;

    public override Uptake DefaultUptake => new(0.5, 0.4);

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("for", Dimension.Duration, 28, 1095, 182, "How long the help lasts."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a person helped by a link worker; what they are sent to is not included", Owners.Nhs, 161, 178, 213, 2024, 2024, PerYear: false, CostBasis.Unit, "NHS England, reimbursement of a post over 200-250 people a year"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Uncontrolled,
        "No controlled effect on activity found; all eight studies of a review at high risk of bias. Prior odds ratio 1.10 (0.9–1.4).",
        "Griffiths 2022 (review); the prior is a judgement");

    public override string Mechanism =>
        "Leisure is easier to get into for those who take it up, for as long as the link worker is there.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) =>
        delivery.MoveFor(Lever.LeisureSupport, delivery.LogOdds("support"));
}
