namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Television, posters and social media tell people to move more.</summary>
internal sealed class MassMediaCampaign : InterventionKind
{
    public override string Key => "mass_media_campaign";

    public override string Summary => "Television, posters and social media tell people to move more.";

    public override string DefaultOwner => Owners.Nhs;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("recall", Dimension.Share, 0, 0.7, 0.24, "Share of residents who recall it."),
        new("for", Dimension.Duration, 7, 1095, double.PositiveInfinity, "How long it runs."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a campaign for a year, by resident of England", Owners.Nhs, 0.053, 0.054, 0.091, 2015, 2024, PerYear: true, CostBasis.Resident, "This Girl Can: 30 million pounds over ten years; Change4Life: 5.2 million in a year; over 57 million residents"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.NaturalExperiment,
        "Moderate walking: risk ratio 1.53 (1.25–1.87); sufficient activity: 1.02 (0.91–1.14), nine studies, 27,601 people. One in four recalls a campaign.",
        "Abioye 2013 (review); recall 24 %, Portugal");

    public override string Mechanism =>
        "Those who recall it walk a little more; few become active enough. It fades within months of the last poster.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double recall = delivery.Value("recall");
        double ramp = delivery.Effect("ramp");
        double fade = delivery.Effect("fade");
        return delivery.MoveFor(Lever.WalkNorm, recall * delivery.LogOdds("walking"), ramp, fade)
            .Concat(delivery.MoveFor(Lever.LeisureNorm, recall * delivery.LogOdds("leisure"), ramp, fade));
    }
}
