using Simulation.Engine.Observation;
using Simulation.Results.Runs;

namespace Simulation.Results.Comparisons;

/// <summary>One indicator of a package: what its parts do one at a time, and what they do together.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Baseline">The baseline's value.</param>
/// <param name="Parts">Value with each part alone, in the order of <see cref="Package.Parts"/>.</param>
/// <param name="Together">Value with all parts.</param>
public sealed record PackageChange(Indicator Indicator, double Baseline, IReadOnlyList<double> Parts, double Together)
{
    /// <summary>Sum of the parts' differences from the baseline.</summary>
    public double SumOfParts => Parts.Sum(p => p - Baseline);

    /// <summary>Difference of all parts together from the baseline.</summary>
    public double Whole => Together - Baseline;

    /// <summary>What the parts add to each other (positive) or take from each other (negative).</summary>
    public double Interaction => WithoutNoise(Whole - SumOfParts);

    /// <summary>The same on the log-odds scale, where a ceiling takes nothing away; NaN unless all values lie between 0 and 1.</summary>
    public double InteractionLogOdds =>
        Indicator.Unit == IndicatorUnit.Share && Parts.Append(Baseline).Append(Together).All(v => v is > 0 and < 1)
            ? WithoutNoise(Logit(Together) - Logit(Baseline) - Parts.Sum(p => Logit(p) - Logit(Baseline)))
            : double.NaN;

    /// <summary>Sums of doubles differ in their last bits; what is left of nothing must print as nothing.</summary>
    private static double WithoutNoise(double difference) => Math.Abs(difference) < 1e-12 ? 0 : difference;

    private static double Logit(double share) => Math.Log(share / (1 - share));
}

/// <summary>A scenario whose effects are exactly those of other scenarios taken together.</summary>
/// <param name="Whole">Index of the package among the scenarios compared.</param>
/// <param name="Parts">Indices of its parts, ascending.</param>
/// <param name="Effects">Sum and whole of every indicator, in printed order.</param>
public sealed record Package(int Whole, IReadOnlyList<int> Parts, IReadOnlyList<PackageChange> Effects)
{
    // Every set of parts is tried; twelve scenarios make four thousand sets.
    private const int MostScenarios = 13;

    /// <summary>Finds which scenario, if any, is the union of at least two of the others.</summary>
    /// <param name="effects">Effects of each scenario.</param>
    /// <returns>The scenario with most effects that is a union, with the most parts; null when none is.</returns>
    public static (int Whole, IReadOnlyList<int> Parts)? Find(IReadOnlyList<IReadOnlyList<EffectRecord>> effects)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (effects.Count is < 3 or > MostScenarios)
        {
            return null;
        }

        string[][] prints = [.. effects.Select(e => e.Select(r => r.Fingerprint).Order(StringComparer.Ordinal).ToArray())];
        foreach (int whole in Enumerable.Range(0, prints.Length).OrderByDescending(i => prints[i].Length).ThenBy(i => i))
        {
            int[] others = [.. Enumerable.Range(0, prints.Length).Where(i => i != whole && prints[i].Length > 0)];
            int[]? best = null;
            for (int set = 1; set < 1 << others.Length; set++)
            {
                int[] parts = [.. others.Where((_, bit) => (set & (1 << bit)) != 0)];
                if (parts.Length >= 2
                    && parts.Length > (best?.Length ?? 0)
                    && parts.Sum(p => prints[p].Length) == prints[whole].Length
                    && parts.SelectMany(p => prints[p]).Order(StringComparer.Ordinal).SequenceEqual(prints[whole]))
                {
                    best = parts;
                }
            }

            if (best is not null)
            {
                return (whole, best);
            }
        }

        return null;
    }
}
