namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Vouchers or money for being active, for some months.</summary>
internal sealed class ActivityIncentives : InterventionKind
{
    public override string Key => "activity_incentives";

    public override string Summary => "Vouchers or money for being active, for some months.";

    public override string DefaultOwner => Owners.Councils;

    public override ActionScale Level => ActionScale.Events;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => Who.Adults;

    public override Uptake DefaultUptake => new(0.3, 0.3);

    // What the trials do not settle, what is left when the money stops, decides the answer.
    public override bool Exploratory => true;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("for", Dimension.Duration, 28, 730, 182, "How long it is paid."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("rewards, by person who takes part", Owners.Councils, 110, 200, 400, 2018, 2018, PerYear: false, CostBasis.Unit, "Mitchell 2020: 1.40 US dollars a day, here over half a year; what running it costs is not included"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Randomised,
        "607 steps a day (422–792) more while paid, 12 trials; 514 (313–715) more after the money had stopped, nine of them. Another review finds little left of visits to gyms (d 0.46, then 0.10).",
        "Mitchell 2020; Luong 2020");

    public override string Mechanism =>
        "Leisure gets likelier while it is paid. When the money stops, part of what it had added is taken back for as long again (crowding-out); what has become a habit stays.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double length = delivery.Value("for");
        double takenBack = delivery.Effect("crowding_out");
        foreach (Effect paid in delivery.MoveFor(Lever.LeisureSupport, delivery.LogOdds("leisure")))
        {
            yield return paid;

            // Whoever is cut short by the end of the whole was paid none the less.
            if (takenBack > 0)
            {
                yield return new Effect
                {
                    Source = paid.Source,
                    Lever = paid.Lever,
                    Rows = paid.Rows,
                    Amounts = [.. paid.Amounts.Select(amount => (float)(-takenBack * amount))],
                    Starts = [paid.End],
                    End = (int)(paid.End + length),
                    Admission = paid.Admission,
                };
            }
        }
    }
}
