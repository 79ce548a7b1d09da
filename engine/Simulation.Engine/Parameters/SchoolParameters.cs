using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>The school trip: time gate, permission, choice.</summary>
public static class SchoolParameters
{
    private const string Trads = "Greater Manchester TRADS 2016–18, JIBE final mode-choice models, school trips (HBE)";

    /// <summary>Cost of walking, primary.</summary>
    public static readonly Parameter WalkCostPrimary = new("school.walk_cost_primary", -0.28, "logit/min", -0.32, -0.12, "Utility of a minute's walk to primary school on today's streets.", "Fitted to NTS shares by distance: the TRADS slope is shallower than NTS for primary pupils", Derived);

    /// <summary>Cost of walking, secondary.</summary>
    public static readonly Parameter WalkCostSecondary = new("school.walk_cost_secondary", -0.21, "logit/min", -0.32, -0.12, "Utility of a minute's walk to secondary school on today's streets.", "Solved on NTS by distance: 88.5 % of 11–16 on foot under a mile with 38 % in all; between TRADS −0.139 and the primary fit", Calibrated);

    /// <summary>Cost of walking in the evidence.</summary>
    public static readonly Parameter WalkCost = new("school.walk_cost", -0.139, "logit/min", -0.155, -0.123, "Utility of a minute's walk to school in the evidence: what changes of speed, junctions and green are multiplied with.", Trads, Verified);

    /// <summary>Cost of car time.</summary>
    public static readonly Parameter CarCost = new("school.car_cost", -0.08, "logit/min", -0.28, -0.04, "Utility of a minute by car to school: how fast the car gives way to the bus on longer ways.", "Solved with school.bus_entitled on NTS 2010 by distance: of pupils of 11–16 at 2–5 and over 5 miles 50 and 63 % by bus, of those of 5–10 75 and 67 % by car. TRADS 2016–18 has −0.277 (0.032) for all from 5 to 24, students among them, which puts 86 % of the older over 5 miles on buses and half of the younger", Calibrated);

    /// <summary>Cost of bus time.</summary>
    public static readonly Parameter BusCost = new("school.bus_cost", -0.0187, "logit/min", -0.033, -0.004, "Utility of a minute by public transport to school.", Trads, Verified);

    /// <summary>Cost of cycling time.</summary>
    public static readonly Parameter CycleCost = new("school.cycle_cost", -0.164, "logit/min", -0.215, -0.113, "Utility of a minute's cycling to school.", Trads, Verified);

    /// <summary>No car.</summary>
    public static readonly Parameter NoCar = new("school.no_car", -2.51, "logit", -2.95, -2.07, "Utility of going by car in a household without one (a lift), against one car; published with the opposite sign on walking.", Trads, Verified);

    /// <summary>Two cars.</summary>
    public static readonly Parameter TwoCars = new("school.two_cars", 0.23, "logit", -0.3, 0.8, "Utility of going by car as a passenger, against walking, with two cars in the household, against one.", Trads + ": walking × two cars −1.343 (0.523) less car passenger × two cars −1.114 (0.518), both against driving, the reference, which no pupil does", Derived);

    /// <summary>Three cars.</summary>
    public static readonly Parameter ThreeCars = new("school.three_cars", 0.25, "logit", -0.4, 0.9, "The same with three or more cars.", Trads + ": walking −2.571 (0.549) less car passenger −2.326 (0.536), both against driving", Derived);

    /// <summary>Speed on walking cost.</summary>
    public static readonly Parameter SpeedOnWalk = new("school.speed_on_walk", 1.2, "per 50 mph", 0, 2.5, "How much traffic speed adds to the cost of walking: cost × this × change of speed/50 mph. Not significant for school trips in TRADS; strong in children's discretionary trips.", "Prior between TRADS school (null) and discretionary (2.49)", Judgement);

    /// <summary>Junction stress on walking cost.</summary>
    public static readonly Parameter JunctionOnWalk = new("school.junction_on_walk", 0.76, "per unit stress", 0, 3.9, "How much junction stress, times streets.crossing_share, adds to the cost of walking to school. Not significant: p = 0.64.", Trads + ": 0.759 (1.614), drawn above nought", Verified);

    /// <summary>Traffic on walking cost.</summary>
    public static readonly Parameter TrafficOnWalk = new("school.traffic_on_walk", 0.37, "per 6,000 vehicles/day × 0.865", 0, 0.9, "How much traffic along the way adds to the cost of walking to school under 15: cost × this × change of min(1, vehicles × 0.865/6,000).", "Greater Manchester TRADS 2016–18, alternative model of school trips: 0.984 (0.373) less 1.118 (0.363) at 5–14 is −0.13 (at most 0.52); the mean of what that leaves above nought", Derived);

