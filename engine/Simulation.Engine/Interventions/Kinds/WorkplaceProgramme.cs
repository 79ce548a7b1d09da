namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Employers run an activity programme for their staff.</summary>
internal sealed class WorkplaceProgramme : InterventionKind
{
    public override string Key => "workplace_programme";

    public override string Summary => "Employers run an activity programme for their staff.";

    public override string DefaultOwner => Owners.Employers;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Employees;

    public override Who DefaultWho => Who.Adults;

    public override Uptake DefaultUptake => new(0.2, 0.3);

    public override Evidence Evidence { get; } = new(
        StudyDesign.NaturalExperiment,
        "Physical activity d = 0.21 (0.17–0.26) among participants, randomised and other designs mixed; as an odds ratio 1.46.",
        "Taylor 2012; Conn 2009 (38,231 people)");

    public override string Mechanism =>
        "Those who take part mean to be more active, and walking or cycling to work becomes a little more usual. The intention wears off over months.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.CommuteNorm, delivery.Effect("norm"));
        (int[] residents, int[] starts) = Staff.Residents(delivery.Population, delivery.Rows, delivery.Starts);
        foreach (Effect effect in Intentions.Course(delivery, residents, starts, delivery.LogOdds("intention"), delivery.Effect("half_life")))
        {
            yield return effect;
        }
    }
}
