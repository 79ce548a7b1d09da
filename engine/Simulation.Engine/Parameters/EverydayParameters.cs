using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>Leisure, errands on foot, weather, habit, intention, company and fitness.</summary>
public static class EverydayParameters
{
    private const string Trads = "Greater Manchester TRADS 2016–18, JIBE final mode-choice models, discretionary trips (HBD)";

    /// <summary>Session length.</summary>
    public static readonly Parameter SessionMinutes = new("leisure.session_minutes", 70, "min", 55, 80, "Median minutes of a leisure session (lognormal).", "ONS time use, March 2023: 80.2 min among those who exercise on a day, the mean of a lognormal of this median", Derived);

    /// <summary>Child's session length.</summary>
    public static readonly Parameter ChildSessionMinutes = new("leisure.child_session_minutes", 75, "min", 45, 110, "Median minutes of play and sport of a child on a day with any, besides school and the way there (lognormal).", "Modelling judgement; play is about half of children's activity (HSE 2008), median 60 min MVPA a day at 7–8 (MCS)", Judgement);

    /// <summary>Propensity spread of adults.</summary>
    public static readonly Parameter SpreadAdult = new("leisure.spread_adult", 1.2, "logit", 0.8, 1.8, "Standard deviation of adults' lasting propensity for leisure within a stratum, among those who mean to be active.", "Where groups are fixed. Modelling judgement: with one bell curve no spread below 5 gives Active Lives' thin middle (11 % fairly active)", Judgement);

    /// <summary>Propensity spread of children.</summary>
    public static readonly Parameter SpreadChild = new("leisure.spread_child", 1.8, "logit", 1.2, 2.4, "Standard deviation of children's lasting propensity for play and sport within a stratum.", "Where groups are fixed. Modelling judgement", Judgement);

    /// <summary>Non-intenders.</summary>
    public static readonly Parameter NonIntenderGap = new("leisure.non_intender_gap", 5, "logit", 3, 7, "How much less those who do not mean to be active are inclined to leisure; their share is solved (Feil 2023: 30 % of adults are non-intenders).", "Where groups are fixed. Modelling judgement on the two groups of Feil 2023", Judgement);

    /// <summary>Spread of session length.</summary>
    public static readonly Parameter SessionSpread = new("leisure.session_spread", 0.4, "log", 0.3, 0.5, "Standard deviation of the logarithm of a resident's session minutes from day to day; leisure.person_length adds what differs from one resident to another.", "Modelling judgement", Judgement);

    /// <summary>Vigorous share, young.</summary>
    public static readonly Parameter VigorousYoung = new("leisure.vigorous_young", 0.45, "share", 0.25, 0.65, "Share of sessions of adults under 55 that are vigorous; their minutes count twice.", "Modelling judgement; Active Lives doubles vigorous minutes", Judgement);

    /// <summary>Vigorous share, old.</summary>
    public static readonly Parameter VigorousOld = new("leisure.vigorous_old", 0.2, "share", 0.05, 0.35, "Share of sessions of adults of 55 and over that are vigorous.", "Modelling judgement", Judgement);

    /// <summary>Access.</summary>
    public static readonly Parameter Access = new("leisure.access", -0.0513, "logit/km", -0.0823, 0, "Leisure with each kilometre to the nearest offer (ln 0.95).", "Half-way to parkrun's rate ratio 0.921 per km (Schneider 2019), an upper bound", Judgement);

    /// <summary>Price.</summary>
    public static readonly Parameter Price = new("leisure.price", 0.262, "logit", 0.049, 0.47, "Attendance of what has a price when it is lifted altogether (OR 1.3).", "Price-only prior within re:fresh ×1.64 attendances of gyms and pools with outreach (Higgerson 2018)", Judgement);

    /// <summary>Share of leisure with a price.</summary>
    public static readonly Parameter PricedShare = new("leisure.priced_share", 0.333, "share", 0.2, 0.5, "Share of leisure sessions at gyms, pools and classes that have a price: only there does lifting it do anything.", "Modelling judgement: re:fresh counted gym and pool attendances, a third of leisure", Judgement);

