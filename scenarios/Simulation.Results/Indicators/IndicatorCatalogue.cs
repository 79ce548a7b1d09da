namespace Simulation.Results.Indicators;

/// <summary>The indicators that runs record, in the order in which tables print them.</summary>
public static class IndicatorCatalogue
{
    /// <summary>Sport England's definition of activity, which all three shares of adults rest on.</summary>
    private const string ActiveLives =
        "adults 16+, minutes a week of moderate activity, vigorous counted double, averaged over the last 28 days (Active Lives)";

    private const string ActiveLivesChildren =
        "children 5-15, minutes a day averaged over the last 28 days (Active Lives Children and Young People)";

    /// <summary>All indicators.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("adults_inactive", "Adults inactive", IndicatorUnit.Share, "adults", Better.Lower,
            "under 30: " + ActiveLives),
        new("adults_fairly_active", "Adults fairly active", IndicatorUnit.Share, "adults", Better.Neither,
            "30 to 149: " + ActiveLives),
        new("adults_active", "Adults active", IndicatorUnit.Share, "adults", Better.Higher,
            "150 or more: " + ActiveLives),
        new("mean_minutes_adults", "Adults' activity", IndicatorUnit.Minutes, "adults", Better.Higher,
            "mean: " + ActiveLives),
        new("children_active", "Children active", IndicatorUnit.Share, "children", Better.Higher,
            "60 or more: " + ActiveLivesChildren),
        new("children_fairly_active", "Children fairly active", IndicatorUnit.Share, "children", Better.Neither,
            "30 to 59: " + ActiveLivesChildren),
        new("children_less_active", "Children less active", IndicatorUnit.Share, "children", Better.Lower,
            "under 30: " + ActiveLivesChildren),
        new("active_travel_adults", "Active travel", IndicatorUnit.Share, "adults", Better.Higher,
            "adults 16+ who walked or cycled for travel on average at least twice a week over the last 28 days"),
        new("school_walk", "Walking to school", IndicatorUnit.Share, "school trips", Better.Higher,
            "trips to school on foot, of all trips to school"),
        new("school_cycle", "Cycling to school", IndicatorUnit.Share, "school trips", Better.Higher,
            "trips to school by bicycle, of all trips to school"),
        new("school_car", "Driven to school", IndicatorUnit.Share, "school trips", Better.Lower,
            "trips to school by car, of all trips to school"),
        new("commute_walk", "Walking to work", IndicatorUnit.Share, "workers' days", Better.Higher,
            "working days on which the way to work was walked"),
        new("commute_cycle", "Cycling to work", IndicatorUnit.Share, "workers' days", Better.Higher,
            "working days on which the way to work was cycled"),
        new("commute_car", "Driving to work", IndicatorUnit.Share, "workers' days", Better.Lower,
            "working days on which the way to work was driven"),
        new("commute_home", "Working at home", IndicatorUnit.Share, "workers' days", Better.Neither,
            "working days spent at home"),
        new("sii_inactive", "Inequality (SII)", IndicatorUnit.Slope, "adults", Better.Lower,
            "slope index of inequality: inactive adults, most deprived end of the hierarchy less the least deprived end"),
        new("gate_cars", "Cars at the gate", IndicatorUnit.Number, "schools", Better.Lower,
            "cars at the school gate, mean per school and school day"),
    ];

    /// <summary>The indicator called <paramref name="name"/>; one that is not listed is described by its name.</summary>
    public static Indicator Find(string name) =>
        All.FirstOrDefault(i => i.Name == name)
        ?? new Indicator(name, name.Replace('_', ' '), IndicatorUnit.Number, "residents", Better.Neither, name.Replace('_', ' '));

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
}
