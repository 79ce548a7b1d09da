using static Simulation.Engine.Parameters.EvidenceGrade;

namespace Simulation.Engine.Parameters;

/// <summary>How pupils come to their schools and classes.</summary>
internal static class SynthesisSchoolParameters
{
    private const string Own = "Modelling judgement";
    private const string Trips = "DfT, National Travel Survey: mean trip to school 1.6 miles (primary), 3.4 miles (secondary)";

    private static readonly ParameterGroup Group = new("synthesis");

    /// <summary>Places over pupils.</summary>
    internal static readonly double Spare = Group.Number(
        "school_spare", 1.06, "ratio", 1.0, 1.15,
        "Least number of places over pupils in each phase; when the rolls hold fewer, all schools are enlarged alike.", "DfE, School capacity 2023: about one place in ten unfilled", Unverified);

    /// <summary>Class size.</summary>
    internal static readonly double ClassSize = Group.Number(
        "class_size", 27, "pupils", 22, 30, "Usual number of pupils taught together.", "DfE, Schools, pupils and their characteristics 2024: 26.6 in state primaries", Unverified);

    /// <summary>Households that choose a school for other reasons than nearness, primary.</summary>
    internal static readonly double PrimaryChoosers = Group.Share(
        "school_choosers_primary", 0.7, "Share of households that choose a primary school for faith, childcare or reputation rather than nearness.", Trips, Calibrated);

    /// <summary>Households that choose a school for other reasons than nearness, secondary.</summary>
    internal static readonly double SecondaryChoosers = Group.Share(
        "school_choosers_secondary", 0.7, "Share of households that choose a secondary school for faith or reputation rather than nearness.", Trips, Calibrated);

    /// <summary>Distance that counts as no distance, primary.</summary>
    internal static readonly double PrimaryIndifferent = Group.Number(
        "school_indifferent_primary", 400, "m", 200, 800, "Distance below which a primary school is as near as another.", Trips, Calibrated);

    /// <summary>Distance that counts as no distance, secondary.</summary>
    internal static readonly double SecondaryIndifferent = Group.Number(
        "school_indifferent_secondary", 1200, "m", 600, 2_000, "Distance below which a secondary school is as near as another.", Trips, Calibrated);

    /// <summary>Primary schools considered.</summary>
    internal static readonly double PrimaryConsidered = Group.Number(
        "school_considered_primary", 55, "schools", 20, 80, "Nearest primary schools among which a household chooses.", Trips, Calibrated);

    /// <summary>Secondary schools considered.</summary>
    internal static readonly double SecondaryConsidered = Group.Number(
        "school_considered_secondary", 45, "schools", 20, 80, "Nearest secondary schools among which a household chooses.", Trips, Calibrated);

    /// <summary>How near the best-liked school may seem.</summary>
    internal static readonly double LikingFloor = Group.Number(
        "school_liking_floor", 0.02, "ratio", 0.01, 0.2, "Least ratio of felt to true distance for those who choose for other reasons than nearness.", Trips, Calibrated);

    /// <summary>How little others mind a difference in distance.</summary>
    internal static readonly double NearnessSlack = Group.Number(
        "school_nearness_slack", 0.15, "ratio", 0.05, 0.3, "Largest relative error of the felt distance for those who choose the nearest school.", Own, Judgement);

    /// <summary>Preferences on the form.</summary>
    internal static readonly double Preferences = Group.Number(
        "school_preferences", 8, "schools", 3, 12, "Schools that a household applies to before it takes the nearest place left.", Own, Judgement);

    /// <summary>Least distance to school.</summary>
    internal static readonly double LeastMetres = Group.Number(
        "school_least_distance", 50, "m", 20, 100, "Least route to a school or workplace.", Own, Judgement);

    /// <summary>The parameters in printed order.</summary>
    internal static IReadOnlyList<Parameter> All => Group.All;
}