    /// <summary>Green view.</summary>
    public static readonly Parameter Green = new("leisure.green", 0.5, "logit per unit deficit", 0, 1.14, "Leisure with a change of the green-view deficit (VGVI scale of 0–1), with the sign turned.", "Weak: an assumption below the 0.80 (0.46–1.14) per minute's walk of TRADS discretionary trips", Judgement);

    /// <summary>Price and income.</summary>
    public static readonly Parameter PriceDeprived = new("leisure.price_deprived", 1.3, "ratio", 1, 2, "How much more a price weighs in the most deprived decile than on average; falls in a straight line to its mirror image in decile 10. Deprivation stands for income, which residents do not have.", "Modelling judgement: the less there is to spend, the more a price decides", Judgement);

    /// <summary>Time budget.</summary>
    public static readonly Parameter TimeBudget = new("leisure.time_budget", 0.0953, "logit per 60 min/weekday", 0, 0.223, "Leisure when a weekday has an hour more (OR 1.10).", "Prior; direction Wöhner 2023, Elldér 2022", Judgement);

    /// <summary>Errand length.</summary>
    public static readonly Parameter ErrandMinutes = new("errand.minutes", 15, "min", 10, 20, "Median minutes walked on an errand (lognormal), both ways.", "Modelling judgement", Judgement);

    /// <summary>Spread of errand length.</summary>
    public static readonly Parameter ErrandSpread = new("errand.spread", 0.5, "log", 0.3, 0.8, "Standard deviation of the logarithm of errand minutes.", "Modelling judgement", Judgement);

    /// <summary>Lasting part of errand length.</summary>
    public static readonly Parameter ErrandLasting = new("errand.lasting", 0.8, "share", 0.5, 0.95, "Share of the variance of the logarithm of errand minutes that is each resident's own: how far the shops are.", "Modelling judgement: shops and homes stay where they are", Judgement);

    /// <summary>Brisk walkers.</summary>
    public static readonly Parameter Brisk = new("walk.brisk", 0.6, "share", 0.45, 0.7, "Share of adults whose walks for travel raise the breathing and so count as moderate: a lasting trait.", "Public Health England 2018, Active Lives 2016–17: 60 % of those of 40–60 do ten minutes of brisk walking in a month", Verified);

    /// <summary>Brisk walkers among non-intenders.</summary>
    public static readonly Parameter BriskNonIntenders = new("walk.brisk_non_intenders", 0.1, "share", 0, 0.4, "The same among those who do not mean to be active.", "Modelling judgement: walking for travel is more common in deprived areas, and so is inactivity", Judgement);

    /// <summary>Non-intenders' errands.</summary>
    public static readonly Parameter ErrandNonIntenderGap = new("errand.non_intender_gap", 3, "logit", 1, 4, "How much less those who do not mean to be active are inclined to walk an errand. Without it, the walks alone would lift most of them over 30 minutes and no propensity could give the published share of inactive adults.", "Modelling judgement", Judgement);

    /// <summary>Habit of errands.</summary>
    public static readonly Parameter ErrandHabit = new("errand.habit", 3, "logit", 2, 3.5, "Walking errands on every day raises the inclination to walk one by this, against never; what has become usual follows within habit.gain. Below 4 there is one balance.", "Solved: a logit on everybody's errands moves the odds of walking by one logit within half a year, as a coefficient of the travel survey says, which is a mean over people. Without habit it moves them by 0.5; 1: 0.6, 2: 0.8", Derived);

    /// <summary>No car on errands.</summary>
    public static readonly Parameter ErrandNoCar = new("errand.no_car", 0.8, "logit", 0.3, 1.5, "Walking an errand in a household without a car.", "Modelling judgement; direction from TRADS", Judgement);

    /// <summary>Cost of walking an errand.</summary>
    public static readonly Parameter ErrandWalkCost = new("errand.walk_cost", -0.086, "logit/min", -0.100, -0.072, "Utility of a minute's walk, one way, on errands and in leisure: what changes of streets are multiplied with.", Trads + ": −0.086 (0.007)", Verified);

    /// <summary>Speed on walking.</summary>
    public static readonly Parameter ErrandSpeed = new("errand.speed_on_walk", 0.44, "per 50 mph", 0, 0.89, "How much traffic speed adds to the cost of an adult's walk.", Trads + ": 0.44 (0.23); between −0.1 and 0.4 in its alternatives", Verified);

