using System.Globalization;
using System.Text;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Experiments.Studies;

/// <summary>
/// Names of a study's run files: draw and seed, then scenario and point, such as
/// <c>draw-03-seed-7-school-streets-reach-80pct.run</c>.
/// </summary>
internal sealed class MemberNames
{
    private const int Longest = 100;

    private readonly PlannedRun[] points;
    private readonly string[] words;
    private readonly string draws;
    private readonly string seeds;

    /// <summary>Names for all runs of a plan.</summary>
    public MemberNames(PlannedRun[] points, int draws, int seeds)
    {
        this.points = points;
        string[] paths = [.. points.SelectMany(r => r.Settings).Select(Path).Distinct(StringComparer.Ordinal)];
        Dictionary<string, string> shortPaths = paths.ToDictionary(path => path, path => Shortest(path, paths), StringComparer.Ordinal);
        string[] full = [.. points.Select(p => Plain(string.Join('-', [p.Settings.Count == 0 ? p.Name : p.Name[..Math.Max(0, p.Name.IndexOf(" (" + p.Settings[0], StringComparison.Ordinal))],
            .. p.Settings.Select(s => $"{shortPaths[Path(s)]}-{s[(Path(s).Length + 1)..]}")])))];

        // Long names that are cut alike are told apart by their number.
        words = [.. full.Select((name, i) => name.Length <= Longest && full.Count(other => other == name) == 1 ? name
            : string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{name[..Math.Min(name.Length, Longest)].TrimEnd('-', '.')}"))];
        this.draws = Digits(draws);
        this.seeds = Digits((draws + 1) * seeds);
    }

    /// <summary>Name of the file of a point; <paramref name="kept"/> are the owners or mechanisms that alone are left of it.</summary>
    public string Of(int point, int draw, ulong seed, IReadOnlyList<string>? kept = null, string structure = "") =>
        Prefix(draw, seed) + words[point] + (kept is null ? string.Empty : "-only-" + Plain(string.Join('-', kept))) + Under(structure) + RunFileFormat.Extension;

    /// <summary>Name of the file of a baseline; <paramref name="world"/> counts those of one draw and seed.</summary>
    public string OfBaseline(int world, int draw, ulong seed, string structure = "")
    {
        bool several = points.Select(p => p.Baseline.Hash).Distinct(StringComparer.Ordinal).Skip(1).Any();
        return Prefix(draw, seed) + "baseline" + (several ? string.Create(CultureInfo.InvariantCulture, $"-world-{world + 1}") : string.Empty) + Under(structure) + RunFileFormat.Extension;
    }

    private static string Under(string structure) => structure.Length == 0 ? string.Empty : "-" + Plain(structure[(structure.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    private string Prefix(int draw, ulong seed) => string.Create(
        CultureInfo.InvariantCulture, $"draw-{draw.ToString(draws, CultureInfo.InvariantCulture)}-seed-{seed.ToString(seeds, CultureInfo.InvariantCulture)}-");

    private static string Digits(int count) => new('0', count.ToString(CultureInfo.InvariantCulture).Length);

    private static string Path(string setting) => setting[..setting.IndexOf('=', StringComparison.Ordinal)];

    /// <summary>The end of a path that tells it from all others.</summary>
    private static string Shortest(string path, string[] all)
    {
        string[] keys = path.Split('.');
        for (int kept = 1; kept < keys.Length; kept++)
        {
            string end = string.Join('.', keys[^kept..]);
            if (all.Count(other => other == end || other.EndsWith("." + end, StringComparison.Ordinal)) == 1)
            {
                return end;
            }
        }

        return path;
    }

    /// <summary>Letters, digits, dots and single hyphens: a name that every file system and shell takes as it is.</summary>
    private static string Plain(string text)
    {
        StringBuilder plain = new();
        foreach (char c in text.Replace("%", "pct", StringComparison.Ordinal).Replace("£", "gbp-", StringComparison.Ordinal).ToLowerInvariant())
        {
            char kept = char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-';
            if (kept != '-' || (plain.Length > 0 && plain[^1] != '-'))
            {
                plain.Append(kept);
            }
        }

        return plain.ToString().Trim('-', '.');
    }
}
