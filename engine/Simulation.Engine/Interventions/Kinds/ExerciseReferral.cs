namespace Simulation.Engine.Interventions.Kinds;

/// <summary>A health professional refers to weeks of supervised activity at a low price.</summary>
internal sealed class ExerciseReferral : InterventionKind
{
    public override string Key => "exercise_referral";

    public override string Summary => "A health professional refers to weeks of supervised activity at a low price.";

    public override string DefaultOwner => Owners.Nhs;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => Who.BelowGuideline;

    public override Uptake DefaultUptake => new(0.5, 0.65);

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("for", Dimension.Duration, 28, 365, 84, "How long the referral lasts."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a participant of a 16-week scheme", Owners.Nhs, 300, 385, 450, 2010, 2011, PerYear: false, CostBasis.Unit, "Edwards 2013, BMC Public Health 13:1021"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Randomised,
        "Share reaching 90–150 minutes a week: risk ratio 1.16 (1.03–1.30), eight trials; as an odds ratio from 35 %: 1.27.",
        "Pavey 2011, BMJ");

    public override string Mechanism =>
        "For some weeks leisure is nearer and cheaper for those who go; their intention rises, and halves within nine months.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) =>
        delivery.MoveFor(Lever.LeisureSupport, delivery.Effect("support"))
            .Concat(Intentions.Course(delivery, delivery.Rows, delivery.Starts, delivery.LogOdds("intention"), delivery.Effect("half_life")));
}