    /// <summary>Speed on walking at 65.</summary>
    public static readonly Parameter ErrandSpeedOlder = new("errand.speed_on_walk_older", 0.37, "per 50 mph", 0.12, 0.62, "What is added to that from 65.", Trads + ": 0.37 (0.13)", Verified);

    /// <summary>Junction stress on walking.</summary>
    public static readonly Parameter ErrandJunction = new("errand.junction_on_walk", 5.3, "per unit stress", 1.4, 9.2, "How much junction stress, times streets.crossing_share, adds to the cost of an adult's walk.", Trads + ": 5.3 (2.0)", Verified);

    /// <summary>Green view on walking.</summary>
    public static readonly Parameter ErrandGreen = new("errand.green_on_walk", 0.80, "per unit deficit", 0.46, 1.14, "How much a change of green-view deficit adds to the cost of an errand on foot.", Trads + ": 0.80 (0.17)", Verified);

    /// <summary>Minutes on which streets act, errands.</summary>
    public static readonly Parameter ErrandStreetMinutes = new("errand.street_minutes", 2, "min", 1, 5, "Minutes of an errand's way, one way, on which a change of streets acts: minutes × share who would not walk it anyway, mean over errands walked.", "Arithmetic: half of errand.minutes, and NTS shares on foot by distance, 80 % under a mile, 30 % at one to two", Derived);

    /// <summary>Minutes on which streets act, leisure.</summary>
    public static readonly Parameter LeisureStreetMinutes = new("leisure.street_minutes", 4, "min", 0, 10, "Minutes along streets in an average leisure session of an adult, on which a change of streets acts: two sessions of five are walks, ten minutes of each from and to the door. It acts on the day's odds, not on the rank of propensity.", "Modelling judgement", Judgement);

    /// <summary>Rain on children's play.</summary>
    public static readonly Parameter RainPlay = new("weather.rain_play", 0.6, "odds ratio", 0.4, 0.8, "Children's play and sport on a wet day (1.7 mm or more).", "Direction SPEEDY 2011, 2015 (−9.4 min MVPA on the wettest days); size a judgement", Judgement);

    /// <summary>Rain on adults' leisure.</summary>
    public static readonly Parameter RainAdult = new("weather.rain_adult", 0.9, "odds ratio", 0.8, 1, "Adults' leisure on a wet day.", "EPIC-Norfolk (Wu 2017): up to −10 % of activity, older adults; Elliott 2019: no relation in 47,613 visits to nature", Derived);

    /// <summary>Rain on errands.</summary>
    public static readonly Parameter RainErrand = new("weather.rain_errand", 0.85, "odds ratio", 0.7, 1, "Walking errands on a wet day.", "Modelling judgement", Judgement);

    /// <summary>Rain on trips.</summary>
    public static readonly Parameter RainTrip = new("weather.rain_trip", 0.97, "odds ratio", 0.9, 1, "Walking to school or work on a wet day.", "No effect in school-commute hours (SPEEDY 2015)", Judgement);

    /// <summary>Daylight.</summary>
    public static readonly Parameter Daylight = new("weather.daylight", 0.025, "logit/h", 0, 0.05, "Leisure with each hour of daylight more than twelve.", "ICAD +7.6 cpm per hour of daylight; size in logit a judgement", Judgement);

    /// <summary>Weekend leisure.</summary>
    public static readonly Parameter WeekendLeisure = new("leisure.weekend", 1.15, "odds ratio", 0.9, 1.4, "Leisure on a Saturday or Sunday.", "Modelling judgement", Judgement);

    /// <summary>Weekend errands.</summary>
    public static readonly Parameter WeekendErrand = new("errand.weekend", 0.85, "odds ratio", 0.6, 1.1, "Walking errands on a Saturday or Sunday.", "Modelling judgement", Judgement);

    /// <summary>Habit gain.</summary>
    public static readonly Parameter HabitGain = new("habit.gain", 0.0444, "per performance", 0.0117, 0.153, "Median share of the way to the ceiling that one performance brings.", "Lally 2010: 66 days (18–254) to 95 % of the asymptote", Derived);

