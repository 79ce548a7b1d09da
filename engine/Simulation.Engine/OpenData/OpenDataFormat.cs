namespace Simulation.Engine.OpenData;

/// <summary>One file of an open-data folder.</summary>
/// <param name="Name">File name, exactly.</param>
/// <param name="Content">What it holds and where it comes from.</param>
/// <param name="Columns">Columns (of a CSV file) or properties (of a GeoJSON file) that are read; others may be present and are ignored.</param>
public sealed record OpenDataFile(string Name, string Content, IReadOnlyList<string> Columns)
{
    /// <summary><c>columns expected: a, b, …</c>, for messages.</summary>
    public string Expected => Columns.Count <= MostNamed
        ? "columns expected: " + string.Join(", ", Columns)
        : $"{Columns.Count} columns expected: {string.Join(", ", Columns.Take(MostNamed))} … {Columns[^1]}";

    // Beyond this a message would be longer than it is useful; the missing column itself is always named.
    private const int MostNamed = 45;
}

/// <summary>
/// The files and columns that <see cref="OpenDataReader"/> needs: one table, used by the reader and by its messages alike.
/// Any other file in the folder is ignored.
/// </summary>
public static class OpenDataFormat
{
    /// <summary>Marginals of each neighbourhood (LSOA 2021).</summary>
    public static OpenDataFile Profile { get; } = new(
        "lsoa21_profile_2021.csv",
        "one row for each neighbourhood: Census 2021 marginals, IMD 2025, rural–urban classification",
        [
            "LSOA21CD", "LSOA21NM", "MSOA21CD", "LADCD", "LADNM", "lon", "lat", "area_km2", "residents",
            "age_0_15", "age_16_24", "age_25_34", "age_35_49", "age_50_64", "age_65plus", "households", "disabled_pct",
            "cars0_pct", "cars1_pct", "cars2_pct", "cars3plus_pct", "hh1_pct", "hh2_pct", "hh3_pct", "hh4plus_pct",
            "female_pct", "student_ft_pct", "employed16_pct", "unemployed16_pct",
            "work_lt10km_pct", "work_10kmplus_pct", "work_home_pct", "work_other_pct",
            "pt_le15h_pct", "pt_16_30h_pct", "ft_31_48h_pct", "ft_49plus_pct", "IMD2025_decile", "RUC21",
        ]);

    /// <summary>Columns of the profile that may be there: residents by ethnic group.</summary>
    public static IReadOnlyList<string> EthnicColumns { get; } = ["white_n", "asian_n", "black_n", "mixed_n", "other_n"];

    /// <summary>Highest qualification; the one file that may be missing.</summary>
    public static OpenDataFile Education { get; } = new(
        "lsoa21_education_households_2021.csv",
        "one row for each neighbourhood: highest qualification of residents of 16 and over, Census 2021",
        ["LSOA21CD", "qual_none_pct", "qual_level1to3_pct", "qual_apprenticeship_pct", "qual_level4plus_pct", "qual_other_pct"]);

    /// <summary>Outlines of the neighbourhoods.</summary>
    public static OpenDataFile Outlines { get; } = new(
        "boundaries_lsoa21.geojson",
        "GeoJSON FeatureCollection of Polygon or MultiPolygon outlines, WGS84 longitude and latitude",
        ["LSOA21CD", "LADCD"]);

    /// <summary>Road distance to green space.</summary>
    public static OpenDataFile GreenSpace { get; } = new(
        "lsoa21_greenspace_distance_m.csv",
        "metres by road from each neighbourhood to the nearest entrance of any public green space",
        ["LSOA21CD", "any"]);

    /// <summary>Residents by single year of age.</summary>
    public static OpenDataFile Ages { get; } = new(
        "lsoa11_population_mid2020_syoa.csv",
        "residents by single year of age 0–90+ (mid-2020, LSOA 2011), summed by place here",
        ["LSOA11CD", "LADCD", .. Enumerable.Range(0, 90).Select(age => $"a{age}"), "a90+"]);

    /// <summary>Schools.</summary>
    public static OpenDataFile Schools { get; } = new(
        "schools_gias_2025.csv",
        "one row for each school of the GIAS register: phase, type, pupils, free meals, position",
        ["URN", "name", "LADCD", "phase", "type_group", "type", "pupils", "pct_fsm", "lon", "lat", "LSOA21CD"]);

    /// <summary>Home to work flows.</summary>
    public static OpenDataFile Flows { get; } = new(
        "od_msoa21_workplace_census2021.csv",
        "Census 2021 workers by home zone and work zone (MSOA 2021)",
        ["from_msoa", "to_msoa", "from_lad", "to_lad", "commuters"]);

    /// <summary>Mid-2024 residents of each place.</summary>
    public static OpenDataFile Population { get; } = new(
        "lad_population_mid2024.csv",
        "mid-2024 residents by place",
        ["LADCD", "population", "female", "pct_0_15", "pct_65plus", "median_age"]);

    /// <summary>Census 2021 percentages of each place.</summary>
    public static OpenDataFile Percentages { get; } = new(
        "lad_census2021_pct.csv",
        "Census 2021 percentages by place",
        ["LADCD", .. OpenDataFigures.CensusColumns.Select(pair => pair.Column)]);

    /// <summary>Every file needed, in the order read.</summary>
    public static IReadOnlyList<OpenDataFile> Files { get; } =
        [Profile, Outlines, GreenSpace, Ages, Schools, Flows, Population, Percentages];
}
