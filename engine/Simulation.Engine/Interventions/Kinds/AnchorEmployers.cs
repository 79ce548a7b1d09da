namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Large public and voluntary employers use their weight: flexible hours, home days, and a norm of active travel for all their staff.</summary>
internal sealed class AnchorEmployers : InterventionKind
{
    public override string Key => "anchor_employers";

    public override string Summary => "Large public and voluntary employers use their weight: flexible hours, home days, and a norm of active travel for all their staff.";

    public override string DefaultOwner => Owners.Partners;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "active_travel_weekly";

    public override ReachUnit Reaches => ReachUnit.Employers;

    public override IReadOnlyList<int>? DefaultEmployerSizes { get; } = [3];

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("shift", Dimension.Minutes, 0, 180, 30, "Minutes by which the start of work may be put off."),
        new("home_days", Dimension.DaysPerWeek, 0, 5, 1, "Extra days a week at home, for those whose work can be done there."),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "A bundle of flexible working and a workplace programme over a headcount: time decides, the norm is a judgement.",
        "As its parts; anchor target of the Health and Care Partnership Plan 2024–29");

    public override string Mechanism =>
        "All staff of the employers reached may start later and work a day at home where the work allows it, and walking or cycling to work becomes more usual.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        (int[] workers, int[] starts) = Staff.Workers(delivery);
        float dose = (float)delivery.Adherence;
        double shift = delivery.Value("shift");
        if (shift > 0)
        {
            yield return delivery.Move(Lever.FlexMinutes, workers, starts, [(float)shift * dose]);
        }

        double days = delivery.Value("home_days");
        if (days > 0)
        {
            yield return HomeDays.Effect(delivery, workers, starts, days);
        }

        yield return delivery.Move(Lever.CommuteNorm, workers, starts, [(float)delivery.Effect("norm") * dose]);
    }
}
