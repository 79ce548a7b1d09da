using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>Columns whose direction or unit only other columns tell: deprivation deciles, metres to green space.</summary>
internal static class ScalesCheck
{
    private const int Fewest = 20;

    // Neighbourhoods of England in the Index of 2025; decile 1 holds the tenth with the lowest ranks.
    private const double Ranked = 33_755;

    public static void Check(FolderFacts facts, Agreement agreement)
    {
        Deciles(facts, agreement);
        Ranks(facts, agreement);
        GreenSpace(facts, agreement);
        FreeMeals(facts, agreement);
        Settlements(facts, agreement);
    }

    /// <summary>Households without a car are many where decile is 1: correlation −0.7 to −0.9 in each of the nine places.</summary>
    private static void Deciles(FolderFacts facts, Agreement agreement)
    {
        if (facts.Rows.Count < Fewest || facts.Rows.Select(row => row.Decile).Distinct().Count() < 3)
        {
            return;
        }

        var correlation = Correlation([.. facts.Rows.Select(row => (double)row.Decile)], [.. facts.Rows.Select(row => row.Cars[0])]);
        agreement.Note(
            correlation > 0.3, correlation > -0.3, new FileFigure(facts.Profile.File.Path, "IMD2025_decile", correlation),
            string.Create(CultureInfo.InvariantCulture, $"decile and cars0_pct go together with correlation {correlation:0.00}, and -0.9 to -0.7 is usual: where decile is 1 (most deprived) most households have no car"),
            "the deciles may be counted from the other end, or stand under other rows");
    }

    /// <summary>Where the table has the ranks too, they tell the deciles.</summary>
    private static void Ranks(FolderFacts facts, Agreement agreement)
    {
        if (facts.Profile.Find("IMD2025_rank") is not { } ranks)
        {
            return;
        }

        (ProfileRow Row, double Rank)[] odd =
        [
            .. facts.Rows.Select(row => (Row: row, Rank: ranks.NumberOrNaN(row.Row)))
                .Where(pair => pair.Rank > 0 && Math.Abs((pair.Rank / Ranked * 10) - (pair.Row.Decile - 0.5)) > 0.51),
        ];
        agreement.Note(
            odd.Length > 0, false, new FileFigure(facts.Profile.File.Path, "IMD2025_decile", odd.Length, odd.Length > 0 ? facts.Profile.Line(odd[0].Row.Row) : 0),
            $"the decile of {odd.Length} of {facts.Rows.Count} neighbourhoods is not that of their rank among {Ranked:N0}: {Agreement.Examples(odd, pair => $"'{pair.Row.Code}' has rank {pair.Rank:N0} and decile {pair.Row.Decile}")}");
    }

    /// <summary>Half of all neighbourhoods have a green space within some 200 m, none within 40 m.</summary>
    private static void GreenSpace(FolderFacts facts, Agreement agreement)
    {
        Dictionary<string, double> metres = PlaceFiles.GreenSpace(facts.GreenSpace);
        double[] sorted = [.. facts.Rows.Select(row => metres[row.Code]).Order()];
        var median = sorted[sorted.Length / 2];
        agreement.Note(
            median is < 10 or > 20_000, median is < 40 or > 3_000, new FileFigure(facts.GreenSpace.File.Path, "any", median),
            string.Create(CultureInfo.InvariantCulture, $"half of all neighbourhoods are within {median:0.##} m of a green space, and some 200 m are usual"),
            median < 40 ? "the column may hold kilometres or miles; give metres" : "another column may stand under this name; give metres to the nearest space of any size");

        string[] sizes = ["doorstep", "local", "neighbourhood", "wider", "district", "subregional"];
        CsvColumn[] columns = [.. sizes.Select(name => facts.GreenSpace.Find(name)).OfType<CsvColumn>()];
        var nearer = Enumerable.Range(0, facts.GreenSpace.Rows).Count(row => columns.Any(column => column.NumberOrNaN(row) < facts.GreenSpace["any"].NumberOrNaN(row)));
        agreement.Note(
            nearer > facts.GreenSpace.Rows / 4, nearer > facts.GreenSpace.Rows / 20, new FileFigure(facts.GreenSpace.File.Path, "any", nearer),
            $"{nearer} of {facts.GreenSpace.Rows} rows have a green space of some size ({string.Join(", ", columns.Select(column => column.Name))}) nearer than the nearest of any size", "the columns may have changed places");
    }

