using System.Globalization;
using System.Text;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Studies;

/// <summary>Names of a study's run files: the number in the plan, then the point, such as <c>07-reach-80pct-displacement-30pct.run</c>.</summary>
internal sealed class MemberName
{
    private const int Longest = 100;

    private readonly Dictionary<string, string> shortPaths;
    private readonly string number;
    private readonly bool replicates;
    private readonly string? draw;

    /// <summary>Names for all runs of a plan.</summary>
    public MemberName(IReadOnlyList<PlannedRun> runs)
    {
        string[] paths = [.. runs.SelectMany(r => r.Settings).Select(Path).Distinct(StringComparer.Ordinal)];
        shortPaths = paths.ToDictionary(path => path, path => Shortest(path, paths), StringComparer.Ordinal);
        number = Digits(runs.Count);
        replicates = runs.Any(r => r.Replicate > 0);
        draw = runs.Any(r => r.Draw > 0) ? Digits(runs.Max(r => r.Draw)) : null;
    }

    /// <summary>Name of the file of <paramref name="run"/>.</summary>
    public string Of(PlannedRun run)
    {
        List<string> parts = [.. run.Settings.Select(s => $"{shortPaths[Path(s)]}-{s[(Path(s).Length + 1)..]}")];
        if (replicates)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"seed-{run.Seed}"));
        }

        if (draw is not null)
        {
            parts.Add("draw-" + run.Draw.ToString(draw, CultureInfo.InvariantCulture));
        }

        string point = parts.Count == 0 ? "as-written" : Plain(string.Join('-', parts));
        return run.Index.ToString(number, CultureInfo.InvariantCulture) + "-" + point[..Math.Min(point.Length, Longest)].TrimEnd('-', '.') + RunFileFormat.Extension;
    }

    /// <summary>Names of the baselines, one for each world and seed, in the order in which the runs need them.</summary>
    public static Dictionary<(string World, int Seed), string> OfBaselines(IReadOnlyList<PlannedRun> runs)
    {
        (string World, int Seed)[] all = [.. runs.Select(r => (r.Baseline.Hash, r.Seed)).Distinct()];
        string[] worlds = [.. all.Select(b => b.World).Distinct(StringComparer.Ordinal)];
        bool seeds = all.Select(b => b.Seed).Distinct().Count() > 1;
        return all.ToDictionary(b => b, b => "baseline"
            + (worlds.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"-world-{Array.IndexOf(worlds, b.World) + 1}") : string.Empty)
            + (seeds ? string.Create(CultureInfo.InvariantCulture, $"-seed-{b.Seed}") : string.Empty)
            + RunFileFormat.Extension);
    }

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

        return plain.ToString();
    }
}
