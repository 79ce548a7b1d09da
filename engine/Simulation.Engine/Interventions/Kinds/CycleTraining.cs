using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Pupils learn to cycle on the road.</summary>
internal sealed class CycleTraining : InterventionKind
{
    public override string Key => "cycle_training";

    public override string Summary => "Pupils learn to cycle on the road.";

    public override string DefaultOwner => Owners.Schools;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_cycle";

    public override ReachUnit Reaches => ReachUnit.Schools;

    public override SchoolPhase? DefaultPhase => SchoolPhase.Primary;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a training place", Owners.Schools, 40, 50, 60, 2022, 2024, PerYear: true, CostBasis.Unit, "Bikeability: 20 million pounds for 500,000 children in 2022/23, 50-60 million for a million more to 2025")
        {
            Items = 40, ItemsBecause = "one year group of a primary school, forty children",
        },
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No published effect is used: reserved for validation. A wide prior near nothing stands in its place.",
        "Reserved", Reserved: true);

    public override string Mechanism =>
        "Skill and confidence on a cycle rise; whether that turns into cycling is left to the streets and the distance.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.SchoolCycleSkill, delivery.Effect("skill"), delivery.Effect("ramp"));
    }
}
