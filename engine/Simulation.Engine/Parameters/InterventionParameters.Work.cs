namespace Simulation.Engine.Parameters;

/// <content>Employers.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Work =>
    [
        J("ebike_loans.cycling", 0.69, "logit", 0, 1.4, "Cycling to work of those who borrow an e-bike (OR 2), before the discount for its design.", "Cairns 2017, Brighton: three quarters used it weekly; the odds ratio is a judgement"),
        D("workplace_programme.intention", 0.685, "logit", 0.55, 0.85, "Intention of those who take part, before the discount for its design.", "Solved: Taylor 2012 and Conn 2009, replayed, return d 0.21 (Taylor's interval 0.17–0.26)"),
        J("workplace_programme.norm", 0.05, "logit", 0, 0.2, "Norm for walking and cycling to work.", "Modelling judgement"),
        J("workplace_programme.half_life", 182, "days", 56, 364, "Half-life of the intention.", "Modelling judgement"),
        J("anchor_employers.norm", 0.05, "logit", 0, 0.2, "Norm for walking and cycling to work.", "Modelling judgement"),
    ];
}
