namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Employees may start later, and work some days at home where the work allows it.</summary>
internal sealed class FlexibleWorking : InterventionKind
{
    public override string Key => "flexible_working";

    public override string Summary => "Employees may start work later, and work some days at home where the work allows it.";

    public override string DefaultOwner => Owners.Employers;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Employees;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("shift", Dimension.Minutes, 0, 180, 45, "Minutes by which the start of work may be put off."),
        new("home_days", Dimension.DaysPerWeek, 0, 5, 0, "Extra days a week at home, for those whose work can be done there."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("handling requests and covering absence", Owners.Employers, 5, 15, 30, 2009, 2009, PerYear: true, CostBasis.Unit, "CBI: 69 million pounds a year for 4.5 million parents newly entitled"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "No effect size is used: time decides. Longer hours and distant jobs reduce escorting and flexible hours offset it; flextime users are likelier to travel actively.",
        "He & Giuliano 2017; Wöhner 2023 (Switzerland); Elldér 2022 (Sweden): direction only");

    public override string Mechanism =>
        "A later start or a day at home gives parents the time to walk a child to school, and a day at home drops the commute. Those who already have the time change nothing.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double shift = delivery.Value("shift");
        if (shift > 0)
        {
            yield return delivery.Move(Lever.FlexMinutes, shift);
        }

        double days = delivery.Value("home_days");
        if (days > 0)
        {
            yield return HomeDays.Effect(delivery, delivery.Rows, delivery.Starts, days);
        }
    }
}
