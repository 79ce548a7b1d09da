namespace Simulation.Scenarios.Sweeps;

/// <summary>Latin hypercube samples: every axis is cut into as many strata as there are samples, and each is used once.</summary>
internal static class LatinHypercube
{
    /// <summary>Samples in [0, 1): <c>[sample][axis]</c>.</summary>
    public static double[][] Draw(int samples, int axes, int seed)
    {
        var points = new double[samples][];
        for (int s = 0; s < samples; s++)
        {
            points[s] = new double[axes];
        }

        for (int axis = 0; axis < axes; axis++)
        {
            int[] strata = [.. Enumerable.Range(0, samples).OrderBy(s => Word(seed, axis, s, 0)).ThenBy(s => s)];
            for (int s = 0; s < samples; s++)
            {
                points[s][axis] = (strata[s] + ((Word(seed, axis, s, 1) >> 11) * (1.0 / (1UL << 53)))) / samples;
            }
        }

        return points;
    }

    // SplitMix64's finaliser over the address of the draw: the same file gives the same samples everywhere.
    private static ulong Word(int seed, int axis, int sample, int stream)
    {
        ulong z = ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL) ^ ((ulong)(uint)axis << 40) ^ ((ulong)(uint)sample << 8) ^ (uint)stream;
        for (int i = 0; i < 2; i++)
        {
            z += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            z ^= z >> 31;
        }

        return z;
    }
}
