using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Adults walk groups of children to school along set routes.</summary>
internal sealed class WalkingBus : InterventionKind
{
    public override string Key => "walking_bus";

    public override string Summary => "Adults walk groups of children to school along set routes.";

    public override string DefaultOwner => Owners.Schools;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Schools;

    public override SchoolPhase? DefaultPhase => SchoolPhase.Primary;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("days", Dimension.DaysPerWeek, 0.5, 5, 5, "School days a week on which it walks."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a paid adult, as a school crossing patrol is", Owners.Schools, 2_200, 2_800, 3_200, 2011, 2016, PerYear: true, CostBasis.Unit, "Hertfordshire 2012, Suffolk 2011, East Sussex 2016; a walking bus led by volunteers has no published price")
        {
            Items = 2, ItemsBecause = "a bus needs two adults",
        },
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Randomised,
        "Children of one pilot trial: active commuting 23.8 → 54.0 % against 40.2 → 32.6 % of controls at weeks 4–5, staff-led (n = 149). Reach is small, so the offer used here is a judgement.",
        "Mendoza 2011, Houston, cluster randomised pilot");

    public override string Mechanism =>
        "Children whom no adult at home can bring on foot find another way to be accompanied. It lasts only as long as someone walks at its head.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double offer = delivery.Effect("offer") * delivery.Value("days") / 5;
        yield return delivery.Move(Lever.EscortOffer, offer, delivery.Effect("ramp"));
    }
}
