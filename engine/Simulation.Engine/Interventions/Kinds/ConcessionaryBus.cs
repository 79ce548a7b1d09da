namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Bus travel is free or cheaper for a group of residents.</summary>
internal sealed class ConcessionaryBus : InterventionKind
{
    public override string Key => "concessionary_bus";

    public override string Summary => "Bus travel is free or cheaper for a group of residents.";

    public override string DefaultOwner => Owners.Transport;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "active_travel_weekly";

    public override ReachUnit Reaches => ReachUnit.Residents;

    public override Who DefaultWho => new() { MinimumAge = 60, MaximumAge = 65 };

    public override Uptake DefaultUptake => new(0.8, 0.6);

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a pass", Owners.Transport, 100.6, 112, 120, 2023, 2024, PerYear: true, CostBasis.Unit, "DfT, concessionary travel statistics 2023/24 and 2024/25; older and disabled passes"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.CrossSectional,
        "Walking three times a week or more: odds ratio 1.15 among holders of the older people's pass.",
        "Coronini-Cronberg 2012, National Travel Survey 2005–08");

    public override string Mechanism =>
        "Those who take the pass up make more trips by bus, and walk to and from the stop.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        yield return delivery.Move(Lever.TravelSupport, delivery.LogOdds("walking"));
    }
}
