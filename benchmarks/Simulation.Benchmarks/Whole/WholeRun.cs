using System.Diagnostics;
using System.Globalization;
using Simulation.Engine.Embedded;
using Simulation.Engine.Interventions;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Scenarios;
using Simulation.Scenarios.Reading;

namespace Simulation.Benchmarks.Whole;

/// <summary>
/// The whole-run yardstick. In one process: this machine's bounds, the build and opening of a population, then rounds of a
/// baseline with all workers and with one, of ten interventions, and of a baseline whose figures are written to a file.
/// Prints medians, what each process takes, and the share of its bound that it reaches.
/// </summary>
internal static class WholeRun
{
    /// <summary>Measures and prints; returns 0.</summary>
    public static int Measure(Settings settings)
    {
        Console.WriteLine(Machine.Describe());
        double copy = Yardsticks.CopyGigabytesPerSecond();
        double operations = Yardsticks.LaneOperationsPerNanosecond();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"yardsticks, one thread: copy {copy:0.0} GB/s; gathers from 512 KB {Yardsticks.GatherMillionsPerSecond(512 << 10):0} M/s, from 256 MB {Yardsticks.GatherMillionsPerSecond(256 << 20):0} M/s; lane operations {operations:0.0} a ns; two threads of them over one {Yardsticks.TwoThreadsOverOne():0.00}"));
        string file = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}.population");
        try
        {
            BuildAndSave(settings, file);
            Stopwatch watch = Stopwatch.StartNew();
            using Population population = PopulationFile.Open(file);
            double open = watch.Elapsed.TotalSeconds;
            RunTimes first = RunTimes.Of(population, [], new RunOptions { Days = 1 });
            Print($"from a saved population to the first day: {open + first.Start + first.Run:0.00} s (open {open:0.000}, warm-up and compiling {first.Start:0.00})");
            Compare(settings, population, copy, operations);
            States(settings, population);
        }
        finally
        {
            File.Delete(file);
        }

        using Process process = Process.GetCurrentProcess();
        Print($"peak memory {process.PeakWorkingSet64 / 1e6:0} MB (yardsticks and build included)");
        return 0;
    }

    private static void BuildAndSave(Settings settings, string file)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using Population built = PopulationSynthesiser.Build(
            settings.Data is { } folder ? OpenDataReader.Read(folder) : EmbeddedInputs.Create(1),
            new SynthesisOptions(settings.Residents), null, CancellationToken.None);
        Print($"population build {watch.Elapsed.TotalSeconds:0.00} s, {built.Count:N0} residents");
        PopulationFile.Write(file, built);
    }

    private static void States(Settings settings, Population population)
    {
        StateTimes[] times = [.. Enumerable.Range(0, settings.Rounds).Select(_ => StateTimes.Of(population, Path.GetTempPath()))];
        Print($"states, median of {settings.Rounds}: from a kept warm state to the end of the first day {Median(times.Select(t => t.Warm)):0.00} s; a fork {Median(times.Select(t => t.Fork)):0.000} s; a checkpoint of {times[0].Bytes / 1e6:0} MB kept in {Median(times.Select(t => t.Save)):0.00} s, taken up in {Median(times.Select(t => t.Resume)):0.00} s");
    }

    private static void Compare(Settings settings, Population population, double copy, double operations)
    {
        IReadOnlyList<Effect> ten = TenInterventions(population);
        RunOptions all = new() { Days = settings.Days, CountsYear = false };
        RunOptions one = all with { Workers = 1 };
        List<RunTimes> wide = [];
        List<RunTimes> single = [];
        List<RunTimes> scenario = [];
        List<RunTimes> recorded = [];
        for (int round = 0; round < settings.Rounds; round++)
        {
            wide.Add(RunTimes.Of(population, [], all));
            scenario.Add(RunTimes.Of(population, ten, all));
            recorded.Add(Recorded(population, all));
            single.Add(RunTimes.Of(population, [], one));
        }

        double residentDays = (double)population.Count * settings.Days;
        Print($"{settings.Days} days, median of {settings.Rounds}, M resident-days/s (lowest to highest):");
        Rate($"  {all.Workers} workers", wide, residentDays);
        Rate("  1 worker", single, residentDays);
        Ratio($"  {all.Workers} workers over 1", single, wide);
        Ratio("  ten interventions over the baseline, time", scenario, wide);
        Ratio("  figures kept in a run file over none kept, time", recorded, wide);
        Print($"  warm-up: {Median(wide.Select(r => r.Start)):0.00} s with {all.Workers} workers, {Median(single.Select(r => r.Start)):0.00} s with 1");
        Print($"  allocated a day: {Median(wide.Select(r => (double)r.Allocated)) / 1024:0} KB, with ten interventions {Median(scenario.Select(r => (double)r.Allocated)) / 1024:0} KB");
        Print($"  state {wide[0].Hash[..16]}… {(wide.Concat(single).Concat(recorded).All(r => r.Hash == wide[0].Hash) ? "in every baseline" : "DIFFERS between baselines")}");
        IReadOnlyDictionary<string, ProcessBound> bounds = ProcessBound.Count(population);
        Bounds(single, residentDays, copy, operations, bounds);
        Beside(all.Workers, wide, scenario, residentDays);
        Lanes(population);
    }

    private static void Bounds(
        List<RunTimes> runs, double residentDays, double copy, double operations, IReadOnlyDictionary<string, ProcessBound> bounds)
    {
        Print($"  {"1 worker, a resident-day",-42}{"ns",7}{"share",8}{"bytes",7}{"ops",6}{"bound",8}{"reached",9}");
        double all = runs[0].Profile.Select((_, i) => Nanoseconds(runs, i, residentDays)).Sum();
        for (int i = 0; i < runs[0].Profile.Count; i++)
        {
            string name = runs[0].Profile[i].Process;
            double ns = Nanoseconds(runs, i, residentDays);
            string bound = "";
            if (bounds.TryGetValue(name, out ProcessBound least))
            {
                double lowest = least.Least(copy, operations);
                bound = string.Create(CultureInfo.InvariantCulture, $"{least.Bytes,7:0.0}{least.Operations,6:0}{lowest,8:0.00}{100 * lowest / ns,7:0} %");
            }

            Print($"  {name,-42}{ns,7:0.00}{100 * ns / all,6:0.0} %{bound}");
        }
    }

    private static void Beside(int workers, List<RunTimes> baseline, List<RunTimes> scenario, double residentDays)
    {
        Print($"  {$"{workers} workers, their time together, ns",-42}{"baseline",10}{"ten interventions",20}");
        for (int i = 0; i < baseline[0].Profile.Count; i++)
        {
            Print($"  {baseline[0].Profile[i].Process,-42}{Nanoseconds(baseline, i, residentDays),10:0.00}{Nanoseconds(scenario, i, residentDays),20:0.00}");
        }
    }

    // The same four weeks of term with the widest lanes and with the scalar twin of every kernel, one worker.
    private static void Lanes(Population population)
    {
        const int Days = 28;
        RunOptions options = new() { Days = Days, Workers = 1 };
        RunTimes vectors = RunTimes.Of(population, [], options);
        RunTimes scalars = RunTimes.Of(population, [], options with { Lanes = 1 });
        double residentDays = (double)population.Count * Days;
        Print($"  {$"{Days} days, 1 worker, ns",-42}{"vectors",10}{"scalar twin",13}{"times",7}");
        for (int i = 0; i < vectors.Profile.Count; i++)
        {
            double fast = 1e9 * vectors.Profile[i].Seconds / residentDays;
            double slow = 1e9 * scalars.Profile[i].Seconds / residentDays;
            if (fast > 0.1)
            {
                Print($"  {vectors.Profile[i].Process,-42}{fast,10:0.00}{slow,13:0.00}{slow / fast,7:0.0}");
            }
        }

        Print($"  the whole run{"",29}{1e9 * vectors.Run / residentDays,10:0.00}{1e9 * scalars.Run / residentDays,13:0.00}{scalars.Run / vectors.Run,7:0.0}{(scalars.Hash == vectors.Hash ? "  same state" : "  ANOTHER STATE")}");
    }

    private static double Nanoseconds(List<RunTimes> runs, int process, double residentDays) =>
        1e9 * Median(runs.Select(r => r.Profile[process].Seconds)) / residentDays;

    private static RunTimes Recorded(Population population, RunOptions options)
    {
        string file = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}.run");
        using RunFileWriter writer = RunFileWriter.Create(file, overwrite: true);
        return RunTimes.Of(population, [], options, writer);
    }

    private static IReadOnlyList<Effect> TenInterventions(Population population)
    {
        using Stream stream = typeof(WholeRun).Assembly.GetManifestResourceStream("ten-interventions.yaml")!;
        using StreamReader reader = new(stream);
        Scenario scenario = ScenarioReader.ReadText(reader.ReadToEnd(), "ten-interventions.yaml").Scenario!;
        return ScenarioBinder.Bind(scenario, population).Effects;
    }

    private static void Rate(string what, List<RunTimes> runs, double residentDays)
    {
        double[] rates = [.. runs.Select(r => residentDays / r.Run / 1e6).Order()];
        Print($"{what}: {Median(rates):0.0} ({rates[0]:0.0} to {rates[^1]:0.0})");
    }

    // Of runs of the same round, which the machine's mood concerns alike.
    private static void Ratio(string what, List<RunTimes> above, List<RunTimes> below)
    {
        double[] ratios = [.. above.Zip(below, (a, b) => a.Run / b.Run).Order()];
        Print($"{what}: {Median(ratios):0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})");
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
