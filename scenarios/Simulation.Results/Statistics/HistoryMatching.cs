using Simulation.Engine.Randomness;

namespace Simulation.Results.Statistics;

/// <summary>A figure that runs are held against.</summary>
/// <param name="Value">What was measured.</param>
/// <param name="Error">Standard error of that.</param>
/// <param name="Discrepancy">By how much the model may miss it even with the right numbers, a standard deviation.</param>
public readonly record struct MatchTarget(double Value, double Error, double Discrepancy)
{
    /// <summary>How many standard deviations an answer lies from it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="deviation">Standard deviation of what is not known of the answer.</param>
    public double Implausibility(double answer, double deviation) =>
        Math.Abs(answer - Value) / Math.Sqrt((deviation * deviation) + (Error * Error) + (Discrepancy * Discrepancy));
}

/// <summary>What is left of the ranges of some numbers once points whose runs cannot have given some figures are ruled out.</summary>
/// <param name="Left">Points not ruled out, 0 to 1 in each range; empty where all are.</param>
/// <param name="Shares">Of the points not ruled out before, the share that each wave left.</param>
/// <param name="Best">The point that comes nearest to all figures, not ruled out where one is.</param>
/// <param name="Runs">Runs made.</param>
/// <param name="RuledOut">Share of all points that each figure alone rules out in the last wave; NaN for one that could not be emulated.</param>
public sealed record Matched(IReadOnlyList<double[]> Left, IReadOnlyList<double> Shares, double[] Best, int Runs, IReadOnlyList<double> RuledOut)
{
    /// <summary>Share of the whole space that is left, roughly.</summary>
    public double Volume => Shares.Aggregate(1.0, (all, share) => all * share);
}

/// <summary>
/// History matching: wave by wave, runs at some points train emulators, and points whose answers would be more than three standard deviations
/// from a figure are ruled out (Craig et al. 1997; Vernon, Goldstein and Bower 2010, Bayesian Analysis 5:619). With ten figures or more the
/// second largest distance counts, in the first wave the third: one bad emulator rules nothing out.
/// </summary>
public static class HistoryMatching
{
    /// <summary>Runs of a wave for each number.</summary>
    public const int RunsByNumber = 10;

    private const double Cut = 3;
    private const int Candidates = 8_192;
    private const int ManyTargets = 10;
    private const double Small = 0.01;

    /// <summary>Rules points out.</summary>
    /// <param name="numbers">How many numbers move.</param>
    /// <param name="targets">The figures.</param>
    /// <param name="run">Gives the answers of some points, one for each figure.</param>
    /// <param name="waves">Most waves.</param>
    /// <param name="seed">Which points are tried.</param>
    public static Matched Of(int numbers, IReadOnlyList<MatchTarget> targets, Func<IReadOnlyList<double[]>, IReadOnlyList<double[]>> run, int waves, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numbers, 1);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(run);
        Luck luck = new(seed);
        List<double[]> candidates = [.. Enumerable.Range(0, Candidates).Select(_ => luck.Point(numbers))];
        List<double> shares = [];
        List<Emulator?[]> known = [];
        double[] best = candidates[0];
        double[] ruledOut = [.. targets.Select(_ => double.NaN)];
        int runs = 0;
        for (int wave = 0; wave < waves; wave++)
        {
            List<double[]> points = wave == 0 ? luck.Latin(RunsByNumber * numbers, numbers) : luck.Some(candidates, RunsByNumber * numbers);
            IReadOnlyList<double[]> answers = run(points);
            runs += points.Count;
            Emulator?[] emulators = [.. targets.Select((_, t) => Emulated(points, [.. answers.Select(a => a[t])]))];
            if (emulators.All(e => e is null))
            {
                break;
            }

            known.Add(emulators);
            int let = targets.Count < ManyTargets ? 0 : wave == 0 ? 2 : 1;
            double[][] distances = [.. candidates.Select(point => targets.Select((t, i) => Distance(emulators[i], t, point)).ToArray())];
            ruledOut = [.. targets.Select((_, t) => emulators[t] is null ? double.NaN : distances.Average(d => d[t] > Cut ? 1.0 : 0))];
            best = candidates[Enumerable.Range(0, candidates.Count).MinBy(c => (Counted(distances[c], let) > Cut ? 1e6 : 0) + distances[c].Sum(d => d * d))];
            List<double[]> left = [.. candidates.Where((_, c) => Counted(distances[c], let) <= Cut)];
            shares.Add(left.Count / (double)candidates.Count);
            bool sure = Enumerable.Range(0, targets.Count).All(t => emulators[t] is { } e
                && left.All(point => e.Predict(point).Deviation < Math.Sqrt((targets[t].Error * targets[t].Error) + (targets[t].Discrepancy * targets[t].Discrepancy))));
            candidates = left;
            if (left.Count == 0 || sure || new Matched(left, shares, best, runs, ruledOut).Volume < Small)
            {
                break;
            }

            // So few that the next wave would see nothing: more of the same region, each held to every wave so far.
            for (int tried = 0; candidates.Count < Candidates / 8 && tried < 20 * Candidates; tried++)
            {
                double[] near = luck.Near(left);
                if (known.Select((w, i) => Counted([.. targets.Select((t, k) => Distance(w[k], t, near))], targets.Count < ManyTargets ? 0 : i == 0 ? 2 : 1)).All(d => d <= Cut))
                {
                    candidates.Add(near);
                }
            }
        }

        return new Matched(candidates, shares, best, runs, ruledOut);
    }

    private static Emulator? Emulated(IReadOnlyList<double[]> points, double[] answers) =>
        answers.Distinct().Skip(1).Any() && Emulator.Of(points, answers) is { Holds: true } held ? held : null;

    private static double Distance(Emulator? emulator, MatchTarget target, double[] point)
    {
        if (emulator is null)
        {
            return 0;
        }

        (double mean, double deviation) = emulator.Predict(point);
        return target.Implausibility(mean, deviation);
    }

    private static double Counted(double[] distances, int let) => let == 0 ? distances.Max() : distances.OrderDescending().Skip(let).First();

    /// <summary>Points by chance, the same for the same seed on any machine.</summary>
    private sealed class Luck(ulong seed)
    {
        private ulong at = seed * SplitMix64.Golden;

        public double[] Point(int numbers) => [.. Enumerable.Range(0, numbers).Select(_ => Next())];

        /// <summary>One point in each of so many slices of every range.</summary>
        public List<double[]> Latin(int count, int numbers)
        {
            double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[numbers])];
            for (int n = 0; n < numbers; n++)
            {
                int[] slices = [.. Enumerable.Range(0, count).OrderBy(_ => Next())];
                for (int i = 0; i < count; i++)
                {
                    points[i][n] = (slices[i] + Next()) / count;
                }
            }

            return [.. points];
        }

        public List<double[]> Some(List<double[]> from, int count) => [.. Enumerable.Range(0, from.Count).OrderBy(_ => Next()).Take(count).Select(i => from[i])];

        /// <summary>A point beside one of some, about as far as another of them is.</summary>
        public double[] Near(List<double[]> some)
        {
            double[] one = some[(int)(Next() * some.Count)];
            double[] other = some[(int)(Next() * some.Count)];
            double reach = some.Count > 1 ? 1 : 0.1;
            return [.. one.Select((v, i) => Math.Clamp(v + (reach * (Next() - 0.5) * (some.Count > 1 ? 2 * Math.Abs(v - other[i]) + 0.01 : 1)), 0, 1))];
        }

        private double Next() => SplitMix64.Unit(SplitMix64.Mix(at += SplitMix64.Golden));
    }
}
