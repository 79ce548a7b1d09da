using System.Globalization;
using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Benchmarks.Whole;

/// <summary>The cost of a resident-day at a tenth of the residents, at all of them and at ten times as many.</summary>
internal static class ScaleRun
{
    /// <summary>Measures and prints; returns 0.</summary>
    public static int Measure(Settings settings)
    {
        Console.WriteLine(Machine.Describe());
        foreach (int residents in new[] { settings.Residents / 10, settings.Residents, settings.Residents * 10 })
        {
            using Population population = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(residents), null, CancellationToken.None);
            RunOptions options = new() { Days = settings.Days };
            RunTimes.Of(population, [], options with { Days = 1 });
            List<double> costs = [];
            for (int round = 0; round < settings.Rounds; round++)
            {
                costs.Add(1e9 * RunTimes.Of(population, [], options).Run / ((double)population.Count * settings.Days));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{population.Count,12:N0} residents, {settings.Days} days, {options.Workers} workers: {WholeRun.Median(costs):0.00} ns a resident-day, median of {settings.Rounds}"));
        }

        return 0;
    }
}
