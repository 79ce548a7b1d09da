namespace Simulation.Engine.Parameters;

/// <content>Streets, speeds, routes and green space.</content>
public static partial class InterventionParameters
{
    private static Parameter[] Streets =>
    [
        D("speed_limit.signs", 0.22, "share", 0.15, 0.3, "Share of the excess over 20 mph given up with signs alone.", "Atkins/DfT 2018, England: −0.7 mph residential, −0.9 mph centres"),
        D("speed_limit.enforced", 0.44, "share", 0.40, 0.49, "Share given up under constant patrols.", "Transport for Wales 2024/25, ETSC: 28.7 → 24.9 mph, sustained, with default limit, campaign and police engagement (28.9 → 24.6 at first): a package, not patrols alone"),
        U("speed_limit.calmed", 0.9, "share", 0.8, 0.95, "Share given up with physical calming.", "TRL report 215: zones about −9 mph"),
        J("speed_limit.halo", 56, "days", 7, 182, "Time constant with which the effect of patrols wears off.", "Modelling judgement (1–26 weeks)"),
        J("speed_limit.ramp", 28, "days", 7, 56, "Time constant with which drivers take to new signs.", "Modelling judgement: a ramp that no study follows"),
        D("speed_enforcement.signs", 0.22, "share", 0.15, 0.3, "Share given up without patrols where 20 mph is signed.", "Atkins/DfT 2018"),
        D("speed_enforcement.enforced", 0.44, "share", 0.40, 0.49, "Share given up under constant patrols.", "Transport for Wales 2024/25, ETSC: the sustained figure of a package of limit, campaign and police"),
        J("speed_enforcement.halo", 56, "days", 7, 182, "Time constant with which the effect of patrols wears off.", "Modelling judgement (1–26 weeks)"),
        D("safe_crossings.junction_stress", 0.55, "share", 0, 0.73, "Junction stress removed where crossings are treated.", "JIBE stress functions (jibeproject/mito): 0.67 uncontrolled, 0.18 zebra; three quarters of junctions treated"),
        J("safe_crossings.detour", 0.05, "share", 0, 0.1, "Route length saved where crossings are treated.", "Modelling judgement"),
        J("safe_crossings.ramp", 364, "days", 182, 728, "Time constant with which residents change their ways after infrastructure opens.", "Modelling judgement: a ramp that no study follows"),
        J("low_traffic_neighbourhood.traffic", 0.35, "share", 0, 0.7, "Motor traffic in residential streets that falls away.", "Reserved: what the scheme is built to do, a judgement"),
        J("low_traffic_neighbourhood.junction_stress", 0.15, "share", 0, 0.4, "Junction stress that falls away inside.", "Reserved: a judgement"),
        J("low_traffic_neighbourhood.ramp", 280, "days", 91, 546, "Time constant with which residents change their ways.", "Modelling judgement: a ramp that no study follows"),
        J("active_route.cycle_stress", 0.1, "share", -0.05, 0.4, "Stress of cycling that falls away.", "Reserved: prior near nothing"),
        J("active_route.detour", 0.01, "share", 0, 0.05, "Length of routes on foot and by bicycle saved.", "Reserved: prior near nothing"),
        J("active_route.ramp", 364, "days", 182, 728, "Time constant with which residents take to the route.", "Modelling judgement: a ramp that no study follows"),
        J("green_space.view", 0.02, "index", -0.01, 0.1, "Green view gained (on the VGVI scale of 0–1).", "Reserved: prior near nothing"),
        J("green_space.nearer", 0.05, "km", 0, 0.3, "Distance saved to the nearest place to be active.", "Reserved: prior near nothing"),
        J("green_space.ramp", 364, "days", 182, 728, "Time constant with which residents take to it.", "Modelling judgement: a ramp that no study follows"),
        D("concessionary_bus.walking", 0.19, "logit", 0.09, 0.29, "Walking of pass holders, before the discount for its design.", "Solved: Coronini-Cronberg 2012 (NTS 2005–08), replayed, returns its OR 1.15 of walking three times a week; the printed interval is a misprint"),
    ];
}
