using BenchmarkDotNet.Running;
using Simulation.Benchmarks;
using Simulation.Benchmarks.Whole;

// `whole` and `scale` measure whole runs beside the machine's own bounds, `viewer` what watching costs, `wall` what a frame of the wall does; anything else goes
// to BenchmarkDotNet (see README.md).
switch (args.FirstOrDefault())
{
    case "whole":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } whole ? WholeRun.Measure(whole) : 1;
    case "scale":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } scale ? ScaleRun.Measure(scale) : 1;
    case "viewer":
        return Settings.Read(args.AsSpan(1), ViewerThroughput.Usual) is { } viewer ? ViewerThroughput.Measure(viewer) : 1;
    case "wall":
        return Settings.Read(args.AsSpan(1), new Settings()) is { } wall ? WallFrames.Measure(wall) : 1;
    case ViewerThroughput.Part:
        return Settings.Read(args.AsSpan(2), ViewerThroughput.Usual) is { } part ? await ViewerThroughput.RunPartAsync(args[1], part) : 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(WholeRun).Assembly).Run(args);
        return 0;
}
