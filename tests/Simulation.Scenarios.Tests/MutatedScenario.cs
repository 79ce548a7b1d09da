using System.Globalization;
using System.Text.RegularExpressions;
using Simulation.Scenarios.Reading;

namespace Simulation.Scenarios.Tests;

/// <summary>Library files, changed at random: the same number gives the same change.</summary>
internal static partial class MutatedScenario
{
    private static readonly string[] Files = [.. Directory.GetFiles(RepositoryFiles.Library, "*.yaml").Order(StringComparer.Ordinal)];
    private static readonly string[] Shares = ["0%", "3%", "37%", "60%", "85%", "100%", "all"];
    private static readonly string[] Starts = ["2026-09-01", "2026-11-15", "2027-01-04", "2027-03-31", "2027-04-01", "2027-08-30"];
    private static readonly string[] Overs = ["0 days", "1 day", "30 days", "6 months", "18 months"];
    private static readonly string[] Untils = ["2027-04-01", "2027-04-02", "2027-08-31", "3 months", "10 years", "2026-09-02"];
    private static readonly string[] Lengths = ["7 days", "42 days", "26 weeks", "300 days", "2 years"];
    private static readonly string[] Places = ["[Liverpool]", "[Halton, Wirral]", "Merseyside", "[Cheshire East]"];
    private static readonly string[] Horizons = ["{ start: 2026-09-01, years: 1 }", "{ start: 2026-09-01, years: 3 }", "{ start: 2026-09-01, days: 20 }"];

    /// <summary>Reads one.</summary>
    /// <param name="number">Which.</param>
    /// <returns>What was read, and the file with what was done to it.</returns>
    public static (ScenarioResult Result, string Told) Read(int number)
    {
        string file = Files[number % Files.Length];
        string text = Mutate(File.ReadAllText(file), new Random(number));
        return (ScenarioReader.ReadText(text, Path.Combine(RepositoryFiles.Library, "mutant.yaml")), $"mutant {number} of {Path.GetFileName(file)}:\n{text}");
    }

    private static string Mutate(string text, Random random)
    {
        string Any(string[] words) => words[random.Next(words.Length)];
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n')];
        int changes = 1 + random.Next(4);
        for (int change = 0; change < changes; change++)
        {
            int[] heads = [.. Enumerable.Range(0, lines.Count).Where(i => Head().IsMatch(lines[i]))];
            if (heads.Length == 0)
            {
                lines.RemoveAll(l => l.StartsWith("horizon:", StringComparison.Ordinal));
                lines.Add("horizon: " + Any(Horizons));
                continue;
            }

            int head = heads[random.Next(heads.Length)];
            (string key, string value) = random.Next(10) switch
            {
                0 => ("reach", Any(Shares)),
                1 => ("reach", random.Next(1, 60).ToString(CultureInfo.InvariantCulture) + " " + Any(["schools", "neighbourhoods", "employees", "residents", "employers"])),
                2 => ("phase_in", $"{{ start: {Any(Starts)}, over: {Any(Overs)} }}"),
                3 => ("until", Any(Untils)),
                4 => ("for", Any(Lengths)),
                5 => ("intensity", Any(["uniform", "proportionate to need"])),
                6 => ("uptake", Any(["100%", "40%", "{ most_deprived: 20%, least_deprived: 90% }"])),
                7 => ("where", $"{{ places: {Any(Places)} }}"),
                8 => ("cost", $"{{ capital: £{random.Next(1, 900)}k, running: £{random.Next(1, 99)}k per year, police: {{ running: £{random.Next(1, 99)}k per year }} }}"),
                _ => ("cost", $"{{ running: £{random.Next(1, 99)} per {Any(["school", "neighbourhood", "employee", "resident", "employer"])} per year }}"),
            };
            int end = head + 1;
            while (end < lines.Count && (lines[end].StartsWith("      ", StringComparison.Ordinal) || lines[end].Length == 0))
            {
                end++;
            }

            int old = lines.FindIndex(head + 1, end - head - 1, l => l.StartsWith($"      {key}:", StringComparison.Ordinal));
            if (old >= 0)
            {
                lines.RemoveAt(old);
                while (old < lines.Count && lines[old].StartsWith("        ", StringComparison.Ordinal))
                {
                    lines.RemoveAt(old);
                }
            }

            lines.Insert(head + 1, $"      {key}: {value}");
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^  - \w+:\s*$")]
    private static partial Regex Head();
}
