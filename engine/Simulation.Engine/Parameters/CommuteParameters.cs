using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>The commute.</summary>
public static class CommuteParameters
{
    private const string Trads = "Greater Manchester TRADS 2016–18, JIBE final mode-choice models, commutes (HBW)";

    /// <summary>Cost of walking.</summary>
    public static readonly Parameter WalkCost = new("commute.walk_cost", -0.105, "logit/min", -0.125, -0.085, "Utility of a minute's walk to work.", Trads, Verified);

    /// <summary>Cost of cycling.</summary>
    public static readonly Parameter CycleCost = new("commute.cycle_cost", -0.069, "logit/min", -0.085, -0.053, "Utility of a minute's cycling to work.", Trads, Verified);

    /// <summary>Cost of car time.</summary>
    public static readonly Parameter CarCost = new("commute.car_cost", -0.160, "logit/min", -0.184, -0.136, "Utility of a minute's drive to work.", Trads, Verified);

    /// <summary>Cost of public transport time.</summary>
    public static readonly Parameter TransitCost = new("commute.transit_cost", -0.037, "logit/min", -0.044, -0.030, "Utility of a minute by public transport to work.", Trads, Verified);

    /// <summary>No car.</summary>
    public static readonly Parameter NoCar = new("commute.no_car", -3.6, "logit", -4.7, -2.5, "Utility of going to work by car in a household without one (a lift), against the household with one.", Trads + ": a lift is a passenger's trip, walking × no car +5.440 (0.524) less passenger × no car +4.210 (0.530) with its constant −2.259, against driving and being driven together", Derived);

    /// <summary>Two cars.</summary>
    public static readonly Parameter TwoCars = new("commute.two_cars", 1.14, "logit", 0.8, 1.5, "Utility of driving with two cars, against one.", Trads, Verified);

    /// <summary>Three cars.</summary>
    public static readonly Parameter ThreeCars = new("commute.three_cars", 1.68, "logit", 1.2, 2.2, "Utility of driving with three or more cars, against one.", Trads, Verified);

    /// <summary>Taste.</summary>
    public static readonly Parameter TasteDeviation = new("commute.taste_sd", 2.0, "logit", 1, 3, "Standard deviation of a worker's taste for walking and cycling to work: the larger it is, the more each has a usual way.", "Modelling judgement on cohorts: usual mode unchanged over seven years in 82 % (Yang 2017, Norfolk); at 1 chance alone makes nearly everybody walk now and then, and nobody change", Judgement);

    /// <summary>Lasting part of taste.</summary>
    public static readonly Parameter TasteLasting = new("commute.taste_lasting", 0.3, "share", 0, 0.6, "Share of the variance of that taste that stays for ever.", "Modelling judgement: one year on 15 % of commuters who did not walk have taken it up (Panter 2013, Cambridge, where more walk)", Judgement);

    /// <summary>Memory of taste.</summary>
    public static readonly Parameter TasteYears = new("commute.taste_years", 3, "years", 0.5, 10, "Time constant of the rest of that taste, which walking and cycling share.", "Modelling judgement, as commute.taste_lasting", Judgement);

    /// <summary>Adult walking speed.</summary>
    public static readonly Parameter WalkSpeed = new("travel.adult_walk_speed", 1.50, "m/s", 1.31, 1.57, "Walking speed of working-age adults.", "NTS speeds in travelDiaryProcessing: men/women 25 1.57/1.48, 45 1.52/1.48", Verified);

    /// <summary>Cycling speed.</summary>
    public static readonly Parameter CycleSpeed = new("travel.cycle_speed", 3.8, "m/s", 3.3, 4.1, "Cycling speed, 14 km/h.", "NTS speeds in travelDiaryProcessing: men of 30–59 4.12–3.95, women 3.44–3.23; seven of ten who cycle are men", Derived);

    /// <summary>Car speed.</summary>
    public static readonly Parameter CarSpeed = new("commute.car_speed", 9.7, "m/s", 8, 11.3, "Speed by car at peak, 35 km/h, besides the time to start and park.", "Below the 11.3 m/s of local A roads over the day (DfT, travel time measures, year to March 2019)", Judgement);

    /// <summary>Transit speed.</summary>
    public static readonly Parameter TransitSpeed = new("commute.transit_speed", 5.5, "m/s", 4, 8, "Speed by public transport, 20 km/h, besides the time to walk and wait.", "Modelling judgement", Judgement);

    /// <summary>Car start.</summary>
    public static readonly Parameter CarStart = new("commute.car_start", 5, "min", 2, 10, "Minutes of a commute by car besides driving.", "Modelling judgement", Judgement);

    /// <summary>Transit wait.</summary>
    public static readonly Parameter TransitWait = new("commute.transit_wait", 15, "min", 8, 25, "Minutes of a commute by public transport besides riding: walking and waiting.", "Modelling judgement", Judgement);

    /// <summary>Walk of a way by public transport.</summary>
    public static readonly Parameter TransitWalk = new("commute.transit_walk", 8, "min", 5, 11, "Median minutes of the longer walk of a commute by public transport, to the stop or from it (lognormal): each commuter's own, part of commute.transit_wait.", "Modelling judgement: public transport brings its users some 8 to 33 minutes on foot a day (Rissel 2012, a review; general knowledge)", Judgement);

    /// <summary>Spread of that walk.</summary>
    public static readonly Parameter TransitWalkSpread = new("commute.transit_walk_spread", 0.5, "log", 0.3, 0.7, "Standard deviation across commuters of the logarithm of that walk.", "Modelling judgement", Judgement);

    /// <summary>Stress on cycling.</summary>
    public static readonly Parameter StressOnCycle = new("commute.stress_on_cycle", 2.1, "per unit stress", 0.7, 3.5, "How much link stress adds to the cost of cycling to work.", Trads + ": 2.1 (0.7); women 2.3 (1.5) more, left out", Verified);

    /// <summary>Junction stress on walking.</summary>
    public static readonly Parameter JunctionOnWalk = new("commute.junction_on_walk", 4.6, "per unit stress", 0, 10.9, "How much junction stress, times streets.crossing_share, adds to the cost of walking to work. Not significant.", Trads + ": 4.6 (3.2), drawn above nought", Verified);

    /// <summary>Green view on walking.</summary>
    public static readonly Parameter GreenOnWalk = new("commute.green_on_walk", 0.34, "per unit deficit", 0, 0.77, "How much a change of green-view deficit adds to the cost of walking to work.", Trads + ": 0.34 (0.22), drawn above nought", Verified);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        WalkCost, CycleCost, CarCost, TransitCost, NoCar, TwoCars, ThreeCars, TasteDeviation, TasteLasting, TasteYears, WalkSpeed, CycleSpeed, CarSpeed, TransitSpeed,
        CarStart, TransitWait, TransitWalk, TransitWalkSpread, StressOnCycle, JunctionOnWalk, GreenOnWalk,
    ];
}
