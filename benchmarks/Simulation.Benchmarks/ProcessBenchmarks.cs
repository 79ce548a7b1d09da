using BenchmarkDotNet.Attributes;
using Simulation.Engine.Embedded;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Benchmarks;

/// <summary>
/// A simulated week of 270,000 residents on one worker, by lanes: 16, 8 and 4 against 1, the scalar twin. Per process the
/// run's own profile is printed at the end of each case.
/// </summary>
[Config(typeof(SteadyJob))]
public class ProcessBenchmarks
{
    private Population population = null!;
    private ModelRun run = null!;

    [Params(16, 8, 4, 1)]
    public int Lanes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        population = PopulationSynthesiser.Build(EmbeddedInputs.Create(1), new SynthesisOptions(270_000), null, CancellationToken.None);
        run = new ModelRun(population, [], new RunOptions { Workers = 1, Lanes = Lanes });
        run.WarmUp(null, CancellationToken.None);
    }

    [Benchmark]
    public void Week()
    {
        for (int day = 0; day < 7; day++)
        {
            run.Step();
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        double total = run.Profile.Sum(line => line.Seconds);
        foreach ((string process, double seconds) in run.Profile)
        {
            Console.WriteLine($"// lanes {Lanes}: {process,-42} {100 * seconds / total,6:0.0} % {1e9 * seconds / ((run.DaysDone + ModelRun.WarmUpDays) * (double)population.Count):0.00} ns/resident-day");
        }

        run.Dispose();
        population.Dispose();
    }
}
