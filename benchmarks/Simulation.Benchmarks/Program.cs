using System.Diagnostics;
using Simulation.Engine.Calibration;
using Simulation.Engine.Embedded;
using Simulation.Engine.OpenData;
using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.Synthesis;

int residents = int.Parse(args[1]);
Stopwatch watch = Stopwatch.StartNew();
using Population population = PopulationSynthesiser.Build(
    args.Length > 3 ? OpenDataReader.Read(args[3]) : EmbeddedInputs.Create(1), new SynthesisOptions(residents), null, default);
Console.WriteLine($"population {population.Count} in {watch.Elapsed.TotalSeconds:0.0} s; pupils {population.Pupils.Layout.Used}, workers {population.Workers.Layout.Used}, employers {population.Employers.Count}, classes {population.Classes.Count}");
if (args[0] == "calibrate")
{
    Baseline start = Calibrator.Guess();
    if (args.Length > 4) { using StreamReader r = new(args[4]); start = Baseline.Read(r); }
    Baseline solved = Calibrator.Solve(population, start, int.Parse(args[2]), 2, Console.WriteLine);
    using StreamWriter writer = new("/tmp/solved.csv");
    solved.Write(writer);
    foreach (var (name, v) in solved.Constants) Console.WriteLine($"{name} {v}");
}
else
{
    foreach (int workers in new[] { 2, 1 })
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = workers }, Baseline.Default);
        watch.Restart();
        run.WarmUp(null, default);
        Console.WriteLine($"warm-up {watch.Elapsed.TotalSeconds:0.00} s");
        watch.Restart();
        int days = int.Parse(args[2]);
        for (int i = 0; i < days; i++) run.Step();
        double s = watch.Elapsed.TotalSeconds;
        Console.WriteLine($"{workers} workers: {days} days {s:0.00} s, {population.Count * (double)days / s / 1e6:0.0} M resident-days/s");
        foreach (var (p, t) in run.Profile) Console.WriteLine($"  {p,-45} {t:0.00} s {1e9 * t / population.Count / (days + 56):0.00} ns");
        Console.WriteLine(run.StateHash());
    }
}
