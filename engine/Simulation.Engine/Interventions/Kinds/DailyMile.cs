using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Classes run or walk for a quarter of an hour during the school day.</summary>
internal sealed class DailyMile : InterventionKind
{
    public override string Key => "daily_mile";

    public override string Summary => "Classes run or walk for a quarter of an hour during the school day.";

    public override string DefaultOwner => Owners.Schools;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "children_active";

    public override ReachUnit Reaches => ReachUnit.Schools;

    public override SchoolPhase? DefaultPhase => SchoolPhase.Primary;

    public override double DefaultAdherence => 0.5;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("days", Dimension.DaysPerWeek, 0.5, 5, 5, "School days a week on which it is done."),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "Moderate-to-vigorous minutes +9.1 a day (5.1–13.2) in one school; a 40-school trial found little change in BMI, and whole-day school programmes none in minutes: hence half the dose and compensation.",
        "Chesham 2018, Stirling; Breheny 2020, Birmingham; Love 2019 (17 trials, null)");

    public override string Mechanism =>
        "Minutes are added to the school day where it is really done; children make part of them up by moving less at other times.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double minutes = delivery.Effect("minutes") * delivery.Value("days") / 5;
        yield return delivery.Move(Lever.SchoolDayMinutes, minutes);
    }
}
