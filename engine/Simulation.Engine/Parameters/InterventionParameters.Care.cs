namespace Simulation.Engine.Parameters;

/// <content>The National Health Service.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Care =>
    [
        V("brief_advice.intention", 0.351, "logit", 0.157, 0.548, "Intention of those advised (OR 1.42, 1.17–1.73).", "Orrow 2012, 15 trials, 8,745 people"),
        J("brief_advice.half_life", 364, "days", 182, 728, "Half-life of the intention.", "Modelling judgement: default ramps of the design basis"),
        D("exercise_referral.intention", 0.238, "logit", 0, 0.36, "Intention of those referred (RR 1.16, 1.03–1.30, from 35 %).", "Pavey 2011: six comparisons with usual care"),
        J("exercise_referral.support", 0.1, "logit", 0, 0.25, "Leisure made easier while the referral lasts.", "Modelling judgement"),
        J("exercise_referral.half_life", 273, "days", 91, 546, "Half-life of the intention.", "Modelling judgement: default ramps of the design basis"),
        J("social_prescribing.support", 0.095, "logit", -0.105, 0.336, "Leisure made easier by a link worker (OR 1.10, 0.9–1.4), before the discount for its design.", "Griffiths 2022 found no controlled effect; prior"),
        D("mass_media_campaign.walking", 0.68, "logit", 0.3, 1.1, "Walking of those who recall it (OR 1.98 from RR 1.53, 1.25–1.87, at 30 %), before the discount for its design.", "Abioye 2013, three studies; RR 1.35 (1.05–1.72) by the stricter definition"),
        D("mass_media_campaign.leisure", 0.05, "logit", -0.2, 0.3, "Leisure of those who recall it (sufficient activity RR 1.02, 0.91–1.14, from 60 %).", "Abioye 2013, four studies"),
        J("mass_media_campaign.ramp", 21, "days", 7, 42, "Time constant with which it is noticed.", "Modelling judgement: default ramps of the design basis"),
        J("mass_media_campaign.fade", 91, "days", 28, 182, "Time constant with which it is forgotten.", "Modelling judgement: default ramps of the design basis"),
    ];
}
