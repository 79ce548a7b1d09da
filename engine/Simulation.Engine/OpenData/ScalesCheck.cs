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

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var together = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        var apart = Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
        return apart > 0 ? together / apart : 0;
    }
}
