using Simulation.Engine.Calibration;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Sweeps;

/// <summary>What one machine does, measured.</summary>
/// <param name="ResidentDaysPerSecond">Residents × days simulated in a second.</param>
/// <param name="BytesPerResident">Memory of a run, by resident.</param>
/// <param name="FixedBytes">Memory of a run besides.</param>
/// <param name="RunFileBytesPerWeek">Bytes that a run file grows by in a week of the horizon.</param>
/// <param name="WarmUpDays">Days simulated before the horizon.</param>
public sealed record MachineRate(
    double ResidentDaysPerSecond, double BytesPerResident, double FixedBytes, double RunFileBytesPerWeek, int WarmUpDays);

/// <summary>What a study will take.</summary>
/// <param name="Runs">Runs of the scenario and its variations, in order.</param>
/// <param name="BaselineRuns">Runs of the baseline that pair with them: one for each seed and world.</param>
/// <param name="Residents">Residents of each run.</param>
/// <param name="Days">Days of each run, warm-up not counted.</param>
/// <param name="Seconds">Time for all, one after another.</param>
/// <param name="MemoryBytes">Memory of one run.</param>
/// <param name="DiskBytes">Run files of all.</param>
/// <param name="Diagnostics">Errors of combinations that cannot be read.</param>
public sealed record StudyPlan(
    IReadOnlyList<PlannedRun> Runs, int BaselineRuns, long Residents, int Days, double Seconds, long MemoryBytes, long DiskBytes, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Counts what a study takes before it is started.</summary>
public static class ScenarioPlanner
{
    /// <summary>Residents when the scenario names no number: the integrated care system's own.</summary>
    public const int DefaultResidents = 2_700_000;

    /// <summary>The plan of <paramref name="scenario"/> on a machine of <paramref name="rate"/>.</summary>
    public static StudyPlan Plan(Scenario scenario, MachineRate rate)
    {
        (IReadOnlyList<PlannedRun> runs, IReadOnlyList<Diagnostic> diagnostics) = SweepExpander.Expand(scenario);
        int baselines = runs.Select(r => (r.Baseline.Hash, r.Seed)).Distinct().Count();
        double seconds = 0;
        long disk = 0;
        long memory = 0;
        foreach (PlannedRun run in runs)
        {
            long residents = run.Scenario.Residents ?? DefaultResidents;
            seconds += Seconds(run.Scenario, rate);
            disk += (long)(rate.RunFileBytesPerWeek * ((run.Scenario.Days / 7) + 1));
            memory = Math.Max(memory, (long)(rate.FixedBytes + (rate.BytesPerResident * residents)));
        }

        if (runs.Count > 0)
        {
            seconds += baselines * seconds / runs.Count;
            disk += baselines * disk / runs.Count;
        }

        // Each draw's baseline is solved on a sample, and so are the central values that it is held to.
        if (scenario.Draws > 0)
        {
            int worlds = runs.Select(r => r.Baseline.Hash).Distinct().Count();
            double sample = Math.Min(scenario.Residents ?? DefaultResidents, DrawSolver.SampleResidents);
            seconds += worlds * ((scenario.Draws * DrawSolver.UsualRounds) + 1) * sample * (DrawSolver.Days + rate.WarmUpDays) / rate.ResidentDaysPerSecond;
        }

        return new StudyPlan(runs, baselines, scenario.Residents ?? DefaultResidents, scenario.Days, seconds, memory, disk, diagnostics);
    }

    private static double Seconds(Scenario scenario, MachineRate rate) =>
        (scenario.Residents ?? DefaultResidents) * (double)(scenario.Days + rate.WarmUpDays) / rate.ResidentDaysPerSecond;
}
