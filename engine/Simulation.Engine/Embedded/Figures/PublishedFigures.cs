namespace Simulation.Engine.Embedded.Figures;

/// <summary>The figures of a place under the keys that <c>describe</c> prints.</summary>
internal static class PublishedFigures
{
    /// <summary>Key → value: counts, and percentages under keys that end in <c>_pct</c>.</summary>
    public static SortedDictionary<string, double> Of(PlaceFigures place)
    {
        SchoolFigures schools = SchoolFigures.All[PlaceFigures.All.IndexOf(place)];
        double people = place.Age.Sum();
        return new(StringComparer.Ordinal)
        {
            ["residents"] = place.Residents,
            ["female_pct"] = 100 * place.Female / place.Residents,
            ["households"] = place.Households,
            ["age_0_15_pct"] = 100 * place.Age[0] / people,
            ["age_16_24_pct"] = 100 * place.Age[1] / people,
            ["age_25_34_pct"] = 100 * place.Age[2] / people,
            ["age_35_49_pct"] = 100 * place.Age[3] / people,
            ["age_50_64_pct"] = 100 * place.Age[4] / people,
            ["age_65plus_pct"] = 100 * place.Age[5] / people,
            ["hh1_pct"] = place.Size[0],
            ["hh2_pct"] = place.Size[1],
            ["hh3_pct"] = place.Size[2],
            ["hh4plus_pct"] = place.Size[3],
            ["no_car_pct"] = place.Cars[0],
            ["one_car_pct"] = place.Cars[1],
            ["two_car_pct"] = place.Cars[2],
            ["three_car_pct"] = place.Cars[3],
            ["employed_pct"] = place.Employed,
            ["unemployed_pct"] = place.Unemployed,
            ["under_10km_pct"] = place.Travel[0],
            ["over_10km_pct"] = place.Travel[1],
            ["home_pct"] = place.Travel[2],
            ["other_work_pct"] = place.Travel[3],
            ["disabled_pct"] = place.Disabled,
            ["student_pct"] = place.Students,
            ["primary_schools"] = schools.Primaries,
            ["secondary_schools"] = schools.Secondaries + schools.AllThrough,
            ["primary_pupils"] = schools.PrimaryPupils,
            ["secondary_pupils"] = schools.SecondaryPupils,
        };
    }
}
