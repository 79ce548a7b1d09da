namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Employees borrow an e-bike for some weeks.</summary>
internal sealed class EbikeLoans : InterventionKind
{
    public override string Key => "ebike_loans";

    public override string Summary => "Employees borrow an e-bike for some weeks.";

    public override string DefaultOwner => Owners.Employers;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "active_travel_weekly";

    public override ReachUnit Reaches => ReachUnit.Employees;

    public override Uptake DefaultUptake => new(0.05, 0.1);

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("for", Dimension.Duration, 7, 730, 56, "How long a loan lasts."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("lease of an e-bike for a year", Owners.Employers, 433, 433, 884, 2020, 2020, PerYear: true, CostBasis.Unit, "BikeAway no2co2: 8.33 pounds a week, employer's share; high 17 pounds a week"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Uncontrolled,
        "Three quarters used theirs weekly, 15–20 miles a week, car mileage −20 % over 6–8 weeks; 80 employees who chose to take part. As an odds ratio of about 2.",
        "Cairns 2017, Brighton");

    public override string Mechanism =>
        "Hills and distance count for less, so cycling to work gets likelier while the loan lasts.";

    protected override IEnumerable<Effect> Effects(Delivery delivery) =>
        delivery.MoveFor(Lever.CommuteCycle, delivery.LogOdds("cycling"));
}
