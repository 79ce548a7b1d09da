namespace Simulation.Engine.Populations;

/// <summary>The figures that a summary prints, and the keys under which each may have been published.</summary>
internal static class SummaryFigures
{
    private const string Percent = "%";

    // Sources name the same figure differently; the first key is the summary's own.
    private static readonly (string[] Keys, string Label, string Unit, Func<NeighbourhoodTally, double> Model)[] All =
    [
        (["residents"], "Residents", "residents", t => t.Residents),
        (["households"], "Households", "households", t => t.AllHouseholds),
        (["residents_per_household"], "Residents per household", "residents", t => Ratio(t.Residents, t.AllHouseholds)),
        (["female_pct"], "Female", Percent, t => Share(t.Female, t.Residents)),
        (["age_0_15_pct"], "Aged 0–15", Percent, t => Share(t.AgeBands[0], t.Residents)),
        (["age_16_24_pct"], "Aged 16–24", Percent, t => Share(t.AgeBands[1], t.Residents)),
        (["age_25_34_pct"], "Aged 25–34", Percent, t => Share(t.AgeBands[2], t.Residents)),
        (["age_35_49_pct"], "Aged 35–49", Percent, t => Share(t.AgeBands[3], t.Residents)),
        (["age_50_64_pct"], "Aged 50–64", Percent, t => Share(t.AgeBands[4], t.Residents)),
        (["age_65plus_pct"], "Aged 65 and over", Percent, t => Share(t.AgeBands[5], t.Residents)),
        (["disabled_pct"], "Disabled", Percent, t => Share(t.Disabled, t.Residents)),
        (["hh1_pct", "household_1_pct"], "Households of 1", Percent, t => Share(t.HouseholdSize[0], t.PrivateHouseholds)),
        (["hh2_pct", "household_2_pct"], "Households of 2", Percent, t => Share(t.HouseholdSize[1], t.PrivateHouseholds)),
        (["hh3_pct", "household_3_pct"], "Households of 3", Percent, t => Share(t.HouseholdSize[2], t.PrivateHouseholds)),
        (["hh4plus_pct", "household_4plus_pct"], "Households of 4 or more", Percent, t => Share(t.HouseholdSize[3], t.PrivateHouseholds)),
        (["with_children_pct"], "Households with children under 16", Percent, t => Share(t.WithChildren, t.PrivateHouseholds)),
        (["no_car_pct"], "Households without a car", Percent, t => Share(t.Cars[0], t.PrivateHouseholds)),
        (["one_car_pct"], "Households with 1 car", Percent, t => Share(t.Cars[1], t.PrivateHouseholds)),
        (["two_car_pct", "two_cars_pct"], "Households with 2 cars", Percent, t => Share(t.Cars[2], t.PrivateHouseholds)),
        (["three_car_pct", "three_cars_pct"], "Households with 3 or more cars", Percent, t => Share(t.Cars[3], t.PrivateHouseholds)),
        (["employed_pct"], "16 and over in employment", Percent, t => Share(t.Employed, t.Adults)),
        (["unemployed_pct"], "16 and over unemployed", Percent, t => Share(t.Unemployed, t.Adults)),
        (["workers"], "Workers", "workers", t => t.Employed),
        (["home_pct", "work_home_pct"], "Workers mainly at home (Census 2021)", Percent, t => Share(t.Arrangements[1], t.Employed)),
        (["other_work_pct", "work_other_pct"], "Workers without a fixed place", Percent, t => Share(t.Arrangements[2], t.Employed)),
        (["hours_le15_pct"], "Workers of 15 hours or fewer", Percent, t => Share(t.Hours[0], t.Employed)),
        (["hours_16_30_pct"], "Workers of 16–30 hours", Percent, t => Share(t.Hours[1], t.Employed)),
        (["hours_31_48_pct"], "Workers of 31–48 hours", Percent, t => Share(t.Hours[2], t.Employed)),
        (["hours_49plus_pct"], "Workers of 49 hours or more", Percent, t => Share(t.Hours[3], t.Employed)),
        (["students_16plus"], "Full-time students of 16 and over", "residents", t => t.Students),
        (["primary_pupils"], "Pupils aged 4–10", "pupils", t => t.Primary),
        (["secondary_pupils"], "Pupils aged 11–16", "pupils", t => t.Secondary),
    ];

    /// <summary>Figures of a tally beside <paramref name="published"/>.</summary>
    public static IReadOnlyList<SummaryFigure> Of(NeighbourhoodTally tally, IReadOnlyDictionary<string, double>? published)
    {
        var figures = new List<SummaryFigure>();
        foreach ((string[] keys, string label, string unit, Func<NeighbourhoodTally, double> model) in All)
        {
            double? known = null;
            foreach (string key in keys)
            {
                known ??= published is not null && published.TryGetValue(key, out double value) ? value : null;
            }

            figures.Add(new SummaryFigure(keys[0], label, unit, model(tally), known));
        }

        return figures;
    }

    /// <summary>Published counts that every place has, added up.</summary>
    public static IReadOnlyDictionary<string, double> Whole(IReadOnlyList<IReadOnlyDictionary<string, double>> places)
    {
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string key in All.Where(f => f.Unit != Percent).SelectMany(f => f.Keys))
        {
            if (places.Count > 0 && places.All(p => p.ContainsKey(key)))
            {
                sums[key] = places.Sum(p => p[key]);
            }
        }

        return sums;
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
