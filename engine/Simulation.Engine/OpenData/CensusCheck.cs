namespace Simulation.Engine.OpenData;

/// <summary>
/// The census by neighbourhood beside the census by place: the same count, so the weighted means agree to a few tenths of a
/// point (largest difference in the nine places: 0.3).
/// </summary>
internal static class CensusCheck
{
    private const double Warn = 1;
    private const double Refuse = 5;

    // A share among per cents: none of these has a neighbourhood of 1 % or less, and half of them have ten times that.
    private const double Smallest = 1;

    private static readonly (string Key, string Column, Func<ProfileRow, double> Share, Func<ProfileRow, double> Of)[] Columns =
    [
        ("disabled_pct", "disabled_pct", row => row.Disabled, row => row.Residents),
        ("female_pct", "female_pct", row => row.Female, row => row.Residents),
        ("student_pct", "student_ft_pct", row => row.Students, row => row.Residents),
        ("employed_pct", "employed16_pct", row => row.Employed, Adults),
        ("unemployed_pct", "unemployed16_pct", row => row.Unemployed, Adults),
        .. Whole(["hh1_pct", "hh2_pct", "hh3_pct", "hh4plus_pct"], ["hh1_pct", "hh2_pct", "hh3_pct", "hh4plus_pct"], row => row.HouseholdSize, row => row.Households),
        .. Whole(["no_car_pct", "one_car_pct", "two_car_pct", "three_car_pct"], ["cars0_pct", "cars1_pct", "cars2_pct", "cars3plus_pct"], row => row.Cars, row => row.Households),
        .. Whole(["hours_le15_pct", "hours_16_30_pct", "hours_31_48_pct", "hours_49plus_pct"], ["pt_le15h_pct", "pt_16_30h_pct", "ft_31_48h_pct", "ft_49plus_pct"], row => row.Hours, Workers),
        .. Whole(["under_10km_pct", "over_10km_pct", "home_pct", "other_work_pct"], ["work_lt10km_pct", "work_10kmplus_pct", "work_home_pct", "work_other_pct"], row => row.WorkTravel, Workers),
    ];

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        var names = OpenDataFigures.CensusColumns.ToDictionary(pair => pair.Key, pair => pair.Column, StringComparer.Ordinal);
        foreach (var place in facts.Places)
        {
            var line = PlaceFiles.LineOf(facts.Percentages, place.Code);
            foreach (var (key, column, share, of) in Columns)
            {
                agreement.Shares(
                    $"{column} in {place.Name}",
                    new FileFigure(facts.Profile.File.Path, column, place.Percent(share, of)),
                    new FileFigure(facts.Percentages.File.Path, line > 0 ? $"{names[key]}, line {line}" : names[key], facts.Published[place.Code][key]),
                    Warn, Refuse);
            }

            // Residents in households fill them: in the nine places to within 6 % (students in halls are in no household).
            var size = place.Percent(row => (row.HouseholdSize[0] + (2 * row.HouseholdSize[1]) + (3 * row.HouseholdSize[2]) + (4.5 * row.HouseholdSize[3])) / 100, row => row.Households);
            agreement.Counts(
                $"residents of {place.Name}",
                new FileFigure(facts.Profile.File.Path, "households", place.Sum(row => row.Households) * size),
                new FileFigure(facts.Profile.File.Path, "residents; the first is households times their mean size", place.Residents),
                warn: 0.15, refuse: 0.4);
        }

        foreach (var (_, column, share, _) in Columns.Take(4))
        {
            Odd(facts, agreement, column, share);
        }
    }

    /// <summary>Single rows given as shares where all others are per cent.</summary>
    private static void Odd(FolderFacts facts, Agreement agreement, string column, Func<ProfileRow, double> share)
    {
        double[] sorted = [.. facts.Rows.Select(row => 100 * share(row)).Order()];
        if (sorted[sorted.Length / 2] < 10 * Smallest)
        {
            return;
        }

        foreach (var row in facts.Rows.Where(row => share(row) is > 0 and <= Smallest / 100))
        {
            agreement.Note(
                true, true, new FileFigure(facts.Profile.File.Path, column, share(row), facts.Profile.Line(row.Row)),
                FormattableString.Invariant($"'{row.Code}' has {100 * share(row):0.###} % here, and half of all neighbourhoods have {sorted[sorted.Length / 2]:0.#} % or more"),
                "the cell seems to hold a share (0 to 1) where per cent (0 to 100) are expected");
        }
    }

    private static IEnumerable<(string Key, string Column, Func<ProfileRow, double> Share, Func<ProfileRow, double> Of)> Whole(
        string[] keys, string[] columns, Func<ProfileRow, double[]> shares, Func<ProfileRow, double> of) =>
        keys.Select((key, i) => (key, columns[i], (Func<ProfileRow, double>)(row => shares(row)[i]), of));

    private static double Adults(ProfileRow row) => row.AgeBands.Skip(1).Sum();

    private static double Workers(ProfileRow row) => Adults(row) * row.Employed;
}