    /// <summary>Traffic on walking cost from 15.</summary>
    public static readonly Parameter TrafficOnWalkOlder = new("school.traffic_on_walk_older", 0.98, "per 6,000 vehicles/day × 0.865", 0.25, 1.71, "The same from 15.", "Greater Manchester TRADS 2016–18, alternative model of school trips: 0.984 (0.373), ages 15–24", Verified);

    /// <summary>Share of the way in the street at the gate.</summary>
    public static readonly Parameter GateShare = new("school.gate_share", 0.15, "share", 0.05, 0.3, "Share of the way to school that lies in the street at its gate: over it the gate's own traffic decides what a minute costs.", "Modelling judgement: some 150 m of a kilometre", Judgement);

    /// <summary>Stress on cycling.</summary>
    public static readonly Parameter StressOnCycle = new("school.stress_on_cycle", 2.5, "per unit stress", 0.7, 4.3, "How much link stress adds to the cost of cycling to school.", Trads + ": 2.5 (0.9)", Verified);

    /// <summary>Green view on walking cost.</summary>
    public static readonly Parameter GreenOnWalk = new("school.green_on_walk", 0.80, "per unit deficit", 0, 1.14, "How much a change of green-view deficit adds to the cost of walking.", "Borrowed from TRADS discretionary trips (HBD), 0.80 (0.17); not retained for school trips", Judgement);

    /// <summary>Taste.</summary>
    public static readonly Parameter TasteDeviation = new("school.taste_sd", 0.9, "logit", 0.5, 1.5, "Standard deviation of a family's lasting taste for walking to school.", "Modelling judgement", Judgement);

    /// <summary>Disability on walking.</summary>
    public static readonly Parameter DisabledWalk = new("travel.limited_walk", -0.86, "logit", -1.14, -0.58, "Walking when day-to-day activities are limited a lot.", "TRADS discretionary trips (HBD)", Verified);

    /// <summary>Disability on cycling.</summary>
    public static readonly Parameter DisabledCycle = new("travel.limited_cycle", -2.65, "logit", -4.1, -1.2, "Cycling when day-to-day activities are limited a lot.", "TRADS discretionary trips (HBD)", Verified);

    /// <summary>Gate opening.</summary>
    public static readonly Parameter GateOpens = new("school.gate_opens", 520, "minutes after midnight", 505, 540, "When the school gate opens (8:40).", "Modelling judgement", Judgement);

    /// <summary>Permission intercept.</summary>
    public static readonly Parameter PermissionAt8 = new("school.permission_at_8", -2.0, "logit", -2.4, -1.6, "Being allowed to travel alone at age 8 on an average route.", "Prior −1.2 moved towards 59 % of walkers aged 7–13 accompanied (NTS 2015)", Judgement);

    /// <summary>Permission by age.</summary>
    public static readonly Parameter PermissionByAge = new("school.permission_by_age", 0.9, "logit/year", 0.6, 1.1, "How permission to travel alone grows with age.", "Modelling judgement, held against NTS 2014–15: 59 % of walkers of 7–13 accompanied, 44 % of 7–10 may cross roads alone", Judgement);

    /// <summary>Permission by stress.</summary>
    public static readonly Parameter PermissionByStress = new("school.permission_by_stress", 0.8, "logit/SD", 0.4, 1.2, "How permission falls with the stress of the route; what crossings change of it changes cycling alike.", "Modelling judgement; traffic danger is the main reason parents give (NTS)", Judgement);

    /// <summary>Other company.</summary>
    public static readonly Parameter OtherEscort = new("school.other_escort", 0.42, "share", 0.05, 0.5, "Share of children whom somebody else could bring on foot (sibling, childminder, neighbour).", "Prior 0.3 moved towards 59 % of walkers aged 7–13 accompanied and 80 % on foot under a mile (NTS)", Judgement);

    /// <summary>Car speed.</summary>
    public static readonly Parameter CarSpeed = new("school.car_speed", 9, "m/s", 6, 11, "Speed of the school run by car, 32 km/h, besides the time to start and park: a time on the network, which is what school.car_cost was estimated on. Door to door the NTS has 21 minutes (2023).", "Modelling judgement", Judgement);

