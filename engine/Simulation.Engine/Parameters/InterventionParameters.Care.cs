namespace Simulation.Engine.Parameters;

/// <content>The National Health Service.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Care =>
    [
        D("brief_advice.intention", 0.67, "logit", 0.30, 1.05, "Intention of those advised once.", "Solved: Orrow 2012 (15 trials, 8,745 people), replayed, returns its OR 1.42 (1.17–1.73) among those who report less than the guideline"),
        J("brief_advice.half_life", 364, "days", 182, 728, "Half-life of the intention.", "Modelling judgement: a ramp that no study follows"),
        D("exercise_referral.intention", 0.34, "logit", 0, 0.6, "Intention of those referred.", "Solved: Pavey 2011 (six comparisons with usual care), replayed, returns its RR 1.16 (1.03–1.30)"),
        J("exercise_referral.support", 0.1, "logit", 0, 0.25, "Leisure made easier while the referral lasts.", "Modelling judgement"),
        J("exercise_referral.half_life", 273, "days", 91, 546, "Half-life of the intention.", "Modelling judgement: a ramp that no study follows"),
        J("social_prescribing.support", 0.095, "logit", -0.105, 0.336, "Leisure made easier by a link worker (OR 1.10, 0.9–1.4), before the discount for its design.", "Griffiths 2022 found no controlled effect; prior"),
        D("mass_media_campaign.walking", 1.42, "logit", 0.32, 2.1, "Walking of those who recall it, before the discount for its design.", "Solved: Abioye 2013 (three studies), replayed, returns its RR 1.53 (1.25–1.87) of walking weekly; lower end by its stricter definition, 1.35 (1.05–1.72)"),
        D("mass_media_campaign.leisure", -0.057, "logit", -0.26, 0.15, "Leisure of those who recall it, before the discount for its design.", "Solved: Abioye 2013 (four studies), replayed with the walking, returns its RR 1.02 (0.91–1.14) of sufficient activity"),
        J("mass_media_campaign.ramp", 21, "days", 7, 42, "Time constant with which it is noticed.", "Modelling judgement: a ramp that no study follows"),
        J("mass_media_campaign.fade", 91, "days", 28, 182, "Time constant with which it is forgotten.", "Modelling judgement: a ramp that no study follows"),
    ];
}
