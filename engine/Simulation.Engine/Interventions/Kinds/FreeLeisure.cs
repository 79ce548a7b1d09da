namespace Simulation.Engine.Interventions.Kinds;

/// <summary>Gyms, pools and classes of the council are free, with or without outreach.</summary>
internal sealed class FreeLeisure : InterventionKind
{
    public override string Key => "free_leisure";

    public override string Summary => "Gyms, pools and classes of the council are free, with or without outreach.";

    public override string DefaultOwner => Owners.Councils;

    public override ActionScale Level => ActionScale.Structures;

    public override string? Outcome => "adults_inactive";

    public override ReachUnit Reaches => ReachUnit.Neighbourhoods;

    public override IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("price_lifted", Dimension.Share, 0, 1, 1, "Share of the price that is lifted."),
        new("outreach", Dimension.Switch, 0, 1, 0, "Whether outreach workers invite those who never come."),
    ];

    public override IReadOnlyList<UnitCost> UnitCosts { get; } =
    [
        new("free gym and swim with outreach, new money", Owners.Councils, 5, 6.7, 26.7, 2008, 2014, PerYear: true, CostBasis.Resident, "re:fresh, Blackburn with Darwen (NIHR); high: with what the council had paid before"),
    ];

    public override Evidence Evidence { get; } = new(
        StudyDesign.NaturalExperiment,
        "Attendances × 1.64 (1.43–1.89), and +3.9 points (3.6–4.1) of adults at a gym or pool within four weeks, with outreach. Price alone: prior odds ratio 1.3 (1.05–1.6), part of the model.",
        "Higgerson 2018, re:fresh, Blackburn with Darwen");

    public override string Mechanism =>
        "The price of gyms, pools and classes falls away; outreach makes going there more usual where it is done. Leisure that costs nothing stays as it was.";

    protected override IEnumerable<Effect> Effects(Delivery delivery)
    {
        double ramp = delivery.Effect("ramp");
        yield return delivery.Move(Lever.PriceLifted, delivery.Value("price_lifted"), ramp);
        if (delivery.Value("outreach") > 0)
        {
            // Outreach fills the gyms and pools, which are a part of all leisure.
            double price = delivery.Parameter("leisure.price") * delivery.Value("price_lifted");
            double norm = Math.Log(Leisure(delivery, price + delivery.LogOdds("outreach")) / Leisure(delivery, price));
            yield return delivery.Move(Lever.LeisureNorm, norm, ramp, delivery.Effect("fade"));
        }
    }

    /// <summary>Factor on all leisure of a shift, in logit, of attendances that have a price.</summary>
    private static double Leisure(Delivery delivery, double attendance) =>
        1 + (delivery.Parameter("leisure.priced_share") * (Math.Exp(attendance) - 1));
}
