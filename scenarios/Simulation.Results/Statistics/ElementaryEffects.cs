namespace Simulation.Results.Statistics;

/// <summary>What moving one number over its range does to an answer.</summary>
/// <param name="Size">Mean of the absolute effects: how much the number matters.</param>
/// <param name="Mean">Mean of the effects: which way.</param>
/// <param name="Spread">Standard deviation of the effects: how much that depends on the others; NaN with fewer than two.</param>
/// <param name="Count">Effects seen.</param>
public readonly record struct ElementaryEffect(double Size, double Mean, double Spread, int Count);

/// <summary>Elementary effects (Morris 1991; mean of absolute effects after Campolongo, Cariboni and Saltelli 2007, Environmental Modelling and Software 22:1509).</summary>
public static class ElementaryEffects
{
    /// <summary>The effects of each number, over its whole range.</summary>
    /// <param name="points">Where each run lies on each number, 0 to 1: <c>[run][number]</c>.</param>
    /// <param name="answers">The answer of each run.</param>
    /// <param name="length">Runs of one trajectory: no effect spans two.</param>
    /// <returns>One by number; NaN for one in which no two neighbouring runs of a trajectory differ alone.</returns>
    public static IReadOnlyList<ElementaryEffect> Of(IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> answers, int length)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (points.Count != answers.Count || points.Count == 0)
        {
            throw new ArgumentException("Each point has one answer.", nameof(answers));
        }

        List<double>[] effects = [.. points[0].Select(_ => new List<double>())];
        for (int run = 1; run < points.Count; run++)
        {
            int[] moved = [.. Enumerable.Range(0, effects.Length).Where(i => points[run][i] != points[run - 1][i])];
            if (run % length > 0 && moved is [int one])
            {
                effects[one].Add((answers[run] - answers[run - 1]) / (points[run][one] - points[run - 1][one]));
            }
        }

        return [.. effects.Select(Of)];
    }

    private static ElementaryEffect Of(List<double> effects)
    {
        if (effects.Count == 0)
        {
            return new ElementaryEffect(double.NaN, double.NaN, double.NaN, 0);
        }

        double mean = effects.Average();
        double spread = effects.Count < 2 ? double.NaN : Math.Sqrt(effects.Sum(e => (e - mean) * (e - mean)) / (effects.Count - 1));
        return new ElementaryEffect(effects.Average(Math.Abs), mean, spread, effects.Count);
    }
}
