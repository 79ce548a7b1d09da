using System.Globalization;
using System.Text;
using Parquet.Serialization;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Simulation.Reports.Tables;

/// <summary>Writes the figures of a study for other programs: text, workbook, columns.</summary>
public static class FindingFiles
{
    private static readonly (string Name, Func<FindingRow, object?> Of)[] Columns =
    [
        ("scenario", r => r.Scenario), ("indicator", r => r.Indicator), ("unit", r => r.Unit), ("by", r => r.By), ("stratum", r => r.Stratum), ("year", r => r.Year),
        ("count", r => r.Count), ("without", r => r.Without), ("with", r => r.With), ("change", r => r.Change),
        ("lower80", r => r.Lower80), ("upper80", r => r.Upper80), ("lower95", r => r.Lower95), ("upper95", r => r.Upper95),
        ("probability_more", r => r.ProbabilityMore), ("chance_share", r => r.ChanceShare), ("pairs", r => r.Pairs), ("draws", r => r.Draws), ("reliability", r => r.Reliability),
        ("people", r => r.People), ("people_lower80", r => r.PeopleLower80), ("people_upper80", r => r.PeopleUpper80),
    ];

    /// <summary>Comma-separated text, UTF-8, a point as decimal sign; what is withheld or not known is empty.</summary>
    public static string Csv(IReadOnlyList<FindingRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StringBuilder csv = new(string.Join(',', Columns.Select(c => c.Name)) + "\n");
        foreach (FindingRow row in rows)
        {
            csv.AppendJoin(',', Columns.Select(c => c.Of(row) switch
            {
                null => string.Empty,
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                object text => Quoted(text.ToString()!),
            })).Append('\n');
        }

        return csv.ToString();
    }

    /// <summary>A workbook: the figures, and what they are.</summary>
    /// <param name="rows">The figures.</param>
    /// <param name="about">Lines of the second sheet: name and value.</param>
    public static async Task<byte[]> Workbook(IReadOnlyList<FindingRow> rows, IReadOnlyList<(string Name, string Value)> about)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(about);
        using MemoryStream stream = new();
        await using (Spreadsheet workbook = await Spreadsheet.CreateNewAsync(stream).ConfigureAwait(false))
        {
            await workbook.StartWorksheetAsync("Figures", new WorksheetOptions { FrozenRows = 1 }).ConfigureAwait(false);
            await workbook.AddRowAsync([.. Columns.Select(c => new DataCell(c.Name))]).ConfigureAwait(false);
            foreach (FindingRow row in rows)
            {
                await workbook.AddRowAsync([.. Columns.Select(c => c.Of(row) switch
                {
                    null => default,
                    double number => new DataCell(number),
                    int number => new DataCell(number),
                    object text => new DataCell(text.ToString()),
                })]).ConfigureAwait(false);
            }

            await workbook.StartWorksheetAsync("About").ConfigureAwait(false);
            foreach ((string name, string value) in about)
            {
                await workbook.AddRowAsync([new DataCell(name), new DataCell(value)]).ConfigureAwait(false);
            }

            await workbook.FinishAsync().ConfigureAwait(false);
        }

        return stream.ToArray();
    }

    /// <summary>Parquet, a column a field.</summary>
    public static async Task<byte[]> Parquet(IReadOnlyList<FindingRow> rows)
    {
        using MemoryStream stream = new();
        await ParquetSerializer.SerializeAsync(rows, stream).ConfigureAwait(false);
        return stream.ToArray();
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
