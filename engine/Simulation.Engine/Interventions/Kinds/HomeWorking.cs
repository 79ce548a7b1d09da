namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Employees whose work allows it work more days at home.</summary>
internal sealed class HomeWorking : InterventionKind
{
    public override string Key => "home_working";

    public override string Summary => "Employees whose work allows it work more days at home.";

    public override string DefaultOwner => Owners.Employers;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "active_travel_weekly";

    public override ReachUnit Reaches => ReachUnit.Employees;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("home_days", Dimension.DaysPerWeek, 1, 5, 1, "Extra days a week at home."),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "No effect size is used: time decides. Teleworkers walk more for leisure and cycle less; no overall effect was found.",
        "Wöhner 2023 (Switzerland); Elldér 2022 (Sweden): direction only");

    public override string Mechanism =>
        "A day at home drops the commute, on foot or by car alike, and leaves time for the school walk and for leisure.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return HomeDays.Effect(delivery, delivery.Rows, delivery.Starts, delivery.Value("home_days"));
    }
}
