namespace Simulation.Engine.Parameters;

/// <content>Communities, leisure, goals and beliefs.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Community =>
    [
        J("community_hub.nearer", 0.2, "km", 0, 0.5, "Distance saved to the nearest offer.", "Modelling judgement"),
        J("community_hub.norm", 0.025, "logit", 0, 0.14, "Norm for leisure (prior OR 1.05–1.15 within a kilometre; half the lower end).", "Modelling judgement"),
        J("community_hub.ramp", 182, "days", 91, 364, "Time constant with which residents take to it.", "Modelling judgement"),
        J("free_leisure.outreach", 0.232, "logit", 0, 0.588, "Attendance of what has a price where outreach is done, before the discount for its design: what re:fresh found beyond the price (1.64/1.3).", "Higgerson 2018: attendances × 1.64 (1.43–1.89). Not solved: the lever that returns them makes five times the +1.9 points of regulars that the same study found"),
        J("free_leisure.ramp", 56, "days", 14, 182, "Time constant with which residents take the offer up.", "Modelling judgement"),
        J("free_leisure.fade", 91, "days", 14, 364, "Time constant with which outreach is forgotten.", "Modelling judgement"),
        J("community_grants.norm", 0.016, "logit", -0.011, 0.043, "Norm for leisure (prior −0.3 points of inactivity a year, −0.8 to +0.2).", "No effect size found (Sport England local delivery pilots); prior"),
        J("community_grants.ramp", 364, "days", 182, 1092, "Time constant with which communities build up.", "Modelling judgement"),
        J("community_grants.fade", 364, "days", 91, 1092, "Time constant with which it wears off.", "Modelling judgement"),
        J("community_event.nearer", 0.1, "km", 0, 0.3, "Distance saved to the nearest offer, counting a weekly event as a seventh of a daily one.", "Schneider 2019 gives the slope; the size is a judgement"),
        J("community_event.ramp", 91, "days", 28, 182, "Time constant with which it becomes known.", "Modelling judgement"),
        D("community_game.intention", 1.56, "logit", 0, 2.4, "Intention of players, before the discount for its design.", "Solved: Intelligent Health (310 answers of 136,592 players, who chose themselves), replayed, returns its −8 points (18 → 10 %)"),
        J("community_game.half_life", 42, "days", 14, 182, "Half-life of the intention.", "Modelling judgement"),
        J("activity_incentives.leisure", 0.4, "logit", 0.2, 0.6, "Leisure of those who are paid for being active, while they are paid.", "Mitchell 2020: 607 steps a day (422–792), some 40 minutes a week or a seventh of what adults do; as a logit a judgement"),
        J("activity_incentives.crowding_out", 0.25, "share", 0, 1, "Share of what an incentive had added that is taken back, for as long again, when it stops. The trials found none on the mean: 514 (313–715) steps a day were left.", "Mitchell 2020; the share a judgement"),
        J("norm_change.walking", 0.05, "logit", 0, 0.2, "Norm for walking.", "None: exploratory"),
        J("norm_change.leisure", 0.05, "logit", 0, 0.2, "Norm for leisure.", "None: exploratory"),
        J("norm_change.ramp", 1095, "days", 728, 3650, "Time constant with which beliefs change.", "Modelling judgement: 2–10 years"),
    ];
}
