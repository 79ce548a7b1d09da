using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>Speed and stress of the streets, and how they differ between neighbourhoods and routes.</summary>
public static class StreetParameters
{
    /// <summary>Urban speed.</summary>
    public static readonly Parameter Speed = new("streets.speed", 28.8, "mph", 27, 31, "Mean speed on main through roads with a 30 mph limit, urban.", "Transport for Wales 2024: 28.7–28.9 mph before the 20 mph default", Verified);

    /// <summary>Rural speed.</summary>
    public static readonly Parameter SpeedRural = new("streets.speed_rural", 33, "mph", 30, 40, "Mean speed on village through roads.", "Modelling judgement", Judgement);

    /// <summary>Spread of speed.</summary>
    public static readonly Parameter SpeedSpread = new("streets.speed_spread", 2.5, "mph", 1, 5, "Standard deviation of that mean between neighbourhoods.", "Weak: an assumption; Transport for Wales gives the spread between cars, not between streets", Judgement);

    /// <summary>Calm speed.</summary>
    public static readonly Parameter CalmSpeed = new("streets.calm_speed", 20, "mph", 20, 20, "Speed towards which drivers give up their excess: the limit that compliance is measured from.", "Definition of compliance (30 → 20 mph)", Derived);

    /// <summary>Junction stress.</summary>
    public static readonly Parameter Junctions = new("streets.junction_stress", 0.45, "stress 0–1", 0.3, 0.6, "Mean junction stress of a route to school: uncontrolled 0.67, zebra 0.18, signals 0.", "JIBE-MITO junction stress functions at 5,000 vehicles a day; the mix is a judgement", Judgement);

    /// <summary>Spread of junction stress.</summary>
    public static readonly Parameter JunctionSpread = new("streets.junction_spread", 0.12, "stress 0–1", 0.05, 0.25, "Standard deviation of junction stress between neighbourhoods.", "Weak: an assumption within the range of 0 (signals) to 0.67 (uncontrolled)", Judgement);

    /// <summary>Spread of junction stress between routes.</summary>
    public static readonly Parameter RouteSpread = new("streets.route_spread", 0.15, "stress 0–1", 0.05, 0.25, "Standard deviation of junction stress between pupils' routes within a neighbourhood.", "Weak: an assumption within the range of 0 (signals) to 0.67 (uncontrolled)", Judgement);

    /// <summary>Deviation of speed.</summary>
    public static readonly Parameter SpeedDeviation = new("streets.speed_deviation", 3.5, "mph", 2, 6, "What counts as one standard deviation of speed in the danger that parents feel (z-score).", "Weak: an assumption; streets.speed_spread with the differences of single streets within a neighbourhood", Judgement);

    /// <summary>Deviation of stress.</summary>
    public static readonly Parameter StressDeviation = new("streets.stress_deviation", 0.2, "stress 0–1", 0.1, 0.3, "What counts as one standard deviation of junction stress in the danger that parents feel (z-score).", "The spreads between neighbourhoods and between routes together: √(0.12² + 0.15²) = 0.19, from two judgements", Judgement);

    /// <summary>Share of a walk on crossings.</summary>
    public static readonly Parameter CrossingShare = new("streets.crossing_share", 0.08, "share", 0.03, 0.15, "Share of the length of a walk that lies on crossings of motor traffic: coefficients of junction stress were estimated on stress × this share.", "Scale: JIBE-MITO weighs a junction's stress by crossing width / length of the link; size a judgement, 7 m of every 90", Judgement);

    /// <summary>Vehicles.</summary>
    public static readonly Parameter Vehicles = new("streets.vehicles", 2500, "vehicles/day", 800, 5000, "Motor traffic of the streets that people walk and cycle along and across.", "Modelling judgement: JIBE-MITO takes 800 where no count is known; 5,000 is a busy two-lane road", Judgement);

    /// <summary>Wait at crossings.</summary>
    public static readonly Parameter CrossingDelay = new("streets.crossing_delay", 0.024, "share", 0.005, 0.06, "Share of walking time that goes with waiting for a gap in traffic; it follows traffic.", "Adams' delay, (e^qT − qT − 1)/q: 250 vehicles in the busy hour, a gap of 6 s, 1.45 s at a crossing a minute", Derived);

    /// <summary>Share of a ride among traffic.</summary>
    public static readonly Parameter MixedShare = new("streets.mixed_share", 0.5, "share", 0.3, 0.7, "Share of a ride on through roads among their traffic; the rest is on streets and paths whose link stress is nought.", "Modelling judgement: a through road at 28.8 mph has a link stress of 0.79, whole rides 0.3–0.5", Judgement);

    /// <summary>How far a walk reaches.</summary>
    public static readonly Parameter Reach = new("streets.reach", 200, "m", 100, 400, "Distance over which the weight of a street in what residents walk along falls to 1/e.", "Modelling judgement: half the way of an errand of 15 minutes lies within 400 m of home", Judgement);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        Speed, SpeedRural, SpeedSpread, CalmSpeed, Junctions, JunctionSpread, RouteSpread, SpeedDeviation, StressDeviation,
        CrossingShare, Vehicles, CrossingDelay, MixedShare, Reach,
    ];
}
