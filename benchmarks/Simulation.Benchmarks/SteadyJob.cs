using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Simulation.Benchmarks;

/// <summary>
/// A short job in this process, which compiles loops fully at the first call as the programs do (Directory.Build.props).
/// </summary>
internal sealed class SteadyJob : ManualConfig
{
    public SteadyJob() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
}