    /// <summary>Spread of gain.</summary>
    public static readonly Parameter HabitGainSpread = new("habit.gain_spread", 0.7, "log", 0.4, 1.0, "Standard deviation of the logarithm of a resident's gain.", "Modelling judgement", Judgement);

    /// <summary>Habit loss.</summary>
    public static readonly Parameter HabitLoss = new("habit.loss", 0.01, "per day", 0.003, 0.03, "Share of habit lost on a day on which it was cued and not done.", "Modelling judgement (half-life 69 days)", Judgement);

    /// <summary>Habit ceiling.</summary>
    public static readonly Parameter HabitCeiling = new("habit.ceiling", 0.5, "share", 0.4, 0.7, "Mean ceiling of habit; a resident's own lies within 0.35 of it.", "Gardner, de Bruijn and Lally 2011: typical habit strength at the middle of its scale; as a ceiling a judgement", Judgement);

    /// <summary>Habit leverage.</summary>
    public static readonly Parameter HabitLeverage = new("habit.leverage", 2, "odds", 0.5, 4, "Full habit multiplies the odds by one more than this.", "Modelling judgement", Judgement);

    /// <summary>Intention drift.</summary>
    public static readonly Parameter IntentionDrift = new("intention.drift", 0.05, "per week", 0.01, 0.15, "Share of a raised intention that is lost in a week.", "Modelling judgement", Judgement);

    /// <summary>Household company.</summary>
    public static readonly Parameter SocialHousehold = new("social.household", 0.8, "logit/share", 0, 1.5, "Leisure with the share of active days of the rest of the household, against the mean.", "Prior; direction Aral & Nicolaides 2017", Judgement);

    /// <summary>Class company.</summary>
    public static readonly Parameter SocialClass = new("social.class", 0.6, "logit/share", 0, 1.2, "Walking to school with the share of the class that walks, against the mean.", "Prior", Judgement);

    /// <summary>Workplace company.</summary>
    public static readonly Parameter SocialWork = new("social.work", 0.3, "logit/share", 0, 0.8, "Walking and cycling to work with the share of colleagues who do, against the mean.", "Prior", Judgement);

    /// <summary>Neighbourhood company.</summary>
    public static readonly Parameter SocialNeighbourhood = new("social.neighbourhood", 0.2, "logit/share", 0, 0.6, "Leisure with the share of active days in the neighbourhood, against the mean.", "Prior", Judgement);

    /// <summary>Fitness up.</summary>
    public static readonly Parameter FitnessUp = new("fitness.days_up", 42, "days", 21, 84, "Time constant of growing fitter.", "Modelling judgement", Judgement);

    /// <summary>Fitness down.</summary>
    public static readonly Parameter FitnessDown = new("fitness.days_down", 21, "days", 10, 42, "Time constant of growing less fit.", "Modelling judgement", Judgement);

    /// <summary>Fitness gain.</summary>
    public static readonly Parameter FitnessGain = new("fitness.gain", 0.10, "share", 0.05, 0.15, "Fitness at 150 minutes a week over fitness at none; it divides the time that a walk costs.", "Workplace programmes raised VO2max by 3.5 mL/kg/min (Conn 2009)", Derived);

    /// <summary>The group, in printed order.</summary>
    public static IReadOnlyList<Parameter> All { get; } =
    [
        SessionMinutes, ChildSessionMinutes, SessionSpread, SpreadAdult, SpreadChild, NonIntenderGap, VigorousYoung, VigorousOld, Access, Price, PriceDeprived, PricedShare, Green, TimeBudget,
        ErrandMinutes, ErrandSpread, ErrandLasting, Brisk, BriskNonIntenders, ErrandNonIntenderGap, ErrandHabit, ErrandNoCar,
        ErrandWalkCost, ErrandSpeed, ErrandSpeedOlder, ErrandJunction, ErrandGreen, ErrandStreetMinutes, LeisureStreetMinutes,
        RainPlay, RainAdult, RainErrand, RainTrip, Daylight, WeekendLeisure, WeekendErrand,
        HabitGain, HabitGainSpread, HabitLoss, HabitCeiling, HabitLeverage, IntentionDrift,
        SocialHousehold, SocialClass, SocialWork, SocialNeighbourhood,
        FitnessUp, FitnessDown, FitnessGain,
    ];
}
