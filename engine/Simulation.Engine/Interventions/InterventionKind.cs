using Simulation.Engine.Populations;

namespace Simulation.Engine.Interventions;

/// <summary>
/// A kind of intervention: everything that the language, the documentation and the engine need to know of it, in one file
/// a kind. A kind moves levers; it never touches anyone's minutes.
/// </summary>
public abstract class InterventionKind
{
    /// <summary>Key in scenarios, e.g. <c>school_street</c>.</summary>
    public abstract string Key { get; }

    /// <summary>What it is, in one plain sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>Who usually delivers it (<see cref="Owners"/>).</summary>
    public abstract string DefaultOwner { get; }

    /// <summary>Action Scales level.</summary>
    public abstract ActionScale Level { get; }

    /// <summary>
    /// Key of the indicator that its levers move first (<c>Observation.Indicator</c>): what is said first of a plan made of it.
    /// Null for what acts through other interventions alone.
    /// </summary>
    public virtual string? Outcome => null;

    /// <summary>What <c>reach</c> counts.</summary>
    public abstract ReachUnit Reaches { get; }

    /// <summary>The kind's own parameters.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters => [];

    /// <summary>What the default effect rests on.</summary>
    public abstract Evidence Evidence { get; }

    /// <summary>What changes, step by step, in plain English: lever by lever.</summary>
    public abstract string Mechanism { get; }

    /// <summary>Whom it is for when the scenario does not say.</summary>
    public virtual Who DefaultWho => Who.Everyone;

    /// <summary>School phase when the scenario does not say.</summary>
    public virtual SchoolPhase? DefaultPhase => null;

    /// <summary>Employer size bands when the scenario does not say; null = all.</summary>
    public virtual IReadOnlyList<int>? DefaultEmployerSizes => null;

    /// <summary>Uptake when the scenario does not say.</summary>
    public virtual Uptake DefaultUptake => Uptake.Everyone;

    /// <summary>Adherence when the scenario does not say.</summary>
    public virtual double DefaultAdherence => 1;

    /// <summary>True when no effect size exists anywhere: left out of headline results unless asked for.</summary>
    public virtual bool Exploratory => false;

    /// <summary>Published costs, used where a scenario names none; empty where none is published.</summary>
    public virtual IReadOnlyList<UnitCost> UnitCosts => [];

    /// <summary>When it acts on the units of <paramref name="request"/>.</summary>
    public Timing TimingOf(InterventionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Timing(request.PhaseIn, request.End, ValueOf(request, "for"));
    }

    /// <summary>When <paramref name="cost"/> of <paramref name="request"/> is paid: while it acts, unless it pays for a part that ends before.</summary>
    public virtual Timing TimingOf(InterventionRequest request, CostItem cost) => TimingOf(request);

    /// <summary>
    /// Parts of <paramref name="request"/> that have no price in a sum: neither the scenario nor a publication gives one, or the scenario
    /// prices one part of what is published in two and leaves out the other. Empty when all is costed.
    /// </summary>
    public virtual IReadOnlyList<string> NotCosted(InterventionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Costs.Count == 0)
        {
            return UnitCosts.Count == 0 ? [Key.Replace('_', ' ')] : [];
        }

        // A price of another form than the published one, by the year for once, is a whole price all the same.
        bool inTwo = UnitCosts.Any(c => c.PerYear) && UnitCosts.Any(c => !c.PerYear);
        return !inTwo ? [] : request.Costs.All(c => c.PerYear) ? ["capital"] : request.Costs.All(c => !c.PerYear) ? ["running costs"] : [];
    }

    /// <summary>Value of the kind's own parameter <paramref name="key"/> as asked, or its default; null when the kind has no such parameter.</summary>
    protected double? ValueOf(InterventionRequest request, string key)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Values.TryGetValue(key, out double value) ? value
            : Parameters.FirstOrDefault(p => p.Key == key)?.Default;
    }

    /// <summary>Which rows <paramref name="request"/> reaches in <paramref name="population"/>, and from when.</summary>
    public Delivery Deliver(InterventionRequest request, Population population) =>
        new(this, request, population, Selection.Of(this, request, population));

    /// <summary>The effects of <paramref name="request"/> on <paramref name="population"/>; none when nobody is reached.</summary>
    public IReadOnlyList<Effect> Bind(InterventionRequest request, Population population) =>
        Bind(Deliver(request, population));

    /// <summary>The effects of a delivery.</summary>
    public IReadOnlyList<Effect> Bind(Delivery delivery) =>
        delivery.Rows.Length == 0 ? [] : [.. Effects(delivery).Where(e => e.Rows.Length > 0)];

    /// <summary>
    /// What this intervention makes of another in the same scenario: deeper Action Scales levels act on the delivery of the
    /// shallower ones. Most change nothing.
    /// </summary>
    /// <param name="own">This intervention's request.</param>
    /// <param name="other">The other's.</param>
    public virtual InterventionRequest Reshape(InterventionRequest own, InterventionRequest other) => other;

    /// <summary>The effects of a delivery that reaches at least one row.</summary>
    protected abstract IEnumerable<Effect> Effects(Delivery delivery);
}