    /// <summary>In the nine places half of all schools have 13 to 46 % of their pupils on free meals, more where decile is lower: correlation −0.8 to −0.6.</summary>
    private static void FreeMeals(FolderFacts facts, Agreement agreement)
    {
        var deciles = facts.Rows.ToDictionary(row => row.Code, row => (double)row.Decile, StringComparer.Ordinal);
        SchoolRow[] published = [.. facts.SchoolRows.Kept.Where(school => !double.IsNaN(school.FreeMeals) && deciles.ContainsKey(school.Neighbourhood))];
        if (published.Length < Fewest / 2)
        {
            return;
        }

        double[] sorted = [.. published.Select(school => 100 * school.FreeMeals).Order()];
        var median = sorted[sorted.Length / 2];
        agreement.Note(
            median is < 1 or > 95, median is < 5 or > 70, new FileFigure(facts.Schools.File.Path, "pct_fsm", median),
            string.Create(CultureInfo.InvariantCulture, $"half of all {sorted.Length} schools have at most {median:0.##} % of their pupils on free meals, and 13 to 46 % are usual"),
            sorted[^1] is > 0 and <= 1 ? "the column seems to hold shares (0 to 1) where per cent (0 to 100) are expected" : "leave the cell empty where it is not known");

        if (published.Length < Fewest || published.Select(school => school.FreeMeals).Distinct().Count() < Fewest / 2)
        {
            return;
        }

        var correlation = Correlation([.. published.Select(school => deciles[school.Neighbourhood])], [.. published.Select(school => school.FreeMeals)]);
        agreement.Note(
            correlation > 0.3, correlation > -0.2, new FileFigure(facts.Schools.File.Path, "pct_fsm", correlation),
            string.Create(CultureInfo.InvariantCulture, $"free meals and the decile of the school's neighbourhood go together with correlation {correlation:0.00}, and -0.8 to -0.6 is usual: where decile is 1 (most deprived) most pupils have them"),
            "the column may stand under other rows, or hold those who have none");
    }

    /// <summary>
    /// Half of the rural neighbourhoods of the nine places have fewer than 350 residents per km² and none has over 4,300; 3 % of
    /// the urban ones have fewer than 300.
    /// </summary>
    private static void Settlements(FolderFacts facts, Agreement agreement)
    {
        if (facts.Rows.Count < Fewest)
        {
            return;
        }

        ProfileRow[] Of(Populations.Settlement settlement) => [.. facts.Rows.Where(row => row.Settlement == settlement).OrderBy(Density)];
        ProfileRow[] rural = Of(Populations.Settlement.Rural);
        var middle = rural.Length < 5 ? 0 : Density(rural[rural.Length / 2]);
        Say(middle > 3_000, middle > 2_000 || (rural.Length > 0 && Density(rural[^1]) > 5_000), rural.Reverse(), $"rural neighbourhoods have up to {(rural.Length > 0 ? Density(rural[^1]) : 0):N0} residents per km², half of {rural.Length} at least {middle:N0}, and under 350 is usual");
        ProfileRow[] urban = Of(Populations.Settlement.Urban);
        ProfileRow[] thin = [.. urban.TakeWhile(row => Density(row) < 300)];
        Say(thin.Length > 0.4 * urban.Length, thin.Length > Math.Max(2, 0.15 * urban.Length), thin, $"{thin.Length} of {urban.Length} urban neighbourhoods have fewer than 300 residents per km², and 3 % is usual");

        void Say(bool refused, bool warned, IEnumerable<ProfileRow> odd, FormattableString found) => agreement.Note(
            refused, warned, new FileFigure(facts.Profile.File.Path, "RUC21", 0, odd.FirstOrDefault() is { } first ? facts.Profile.Line(first.Row) : 0),
            $"{FormattableString.Invariant(found)}: {Agreement.Examples([.. odd], row => string.Create(CultureInfo.InvariantCulture, $"'{row.Code}' {Density(row):N0}"))}",
            "the classes may stand under other rows, or the areas be wrong");
        static double Density(ProfileRow row) => row.Residents / row.SquareKilometres;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var together = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        var apart = Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
        return apart > 0 ? together / apart : 0;
    }
}
