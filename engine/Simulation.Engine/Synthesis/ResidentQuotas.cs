using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>Residents of each neighbourhood for the total wanted.</summary>
/// <param name="Residents">Residents by neighbourhood.</param>
/// <param name="Sampled">Whether only a sample of the neighbourhoods is inhabited.</param>
internal sealed record ResidentQuotas(int[] Residents, bool Sampled)
{
    /// <summary>
    /// Shares the total out by the largest remainder. Where this would leave less than a handful of households to a
    /// neighbourhood, a systematic sample of neighbourhoods (by size, in order, so every place keeps its share) stands in
    /// for all: households of plausible sizes cannot be made of two or three residents.
    /// </summary>
    public static ResidentQuotas Share(SynthesisInputs inputs, SynthesisOptions options)
    {
        double[] weights = [.. inputs.Neighbourhoods.Select(n => n.Residents)];
        int samples = Math.Max(1, (int)(options.Residents / SynthesisHouseholdParameters.LeastResidents));
        bool sampled = samples < weights.Length;
        if (sampled)
        {
            var marks = new int[weights.Length];
            Quota.Spread(weights, samples, new SynthesisLuck(options.Seed, SynthesisStream.Sample, 0).Next(), marks);
            weights = [.. marks.Select(m => (double)m)];
        }

        return new ResidentQuotas(Quota.LargestRemainder(weights, options.Residents), sampled);
    }
}
