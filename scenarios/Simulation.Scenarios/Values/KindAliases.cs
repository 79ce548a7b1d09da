namespace Simulation.Scenarios.Values;

/// <summary>Names by which kinds of intervention are known elsewhere; none of them is read, each is pointed to the right one.</summary>
internal static class KindAliases
{
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.Ordinal)
    {
        ["active_route"] = ["active_travel_route", "active_travel_routes", "cycle_lane", "cycle_lanes", "cycle_route", "cycle_path", "bike_lanes", "cycling", "cycleway", "bike_lane", "greenway"],
        ["anchor_employers"] = ["anchor_institutions", "anchors"],
        ["brief_advice"] = ["gp_advice", "brief_intervention", "very_brief_advice"],
        ["community_event"] = ["parkrun", "park_run", "event", "community_events"],
        ["community_game"] = ["beat_the_street", "street_game"],
        ["community_grants"] = ["grants", "small_grants", "place_partnership"],
        ["community_hub"] = ["hub", "hubs", "community_centre"],
        ["concessionary_bus"] = ["bus_pass", "free_bus", "free_bus_travel", "concessionary_travel", "bus_fare", "bus_fares", "cheaper_buses", "free_bus_pass"],
        ["cycle_training"] = ["bikeability", "bike_training"],
        ["daily_mile"] = ["the_daily_mile", "running_mile"],
        ["ebike_loans"] = ["e_bike_loans", "ebikes", "bike_loan", "bike_loans", "cycle_to_work", "bike_hire", "bike_share", "cycle_hire"],
        ["exercise_referral"] = ["gp_referral", "exercise_on_prescription"],
        ["flexible_working"] = ["flexitime", "flexible_hours", "flexible_start", "staggered_hours", "four_day_week"],
        ["free_leisure"] = ["gym_vouchers", "gym_voucher", "gym_membership", "gym", "gyms", "swimming", "leisure_centre", "free_gym", "free_swimming", "leisure_vouchers", "leisure_pass"],
        ["green_space"] = ["park", "parks", "tree_planting", "green_spaces", "pocket_park"],
        ["home_working"] = ["working_from_home", "work_from_home", "wfh", "remote_working", "hybrid_working"],
        ["low_traffic_neighbourhood"] = ["ltn", "modal_filter", "modal_filters", "liveable_neighbourhood"],
        ["mass_media_campaign"] = ["campaign", "media_campaign", "posters", "advertising"],
        ["norm_change"] = ["norms", "culture_change"],
        ["policy_goal"] = ["goal", "target", "strategy"],
        ["safe_crossings"] = ["crossing", "crossings", "zebra_crossing", "zebra_crossings", "safe_routes", "lollipop", "crossing_patrol", "crossing_patrols"],
        ["school_street"] = ["school_road_closure", "school_gate_closure"],
        ["social_prescribing"] = ["link_worker", "link_workers", "social_prescription"],
        ["speed_enforcement"] = ["speed_camera", "speed_cameras", "police_patrols", "patrols"],
        ["speed_limit"] = ["20_mph", "20mph", "20_mph_zone", "20mph_zone", "twenty_mph", "speed_limits", "safe_speeds"],
        ["walk_to_school_programme"] = ["wow", "walk_once_a_week", "walk_to_school", "walk_to_school_week"],
        ["walking_bus"] = ["walking_school_bus", "walking_train"],
        ["activity_incentives"] = ["incentives", "incentive", "rewards", "vouchers", "cash_for_activity", "financial_incentives"],
        ["workplace_programme"] = ["workplace_health", "workplace_wellbeing", "step_challenge"],
    };

    /// <summary>The kinds that have other names, with these.</summary>
    public static IReadOnlyDictionary<string, string[]> All => Others;

    /// <summary>The key of the kind that <paramref name="written"/> is another name of, or null.</summary>
    public static string? Find(string written)
    {
        string wanted = written.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return Others.FirstOrDefault(kind => kind.Value.Contains(wanted)).Key;
    }
}
