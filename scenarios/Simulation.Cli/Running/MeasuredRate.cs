using Simulation.Engine.Running;
using Simulation.Results.Runs;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Running;

/// <summary>How fast and how large a run on this machine was.</summary>
/// <param name="Residents">Residents of the run.</param>
/// <param name="Days">Days of its horizon.</param>
/// <param name="Workers">Threads.</param>
/// <param name="Engine">Released version of the program: its speed, unlike its results, hardly changes from build to build.</param>
/// <param name="ResidentDaysPerSecond">Residents × days in a second, warm-up left out.</param>
/// <param name="BytesPerResident">Memory by resident.</param>
/// <param name="FixedBytes">Memory besides.</param>
/// <param name="FileBytesPerWeek">Growth of the run file in a week.</param>
internal sealed record MeasuredRate(
    int Residents, int Days, int Workers, string Engine, double ResidentDaysPerSecond, double BytesPerResident, double FixedBytes, double FileBytesPerWeek)
{
    /// <summary>The rate of a run that has ended.</summary>
    /// <param name="run">Its manifest.</param>
    /// <param name="fileBytes">Length of its run file.</param>
    /// <param name="bytesPerResident">Memory by resident; when null, all of the process at its largest.</param>
    /// <param name="fixedBytes">Memory besides.</param>
    public static MeasuredRate Of(RunManifest run, long fileBytes, double? bytesPerResident = null, double fixedBytes = 0) => new(
        run.Residents,
        run.Days,
        run.Workers,
        run.Build.Version,
        run.ResidentDaysPerSecond,
        bytesPerResident ?? (double)run.PeakMemoryBytes / run.Residents,
        fixedBytes,
        fileBytes / ((run.Days / 7) + 1.0));

    /// <summary>The rate as plans are made with it.</summary>
    public MachineRate ForPlanning() => new(ResidentDaysPerSecond, BytesPerResident, FixedBytes, FileBytesPerWeek, ModelRun.WarmUpDays);
}
