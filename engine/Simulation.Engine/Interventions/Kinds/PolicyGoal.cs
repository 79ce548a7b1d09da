namespace Simulation.Engine.Interventions.Kinds;

/// <summary>The owner adopts a goal, such as walking first, that speeds up everything else that it delivers.</summary>
internal sealed class PolicyGoal : InterventionKind
{
    public override string Key => "policy_goal";

    public override string Summary => "The owner adopts a goal, such as walking first, that speeds up everything else that it delivers.";

    public override string DefaultOwner => Owners.Partners;

    public override ActionScale Level => ActionScale.Goals;

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override bool Exploratory => true;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("delivery", Dimension.Share, 0, 1, 0.2, "Share by which the owner's other interventions reach further."),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.Judgement,
        "No effect size exists for goals. The share is an assumption, printed with the result.",
        "None: exploratory");

    public override string Mechanism =>
        "The other interventions of the same owner in the scenario reach further. A goal that nobody acts on changes nothing.";

    /// <summary>What the goal makes of another intervention of its owner: more reach, or, where all are reached, a fuller dose.</summary>
    public override InterventionRequest Reshape(InterventionRequest own, InterventionRequest other)
    {
        if (other.Owner != own.Owner)
        {
            return other;
        }

        double factor = 1 + (own.Values.TryGetValue("delivery", out double given) ? given : Parameters[0].Default);
        return other.Reach.Count is { } count
            ? other with { Reach = new Reach(1, (int)Math.Round(count * factor, MidpointRounding.AwayFromZero)) }
            : other with
            {
                Reach = new Reach(Math.Min(1, other.Reach.Share * factor)),
                Adherence = other.Reach.Share >= 1 && other.Adherence is { } dose ? Math.Min(1, dose * factor) : other.Adherence,
            };
    }

    protected override IEnumerable<Effect> Effects(Delivery delivery) => [];
}
