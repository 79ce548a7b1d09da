namespace Simulation.Engine.Interventions.Kinds;

/// <summary>What people believe changes: children can walk safely, movement is for people like me.</summary>
internal sealed class NormChange : InterventionKind
{
    public override string Key => "norm_change";

    public override string Summary => "What people believe changes: children can walk safely, movement is for people like me.";

    public override string DefaultOwner => Owners.Partners;

    public override ActionScale Level => ActionScale.Beliefs;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override bool Exploratory => true;

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No effect size exists for beliefs. The shift is an assumption, printed with the result.",
        "None: exploratory");

    public override string Mechanism =>
        "The norms for walking and for leisure rise over years, and with them what every lever above finds.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.WalkNorm, delivery.Effect("walking"), ramp);
        yield return delivery.Move(Lever.LeisureNorm, delivery.Effect("leisure"), ramp);
    }
}
