namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Zebra and signal crossings replace uncontrolled ones on the way to school, shops and work.</summary>
internal sealed class SafeCrossings : InterventionKind
{
    public override string Key => "safe_crossings";

    public override string Summary => "Zebra and signal crossings replace uncontrolled ones on the routes that residents walk.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a zebra crossing", Owners.Highways, 30_000, 35_000, 114_000, 2012, 2024, PerYear: false, CostBasis.Unit, "Leicestershire County Council, indicative costs; ETA 2019; Highways Agency 2012")
        {
            Items = 6, ItemsBecause = "six crossings on the routes of a neighbourhood of 1,700 residents, a judgement",
        },
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "Junction stress × 0.45 where treated: 0.67 at an uncontrolled crossing of a 30 mph two-lane road with 5,000 vehicles a day, 0.18 at a zebra. Routes about 5 % shorter.",
        "JIBE junction-stress functions (jibeproject/mito, Greater Manchester); the share of junctions treated is a judgement");

    public override string Mechanism =>
        "Crossing the road is less stressful and routes on foot and by bicycle are a little shorter, so both cost less; parents let children go more readily. The effect builds over a year.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.JunctionStress, -delivery.Effect("junction_stress"), ramp);
        yield return delivery.Move(Lever.WalkDetour, -delivery.Effect("detour"), ramp);
    }
}
