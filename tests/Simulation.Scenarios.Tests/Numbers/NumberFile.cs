using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Results.Indicators;

namespace Simulation.Scenarios.Tests.Numbers;

/// <summary>
/// Figures of one scenario as text, a line each: stratification, stratum, indicator, date, value, what it rests on. Values
/// are written so that they read back to the same bits.
/// </summary>
internal static class NumberFile
{
    private const int Shown = 8;

    public static string Folder { get; } = Path.Combine(RepositoryFiles.Root, "tests", "golden", "numbers");

    public static string PathOf(string scenario) => Path.Combine(Folder, scenario + ".tsv");

    /// <summary>The text of figures.</summary>
    public static string Print(IEnumerable<IndicatorRow> rows)
    {
        StringBuilder text = new();
        foreach (IndicatorRow row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.By}\t{row.Stratum}\t{row.Name}\t{row.Date:yyyy-MM-dd}\t{row.Value:R}\t{row.Count}\n");
        }

        return text.ToString();
    }

    /// <summary>What differs between kept and new figures, the first few in words; empty when nothing does.</summary>
    public static string Differences(string kept, string now)
    {
        Dictionary<string, string> before = Figures(kept);
        Dictionary<string, string> after = Figures(now);
        List<string> lines = [];
        foreach ((string figure, string value) in before)
        {
            string? other = after.GetValueOrDefault(figure);
            if (other != value)
            {
                lines.Add($"  {figure}: {value} -> {other ?? "(gone)"}");
            }
        }

        lines.AddRange(after.Where(a => !before.ContainsKey(a.Key)).Select(a => $"  {a.Key}: (new) -> {a.Value}"));
        return lines.Count == 0
            ? string.Empty
            : $"{lines.Count} of {before.Count} figures, the first:\n" + string.Join('\n', lines.Take(Shown)) + "\n";
    }

    /// <summary>The first twelve digits of SHA-256 over all kept files, in the order of their names.</summary>
    public static string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.GetFiles(Folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n" + File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static Dictionary<string, string> Figures(string text)
    {
        Dictionary<string, string> figures = new(StringComparer.Ordinal);
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] cells = line.Split('\t');
            figures.Add($"{cells[2]}, {cells[0]} {cells[1]}, {cells[3]}", $"{cells[4]} of {cells[5]}");
        }

        return figures;
    }
}
