using Simulation.Engine.Randomness;

namespace Simulation.Scenarios.Binding;

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
                points[s][axis] = (strata[s] + SplitMix64.Unit(Word(seed, axis, s, 1))) / samples;
            }
        }

        return points;
    }

    // Twice over the address of the draw: the same file gives the same samples everywhere.
    private static ulong Word(int seed, int axis, int sample, int stream)
    {
        ulong z = ((ulong)(uint)seed * SplitMix64.Golden) ^ ((ulong)(uint)axis << 40) ^ ((ulong)(uint)sample << 8) ^ (uint)stream;
        return SplitMix64.Mix(SplitMix64.Mix(z + SplitMix64.Golden) + SplitMix64.Golden);
    }
}
