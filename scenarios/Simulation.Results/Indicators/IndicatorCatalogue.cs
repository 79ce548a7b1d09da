using Simulation.Engine.Observation;

namespace Simulation.Results.Indicators;

/// <summary>The indicators that runs record, in the order in which tables print them.</summary>
public static class IndicatorCatalogue
{
    private static readonly IndicatorInfo[] Printed =
    [
        new("adults_inactive", "Adults inactive", IndicatorUnit.Share, "adults", Better.Lower),
        new("adults_fairly_active", "Adults fairly active", IndicatorUnit.Share, "adults", Better.Neither),
        new("adults_active", "Adults active", IndicatorUnit.Share, "adults", Better.Higher),
        new("mean_minutes_adults", "Adults' activity", IndicatorUnit.Minutes, "adults", Better.Higher),
        new("children_less_active", "Children less active", IndicatorUnit.Share, "children", Better.Lower),
        new("children_fairly_active", "Children fairly act.", IndicatorUnit.Share, "children", Better.Neither),
        new("children_active", "Children active", IndicatorUnit.Share, "children", Better.Higher),
        new("active_travel_adults", "Active travel", IndicatorUnit.Share, "adults", Better.Higher),
        new("active_travel_weekly", "Active travel weekly", IndicatorUnit.Share, "adults", Better.Higher),
        new("active_travel_most_days", "Active travel 5 days", IndicatorUnit.Share, "adults", Better.Higher),
        new("school_walk", "Walking to school", IndicatorUnit.Share, "pupil days", Better.Higher),
        new("school_cycle", "Cycling to school", IndicatorUnit.Share, "pupil days", Better.Higher),
        new("school_bus", "Bus, train to school", IndicatorUnit.Share, "pupil days", Better.Neither),
        new("school_car", "Driven to school", IndicatorUnit.Share, "pupil days", Better.Lower),
        new("commute_walk", "Walking to work", IndicatorUnit.Share, "work days", Better.Higher),
        new("commute_cycle", "Cycling to work", IndicatorUnit.Share, "work days", Better.Higher),
        new("commute_public", "Bus, train to work", IndicatorUnit.Share, "work days", Better.Neither),
        new("commute_car", "Driving to work", IndicatorUnit.Share, "work days", Better.Lower),
        new("commute_home", "Working at home", IndicatorUnit.Share, "work days", Better.Neither),
        new("sii_inactive", "Inequality (SII)", IndicatorUnit.Slope, "adults", Better.Lower),
        new("gate_cars", "Cars at school gates", IndicatorUnit.Number, "schools", Better.Lower),
    ];

    /// <summary>All indicators, with the engine's definitions.</summary>
    public static IReadOnlyList<IndicatorInfo> All { get; } = [.. Printed.Select(Define)];

    /// <summary>The indicator called <paramref name="name"/>; one that is not listed is described by its name.</summary>
    public static IndicatorInfo Find(string name) =>
        All.FirstOrDefault(i => i.Name == name)
        ?? Define(new IndicatorInfo(name, name.Replace('_', ' '), IndicatorUnit.Number, "residents", Better.Neither));

    /// <summary>Position in printed order; those not listed come last.</summary>
    public static int Order(string name)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Name == name)
            {
                return i;
            }
        }

        return All.Count;
    }

    private static IndicatorInfo Define(IndicatorInfo info) =>
        Indicator.All.FirstOrDefault(i => i.Name == info.Name) is { } defined
            ? info with { Definition = defined.Definition, CoversFourWeeks = defined.Window == "28 days" }
            : info;
}
