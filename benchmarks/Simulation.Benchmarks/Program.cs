using BenchmarkDotNet.Running;
using Simulation.Benchmarks;

// `whole` measures a whole run beside the machine's own bounds; anything else goes to BenchmarkDotNet (see README.md).
if (args.Length > 0 && args[0] == "whole")
{
    return WholeRun.Measure(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(WholeRun).Assembly).Run(args);
return 0;
