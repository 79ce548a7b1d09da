namespace Simulation.Engine.OpenData;

/// <summary>
/// Residents of a place: the sum of its neighbourhoods (Census 2021), the estimate of mid-2024, and the single years of age
/// (mid-2020). In the nine places of Cheshire &amp; Merseyside they lie within 6 % of each other.
/// </summary>
internal static class TotalsCheck
{
    // In no district of England did three years change the residents by more; 30 % is no growth but another table.
    private const double Warn = 0.08;
    private const double Refuse = 0.30;

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        foreach (var place in facts.Places)
        {
            var census = new FileFigure(facts.Profile.File.Path, "residents, added up", place.Residents);
            var figures = facts.Published[place.Code];
            var row = PlaceFiles.LineOf(facts.Population, place.Code);
            var population = figures[OpenDataFigures.ResidentsMid2024];
            agreement.Counts($"residents of {place.Name}", new FileFigure(facts.Population.File.Path, "population", population, row), census, Warn, Refuse);
            agreement.Counts($"residents of {place.Name}", new FileFigure(facts.Ages.File.Path, string.Empty, facts.AgesByPlace[place.Code].Sum()), census, Warn, Refuse, "rows may be missing, or belong to another place");
            Sexes(facts, agreement, place, row, population, figures["female_mid2024"]);
        }

        MissingAges(facts, agreement);
    }

    private static void Sexes(FolderFacts facts, Agreement agreement, PlaceRows place, int line, double population, double female)
    {
        if (female > population)
        {
            agreement.Note(true, true, new FileFigure(facts.Population.File.Path, "female", female, line), $"{place.Name} has {female:N0} women and girls among {population:N0} residents");
            return;
        }

        var share = new FileFigure(facts.Population.File.Path, "female", 100 * female / population, line);
        agreement.Shares($"women and girls in {place.Name}", share, new FileFigure(facts.Profile.File.Path, "female_pct", place.Percent(row => row.Female, row => row.Residents)), warn: 1.25, refuse: 10, "the columns of men and women may have changed places");
        if (facts.Population.Find("male") is { } column && column.NumberOrNaN(PlaceFiles.RowOf(facts.Population, place.Code)) is var male && double.IsFinite(male))
        {
            var sum = new FileFigure(facts.Population.File.Path, "population", population, line);
            agreement.Counts($"residents of {place.Name}", sum, new FileFigure(facts.Population.File.Path, "female + male", female + male), warn: 0.002, refuse: 0.02);
        }
    }

    /// <summary>
    /// Codes are given in order, and an area that changes gets a new one. So a neighbourhood of today whose code is not
    /// newer than the newest of an older table has a row there, unless the row was lost.
    /// </summary>
    private static void MissingAges(FolderFacts facts, Agreement agreement)
    {
        HashSet<string> found = new(Enumerable.Range(0, facts.Ages.Rows).Select(row => facts.Ages["LSOA11CD"].Text(row).ToString()), StringComparer.Ordinal);
        ProfileRow[] missing = [.. facts.Rows.Where(row => !found.Contains(row.Code)
            && found.Any(code => code.StartsWith(row.Code[..3], StringComparison.Ordinal) && string.CompareOrdinal(row.Code, code) <= 0))];
        agreement.Note(
            missing.Length > facts.Rows.Count * 0.3,
            missing.Length > 0,
            new FileFigure(facts.Ages.File.Path, "LSOA11CD", missing.Length),
            $"{missing.Length} of {facts.Rows.Count} neighbourhoods of {OpenDataFormat.Profile.Name} have no row here, though their codes are as old as this table ({Agreement.Examples(missing, row => row.Code)})",
            "rows were lost; copy the file again from its source");
    }
}
