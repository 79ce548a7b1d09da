using System.Diagnostics;
using System.Globalization;
using Simulation.Engine.Embedded;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

namespace Simulation.Benchmarks;

/// <summary>
/// The whole-run yardstick: builds, saves and opens a population, runs a baseline with one and two workers, and prints what
/// each process took beside what this machine's memory could do at the same hour.
/// </summary>
internal static class WholeRun
{
    /// <summary>Bytes of columns that a process reads and writes for a resident each day, at the census's shares of pupils and workers.</summary>
    private static readonly Dictionary<string, double> BytesPerResidentDay = new(StringComparer.Ordinal)
    {
        // leisure and errand odds, key, days of leisure ×2, travel days ×2, week ×2, today ×2
        ["Everyday activity"] = 4 + 4 + 1 + 2 + 8 + 4 + 2,
        // 0.45 workers: work days, home days, flexibility, shares, week ×2, history ×2, resident
        ["Commute"] = 0.45 * (1 + 1 + 1 + 1 + 1 + 1 + 2 + 2 + 2 + 2 + 8 + 2 + 1 + 4),
        // 0.15 pupils on 190 of 365 days
        ["School trip"] = 0.15 * 0.52 * (4 + 2 + 2 + 2 + 2 + 1 + 1 + 4 + 2 + 1 + 4 + 2 + 4),
        // a seventh of residents a day
        ["Habit, fitness, intention, company"] = (4 + 4 + 1 + 1 + 4 + 4 + 4 + 6 + 1) / 7.0,
        ["Route, permission and choice of pupils"] = 0.15 * (4 + 2 + 2 + 4 + 4 + 2 + 2 + 1 + 1 + 4) / 7.0,
        ["Choice of commuters"] = 0.45 * (4 + 4 + 2 + 1 + 1 + 6 + 4 + 1) / 7.0,
        ["Observation"] = (8 + 1 + 4 + 2 + (0.15 * 10) + (0.45 * 12)) / 7.0,
    };

    /// <summary>Runs the yardstick.</summary>
    /// <param name="args">[residents] [days] [data folder]; by default 2,700,000 residents for 365 days on the embedded figures.</param>
    public static int Measure(string[] args)
    {
        int residents = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_700_000;
        int days = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 365;
        Console.WriteLine($"{Environment.OSVersion.Platform}, {Environment.ProcessorCount} processors, .NET {Environment.Version}");
        Console.WriteLine($"copy bandwidth {Yardsticks.CopyGigabytesPerSecond():0.0} GB/s, gathers from 512 KB {Yardsticks.GatherMillionsPerSecond(512 << 10):0} M/s, from 256 MB {Yardsticks.GatherMillionsPerSecond(256 << 20):0} M/s");

        Stopwatch watch = Stopwatch.StartNew();
        using Population built = PopulationSynthesiser.Build(
            args.Length > 2 ? OpenDataReader.Read(args[2]) : EmbeddedInputs.Create(1), new SynthesisOptions(residents), null, CancellationToken.None);
        Console.WriteLine($"population build {watch.Elapsed.TotalSeconds:0.00} s");
        string file = Path.Combine(Path.GetTempPath(), $"yardstick-{Environment.ProcessId}.population");
        try
        {
            PopulationFile.Write(file, built);
            watch.Restart();
            using Population population = PopulationFile.Open(file);
            Console.WriteLine($"population open {watch.Elapsed.TotalSeconds:0.000} s");
            foreach (int workers in new[] { 2, 1 })
            {
                Run(population, workers, days);
            }
        }
        finally
        {
            File.Delete(file);
        }

        using Process process = Process.GetCurrentProcess();
        Console.WriteLine($"peak memory {process.PeakWorkingSet64 / 1e6:0} MB (build included)");
        return 0;
    }

    private static void Run(Population population, int workers, int days)
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = workers, Days = days });
        Stopwatch watch = Stopwatch.StartNew();
        run.WarmUp(null, CancellationToken.None);
        double warm = watch.Elapsed.TotalSeconds;
        IReadOnlyList<(string Process, double Seconds)> before = run.Profile;
        double[] seconds = new double[days];
        long allocated = GC.GetTotalAllocatedBytes(true);
        for (int day = 0; day < days; day++)
        {
            watch.Restart();
            run.Step();
            seconds[day] = watch.Elapsed.TotalSeconds;
        }

        allocated = GC.GetTotalAllocatedBytes(true) - allocated;
        double total = seconds.Sum();
        Array.Sort(seconds);
        double residentDays = (double)population.Count * days;
        Console.WriteLine($"{workers} worker(s): warm-up {warm:0.00} s, {days} days {total:0.00} s, {residentDays / total / 1e6:0.0} M resident-days/s (median day {population.Count / seconds[days / 2] / 1e6:0.0}), {allocated / days / 1024.0:0} KB allocated a day");
        Console.WriteLine($"  {"process",-42}{"ns/resident-day",16}{"bytes",8}{"GB/s",8}");
        IReadOnlyList<(string Process, double Seconds)> after = run.Profile;
        for (int i = 0; i < after.Count; i++)
        {
            double spent = after[i].Seconds - before[i].Seconds;
            bool known = BytesPerResidentDay.TryGetValue(after[i].Process, out double bytes);
            Console.WriteLine($"  {after[i].Process,-42}{1e9 * spent / residentDays,16:0.00}{(known ? bytes : 0),8:0.0}{(known ? bytes * residentDays / spent / 1e9 : 0),8:0.0}");
        }

        Console.WriteLine($"  state {run.StateHash()}");
    }
}