    /// <summary>Car start.</summary>
    public static readonly Parameter CarStart = new("school.car_start", 4, "min", 2, 8, "Minutes of a school run by car besides driving: getting everyone in, starting, parking.", "Modelling judgement", Judgement);

    /// <summary>Cycling speed of a pupil.</summary>
    public static readonly Parameter CycleSpeed = new("school.cycle_speed", 2.9, "m/s", 2.3, 3.0, "Cycling speed of a pupil.", "NTS speeds in travelDiaryProcessing: 2.96 and 2.88 at 11–15, 2.35 and 2.38 at 5–10", Verified);

    /// <summary>Young cyclists.</summary>
    public static readonly Parameter CycleYoung = new("school.cycle_under_seven", -2, "logit", -4, 0, "Cycling to school under the age of seven.", "Modelling judgement", Judgement);

    /// <summary>Bus wait.</summary>
    public static readonly Parameter BusWait = new("school.bus_wait", 12, "min", 6, 20, "Minutes of a bus trip to school besides riding: to the stop, and waiting.", "Modelling judgement", Judgement);

    /// <summary>Bus speed.</summary>
    public static readonly Parameter BusSpeed = new("school.bus_speed", 5.5, "m/s", 4, 8, "Speed of a bus to school, 20 km/h, stops included.", "Modelling judgement", Judgement);

    /// <summary>Bus on short trips.</summary>
    public static readonly Parameter BusShort = new("school.bus_short", 1.5, "log", 0, 2.5, "How little a bus serves a short trip: exp(this − km) is taken off its utility, 4.5 at no distance, 1.6 at a kilometre, 0.1 at four.", "Modelling judgement: hardly anyone takes a bus for a walk of a kilometre (NTS)", Judgement);

    /// <summary>Free transport.</summary>
    public static readonly Parameter BusEntitled = new("school.bus_entitled", 0.6, "logit", 0, 1.5, "Going by bus where the council must take a pupil to school for nothing: beyond two miles under eight, beyond three from eight.", "Distances: Education Act 1996, sections 444(5) and 508B. Size solved with school.car_cost", Calibrated);

    /// <summary>Walking speed of a child.</summary>
    public static readonly Parameter ChildSpeed = new("school.child_speed", 1.45, "m/s", 1.39, 1.5, "Walking speed of a child of 11 or over; a five-year-old with an adult walks at 0.8 of it, a judgement (all of 5–10 together walk at 1.39).", "NTS speeds in travelDiaryProcessing: 1.469 and 1.432 at 11–15", Verified);

    /// <summary>Stress weight.</summary>
    public static readonly Parameter StressWeight = new("school.stress_weight", 0.65, "1", 0.3, 0.9, "Weight of junction stress, against traffic speed, in the danger that parents feel (z-scores).", "Modelling judgement", Judgement);

    /// <summary>Traffic feedback.</summary>
    public static readonly Parameter TrafficFeedback = new("school.traffic_feedback", 0.15, "SD per +100 % cars", 0, 0.5, "How cars at the gate add to the stress of the route.", "Modelling judgement", Judgement);

    /// <summary>School-day activity.</summary>
    public static readonly Parameter SchoolDayMinutes = new("school.day_minutes", 24, "min/day", 18, 29, "Moderate-to-vigorous minutes in PE, breaks and lunch on a school day.", "Accelerometers in school hours: 18.3 (SD 8.3), six primaries of North East England (IJERPH 2021;18:990); 29 (SD 11), Scotland, ages 10–11 (J Sci Med Sport 2023;26:120); none for secondary pupils", Verified);

    /// <summary>Compensation.</summary>
    public static readonly Parameter Compensation = new("school.compensation", 0.65, "share", 0.3, 1.0, "Share of minutes added to the school day that children take back at other times.", "17 cluster trials without an effect (Love 2019) against +9 min/day (Chesham 2018)", Judgement);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        WalkCostPrimary, WalkCostSecondary, WalkCost, CarCost, BusCost, CycleCost, NoCar, TwoCars, ThreeCars, SpeedOnWalk, JunctionOnWalk, GreenOnWalk,
        TrafficOnWalk, TrafficOnWalkOlder, GateShare, StressOnCycle,
        TasteDeviation, DisabledWalk, DisabledCycle, GateOpens, PermissionAt8, PermissionByAge, PermissionByStress,
        OtherEscort, CarSpeed, CarStart, CycleSpeed, CycleYoung, BusWait, BusSpeed, BusShort, BusEntitled, ChildSpeed, StressWeight, TrafficFeedback, SchoolDayMinutes, Compensation,
    ];
}
