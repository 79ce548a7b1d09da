using BenchmarkDotNet.Running;
using Simulation.Benchmarks;

// `whole` measures a whole run beside the machine's own bounds, `viewer` what watching costs; anything else goes to
// BenchmarkDotNet (see README.md).
if (args.Length > 0 && args[0] == "whole")
{
    return WholeRun.Measure(args[1..]);
}

if (args.Length > 0 && args[0] == "viewer")
{
    return ViewerThroughput.Measure(args[1..]);
}

if (args.Length > 0 && args[0] == ViewerThroughput.Part)
{
    return await ViewerThroughput.RunPartAsync(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(WholeRun).Assembly).Run(args);
return 0;
