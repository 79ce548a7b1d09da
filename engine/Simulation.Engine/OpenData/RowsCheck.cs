using System.Globalization;

namespace Simulation.Engine.OpenData;

/// <summary>
/// Cells of one row beside each other, where the profile has more columns than are needed: a column that was sorted or
/// shifted alone stands beside the cells of other neighbourhoods.
/// </summary>
internal static class RowsCheck
{
    public static void Check(FolderFacts facts, Agreement agreement)
    {
        Compare(facts, agreement, "disabled_pct", ["disabled_n"], row => row.Disabled * row.Residents, perturbed: 0.003, row => row.Residents);
        Compare(facts, agreement, "employed16_pct", ["unemployed16_pct", "inactive16_pct"], row => 100 * (1 - row.Employed), perturbed: 0.006, _ => 100);
        Compare(facts, agreement, "households", ["owned_n", "social_rent_n", "private_rent_n"], row => row.Households, perturbed: 0.01, row => row.Households);
        Compare(facts, agreement, "residents", ["white_n", "asian_n", "black_n", "mixed_n", "other_n"], row => row.Residents, perturbed: 0.02, row => row.Residents);
    }

    /// <summary>Notes rows in which the sum of some columns is not what another column says.</summary>
    private static void Compare(
        FolderFacts facts, Agreement agreement, string column, string[] others, Func<ProfileRow, double> stated, double perturbed, Func<ProfileRow, double> whole)
    {
        CsvColumn[] columns = [.. others.Select(name => facts.Profile.Find(name)).OfType<CsvColumn>()];
        if (columns.Length < others.Length)
        {
            return;
        }

        (ProfileRow Row, double Sum)[] odd =
        [
            .. facts.Rows.Select(row => (Row: row, Sum: columns.Sum(other => other.NumberOrNaN(row.Row))))
                .Where(pair => Math.Abs(pair.Sum - stated(pair.Row)) > (perturbed * whole(pair.Row)) + 2),
        ];
        if (odd.Length > 0)
        {
            agreement.Note(
                odd.Length >= 3 && odd.Length > facts.Rows.Count / 10, true, new FileFigure(facts.Profile.File.Path, column, odd.Length, facts.Profile.Line(odd[0].Row.Row)),
                $"in {odd.Length} of {facts.Rows.Count} rows {column} does not fit {string.Join(" + ", others)}: {Agreement.Examples(odd, pair => string.Create(CultureInfo.InvariantCulture, $"'{pair.Row.Code}' {stated(pair.Row):0.#} and {pair.Sum:0.#}"))}",
                "a column may have been sorted or shifted without the others; copy the file again from its source");
        }
    }
}
