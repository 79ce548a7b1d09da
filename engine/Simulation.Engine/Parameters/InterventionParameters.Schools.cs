namespace Simulation.Engine.Parameters;

/// <content>School streets, walking buses and what else starts at the school.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Schools =>
    [
        V("school_street.gate_traffic", 0.68, "share", 0.3, 0.9, "Motor traffic removed at the gate while the street is closed.", "Hackney Council, first four School Streets, before/after"),
        J("school_street.car_access", 3.2, "min", 2.6, 3.9, "Extra minutes that a car trip costs: parking 200–300 m away, walked at a child's 1.3 m/s.", "Modelling judgement; walking speed National Travel Survey"),
        J("school_street.gate_share_of_street", 0.1, "share", 0, 0.3, "Traffic at the gate as a share of one neighbourhood's street traffic at drop-off and pick-up.", "Modelling judgement"),
        J("school_street.ramp", 42, "days", 14, 84, "Time constant with which drivers and families adapt.", "Modelling judgement: a ramp that no study follows"),
        D("walking_bus.offer", 0.1, "share", 0.03, 0.2, "Share of pupils without an adult to bring them who find a place, walking five days a week.", "Mackett 2005, Hertfordshire: 68 buses of ten children at 41 schools, 7 % of the roll; 26 a year later"),
        J("walking_bus.ramp", 42, "days", 14, 84, "Time constant with which families join.", "Modelling judgement"),
        J("walk_to_school_programme.norm", 0.364, "logit", 0, 0.47, "Norm for walking to school (OR 1.44), before the discount for its design.", "Living Streets WOW: 18 % more walking all the way, relative, from one half; an older +23 % counts part of the way too. Not solved: no norm opens the gates of time and permission that keep pupils from walking"),
        J("walk_to_school_programme.ramp", 35, "days", 14, 84, "Time constant with which the norm rises.", "Five weeks to the first measurement"),
        J("walk_to_school_programme.fade", 91, "days", 14, 364, "Time constant with which the norm fades after the programme.", "Modelling judgement"),
        J("cycle_training.skill", 0.05, "logit", -0.1, 0.3, "Skill and confidence on a cycle.", "Reserved: prior near nothing"),
        J("cycle_training.ramp", 28, "days", 7, 84, "Time constant with which skill is used.", "Modelling judgement"),
        V("daily_mile.minutes", 9.1, "min", 5.1, 13.2, "Moderate-to-vigorous minutes added to a school day when it is fully done.", "Chesham 2018, Stirling"),
    ];
}
