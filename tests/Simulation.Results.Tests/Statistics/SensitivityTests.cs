using Simulation.Results.Statistics;

namespace Simulation.Results.Tests.Statistics;

public sealed class SensitivityTests
{
    private static double Ishigami(double[] u)
    {
        double[] x = [.. u.Select(v => (2 * v * Math.PI) - Math.PI)];
        return Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    [Fact]
    public void ElementaryEffects_OfALineAndAProduct_AreTheirSlopes()
    {
        // f = 2a + b·c on two trajectories of three steps; between them all moves, and no effect spans that.
        double[][] points = [[0, 0, 1], [2.0 / 3, 0, 1], [2.0 / 3, 2.0 / 3, 1], [2.0 / 3, 2.0 / 3, 1.0 / 3], [1, 1, 0], [1, 1.0 / 3, 0], [1.0 / 3, 1.0 / 3, 0], [1.0 / 3, 1.0 / 3, 2.0 / 3]];
        IReadOnlyList<ElementaryEffect> effects = ElementaryEffects.Of(points, [.. points.Select(p => (2 * p[0]) + (p[1] * p[2]))], 4);

        effects.Select(e => e.Count).ShouldBe([2, 2, 2]);
        effects[0].Size.ShouldBe(2, 1e-12);
        effects[0].Spread.ShouldBe(0, 1e-12);
        effects[1].Size.ShouldBe(0.5, 1e-12);
        effects[1].Spread.ShouldBe(Math.Sqrt(0.5), 1e-12);
        effects[2].Mean.ShouldBe((2.0 / 3 / 2) + (1.0 / 3 / 2), 1e-12);
        ElementaryEffects.Of([[0, 0], [1, 1]], [1, 2], 2)[0].Size.ShouldBe(double.NaN);
    }

    [Fact]
    public void Ishigami_function()
    {
        SobolIndices indices = SobolIndices.Of(Ishigami, 3, 1 << 16, 1);
        indices.Variance.ShouldBe(13.8446, 0.15);
        Near(indices.First, [0.3139, 0.4424, 0]);
        Near(indices.Total, [0.5576, 0.4424, 0.2437]);
    }

    [Fact]
    public void Sobols_g_function()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        SobolIndices indices = SobolIndices.Of(
            u => u.Zip(a, (x, c) => (Math.Abs((4 * x) - 2) + c) / (1 + c)).Aggregate(1.0, (p, v) => p * v), 8, 1 << 16, 2);
        Near([.. indices.First.Take(4)], [0.7162, 0.1790, 0.0237, 0.0072]);
        Near([.. indices.Total.Take(4)], [0.7871, 0.2422, 0.0343, 0.0105]);
    }

    [Fact]
    public void Ranks_find_what_drives_an_answer()
    {
        Random luck = new(1);
        double[][] parameters = [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 100).Select(_ => luck.NextDouble()).ToArray())];
        parameters[3] = [.. Enumerable.Repeat(2.0, 100)];
        double[] answer = [.. Enumerable.Range(0, 100).Select(i => Math.Exp(3 * parameters[0][i]) - parameters[1][i] + (0.01 * luck.NextDouble()))];
        PartialCorrelation[] found = RankCorrelations.Of(parameters, answer);
        found[0].Correlation.ShouldBeGreaterThan(0.95);
        found[1].Correlation.ShouldBeLessThan(-0.5);
        found[2].Probability.ShouldBeGreaterThan(0.01);
        found[3].Correlation.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_partial_correlation_of_three_columns_is_the_textbooks()
    {
        // Ranks as given; r_xy = 0.6, r_xz = 0.2, r_yz = 0.4 would be by formula, here checked against it.
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] z = [2, 1, 4, 3, 8, 5, 7, 6];
        double[] y = [1, 3, 2, 5, 4, 8, 6, 7];
        static double R(double[] a, double[] b) => 1 - (6 * a.Zip(b, (p, q) => (p - q) * (p - q)).Sum() / (8 * 63.0));
        double expected = (R(x, y) - (R(x, z) * R(y, z))) / Math.Sqrt((1 - (R(x, z) * R(x, z))) * (1 - (R(y, z) * R(y, z))));
        RankCorrelations.Of([x, z], y)[0].Correlation.ShouldBe(expected, 1e-9);
    }

    [Fact]
    public void Too_few_draws_say_nothing() =>
        RankCorrelations.Of([[1, 2, 3], [3, 1, 2]], [1, 2, 3]).ShouldAllBe(c => double.IsNaN(c.Correlation));

    [Fact]
    public void An_emulator_goes_through_points_without_noise()
    {
        double[][] points = Points(60, 3, 3);
        Emulator emulator = Emulator.Of(points, [.. points.Select(Ishigami)], noisy: false);
        foreach (double[] point in points)
        {
            emulator.Predict(point).Mean.ShouldBe(Ishigami(point), 1e-6);
            emulator.Predict(point).Deviation.ShouldBeLessThan(1e-3);
        }
    }

    [Fact]
    public void An_emulator_foretells_a_smooth_function()
    {
        static double Smooth(double[] p) => Math.Sin(3 * p[0]) + (p[1] * p[1]);
        double[][] points = Points(24, 2, 3);
        Emulator.Of(points, [.. points.Select(Smooth)], noisy: false).Mean([0.31, 0.77]).ShouldBe(Smooth([0.31, 0.77]), 0.01);
    }

    [Fact]
    public void An_emulator_knows_how_well_it_does_and_gives_the_shares_of_the_function()
    {
        Emulator[] emulators = [.. Enumerable.Range(1, 4).Select(seed =>
        {
            Random luck = new(seed);
            double[][] points = Points(150, 3, 10 + seed);
            return Emulator.Of(points, [.. points.Select(p => Ishigami(p) + MathNet.Numerics.Distributions.Normal.Sample(luck, 0, 0.3))]);
        })];
        emulators.Average(e => e.LeaveOneOut.Within).ShouldBeInRange(0.92, 0.98);
        emulators.ShouldAllBe(e => e.Holds);
        SobolIndices indices = SobolIndices.Of(emulators[0].Mean, 3, 4_096, 1);
        indices.First[1].ShouldBe(0.4424, 0.07);
        indices.Total[0].ShouldBe(0.5576, 0.07);
        indices.Total[2].ShouldBe(0.2437, 0.07);
    }

    private static double[][] Points(int count, int dimensions, int seed)
    {
        Random luck = new(seed);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[dimensions])];
        for (int d = 0; d < dimensions; d++)
        {
            int[] parts = [.. Enumerable.Range(0, count)];
            luck.Shuffle(parts);
            for (int i = 0; i < count; i++)
            {
                points[i][d] = (parts[i] + luck.NextDouble()) / count;
            }
        }

        return points;
    }

    private static void Near(IReadOnlyList<double> found, IReadOnlyList<double> expected)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            found[i].ShouldBe(expected[i], 0.01, $"index {i}");
        }
    }
}
