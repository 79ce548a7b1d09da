using System.Globalization;
using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Benchmarks.Whole;

/// <summary>
/// The cost of a resident-day at a tenth of the residents, at all of them and at ten times as many. Each round runs all three,
/// because the machine's speed drifts; figures are medians over the rounds.
/// </summary>
internal static class ScaleRun
{
    /// <summary>Measures and prints; returns 0.</summary>
    public static int Measure(Settings settings)
    {
        Console.WriteLine(Machine.Describe());
        int[] sizes = [settings.Residents / 10, settings.Residents, settings.Residents * 10];
        Population[] populations = [.. sizes.Select(Build)];
        List<double>[] costs = [.. sizes.Select(_ => new List<double>())];
        RunOptions options = new() { Days = settings.Days };
        RunTimes.Of(populations[0], [], options);
        for (int round = 0; round < settings.Rounds; round++)
        {
            for (int s = 0; s < sizes.Length; s++)
            {
                double seconds = RunTimes.Of(populations[s], [], options).Run;
                costs[s].Add(1e9 * seconds / ((double)populations[s].Count * settings.Days));
            }
        }

        for (int s = 0; s < sizes.Length; s++)
        {
            double ratio = WholeRun.Median([.. costs[s].Zip(costs[^1], (cost, large) => cost / large)]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{populations[s].Count,12:N0} residents, {settings.Days} days, {options.Workers} workers: {WholeRun.Median(costs[s]):0.00} ns a resident-day ({costs[s].Min():0.00}–{costs[s].Max():0.00}), {ratio:0.00} of the largest's, median of {settings.Rounds}"));
        }

        Array.ForEach(populations, population => population.Dispose());
        return 0;
    }

    private static Population Build(int residents) =>
        PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(residents), null, CancellationToken.None);
}
