using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Schools reward walking with a year-round programme of trackers, badges and route planning.</summary>
internal sealed class WalkToSchoolProgramme : InterventionKind
{
    public override string Key => "walk_to_school_programme";

    public override string Summary => "Schools reward walking with a year-round programme of trackers, badges and route planning.";

    public override string DefaultOwner => Owners.Schools;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Schools;

    public override SchoolPhase? DefaultPhase => SchoolPhase.Primary;

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a year-round programme", Owners.Schools, 400, 500, 600, 2024, 2024, PerYear: true, CostBasis.Unit, "Wiltshire Healthy Schools, WOW package"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Uncontrolled,
        "Walking +23 % (relative) at five weeks, +22 % at one year, without controls; as an odds ratio from one half: 1.60.",
        "Living Streets, WOW walk-to-school challenge");

    public override string Mechanism =>
        "Walking becomes the thing to do in the school: the norm for the walk to school rises, and fades when the programme stops.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.SchoolWalkNorm, delivery.LogOdds("norm"), delivery.Effect("ramp"), delivery.Effect("fade"));
    }
}
