namespace Simulation.Engine.Interventions.Kinds;

/// <summary>The limit on residential streets goes from 30 to 20 mph, by signs, with patrols, or with physical calming.</summary>
internal sealed class SpeedLimit : InterventionKind
{
    public override string Key => "speed_limit";

    public override string Summary => "The limit on residential streets goes from 30 to 20 mph: signs alone, signs with police patrols, or physical calming.";

    public override string DefaultOwner => Owners.Highways;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "school_walk";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("limit", Dimension.Speed, 20, 20, 20, "The new limit. There is evidence for 20 mph only."),
        new("enforcement.patrols", Dimension.PerWeek, 0, 14, 0, "Police speed patrols a week in each neighbourhood."),
        new("enforcement.for", Dimension.Duration, 7, 3650, double.PositiveInfinity, "How long the patrols go on, from the day the limit comes in."),
        new("calming", Dimension.Switch, 0, 1, 0, "Whether streets are physically calmed (humps, narrowings)."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("a limit by signs over a whole place", Owners.Highways, 2, 2.75, 3.5, 2010, 2016, PerYear: false, CostBasis.Resident, "20's Plenty for Us: Portsmouth, Oxford, Liverpool"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Mechanism,
        "Drivers give up 0.22 (0.15–0.30) of their excess over 20 mph with signs alone; 0.45 (0.43–0.49) after Wales's national default with police engagement and enforcement; 0.9 (0.8–0.95) with calming.",
        "Atkins/DfT 2018 (England); Transport for Wales 2024/25 and ETSC; TRL report 215 (not re-checked)");

    public override string Mechanism =>
        "Traffic slows towards 20 mph; slower traffic makes streets less stressful to walk, above all for children. The effect of patrols wears off over weeks after they stop.";

    /// <summary>What the police pay runs as long as the patrols do; signs and humps stay.</summary>
    public override Timing TimingOf(InterventionRequest request, CostItem cost) =>
        cost.Owner == Owners.Police ? TimingOf(request).Lasting(ValueOf(request, "enforcement.for")!.Value) : TimingOf(request);

    public override IReadOnlyList<string> NotCosted(InterventionRequest request) =>
        ValueOf(request, "enforcement.patrols") > 0 && !request.Costs.Any(c => c.Owner == Owners.Police)
            ? [.. base.NotCosted(request), "police patrols"]
            : base.NotCosted(request);

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        double signs = delivery.Effect(delivery.Value("calming") > 0 ? "calmed" : "signs");
        yield return delivery.Move(Lever.SpeedCompliance, signs, ramp);

        double patrols = delivery.Value("enforcement.patrols");
        if (patrols > 0)
        {
            Timing timing = delivery.Timing.Lasting(delivery.Value("enforcement.for"));
            foreach (Effect effect in Patrols.Effects(delivery, signs, delivery.Effect("enforced"), patrols, timing, delivery.Effect("halo")))
            {
                yield return effect;
            }
        }
    }
}
