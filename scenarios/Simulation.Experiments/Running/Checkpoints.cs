using System.Globalization;
using Simulation.Engine.Files;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Running;
using Simulation.Results.RunFiles;
using Simulation.Results.Runs;

namespace Simulation.Experiments.Running;

/// <summary>
/// What lies beside a run file while its run goes on, so that the same command can go on after the process was killed at any
/// moment: a state every so often, and the counts of all weeks before it. Both go when the run file is whole.
/// </summary>
public sealed class Checkpoints : IDisposable
{
    private const string Suffix = ".checkpoint";

    private readonly int every;
    private readonly string state;
    private readonly string weeks;
    private readonly WeekLog log;

    private Checkpoints(string file, int every, WeekLog log) =>
        (state, weeks, this.every, this.log) = (StateOf(file), WeeksOf(file), every, log);

    /// <summary>Seconds that the days of the run have taken so far, in all processes that had a part in it.</summary>
    public double Seconds => log.Seconds;

    /// <summary>Begins a run, or takes up the one that was stopped.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="file">Its run file.</param>
    /// <param name="force">Whether a checkpoint that cannot be used may be replaced.</param>
    /// <param name="run">The run; warmed up or resumed when this returns.</param>
    /// <param name="sink">Where the counts go.</param>
    /// <param name="warmUp">Warms the run up.</param>
    /// <param name="reporter">Told when the run goes on.</param>
    /// <exception cref="ExperimentException">The checkpoint is of another run.</exception>
    /// <exception cref="SectionFileException">The checkpoint cannot be read.</exception>
    /// <exception cref="RunFileException">The weeks before it cannot be read or written.</exception>
    public static Checkpoints Begin(RunPlan plan, string file, bool force, ModelRun run, ICountSink sink, Action warmUp, IReporter reporter)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(warmUp);
        ArgumentNullException.ThrowIfNull(reporter);
        string key = Key(plan);
        run.Sink = sink;
        WeekLog? log = File.Exists(StateOf(file)) ? Resume(plan, file, force, key, run, sink, reporter) : null;
        if (log is null)
        {
            warmUp();
            File.Delete(StateOf(file));
            log = WeekLog.Create(WeeksOf(file), key, sink);
        }

        run.Sink = log;
        log.Start();
        return new Checkpoints(file, plan.CheckpointDays, log);
    }

    /// <summary>Keeps the state when it is time to; the weeks before it first, so that none is missing.</summary>
    public void Pass(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (run.DaysDone % every == 0)
        {
            log.Flush();
            run.Save(state);
        }
    }

    /// <summary>What a user should know whose run is stopped now; null when nothing is kept.</summary>
    public string? Stopped => File.Exists(state)
        ? string.Create(CultureInfo.InvariantCulture, $"Kept up to {StateFile.Describe(state).Today.AddDays(-1):yyyy-MM-dd} in {state}: the same command goes on from there.")
        : null;

    /// <summary>Removes what is needed no more: the run file is whole.</summary>
    public void Remove()
    {
        log.Dispose();
        try
        {
            // The state first: weeks without a state are begun anew, a state without its weeks would be complained of.
            File.Delete(state);
            File.Delete(weeks);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ExperimentException($"{state}: {FileFault.Writing(state, error)}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        log.Dispose();
        if (!File.Exists(state))
        {
            File.Delete(weeks);
        }
    }

    private static string StateOf(string file) => file + Suffix;

    private static string WeeksOf(string file) => file + Suffix + "-weeks";

    private static WeekLog? Resume(RunPlan plan, string file, bool force, string key, ModelRun run, ICountSink sink, IReporter reporter)
    {
        string state = StateOf(file);
        try
        {
            if (!WeekLog.IsOf(WeeksOf(file), key))
            {
                throw new ExperimentException(
                    $"{state}: this checkpoint is of another run (scenario, days, seed, residents or model differ); give the same command again, choose another name with --out, or begin anew with --force.");
            }

            run.Resume(state);
        }
        catch (SectionFileException error) when (!force)
        {
            throw new ExperimentException($"{error.Message} Or begin the run anew with --force.");
        }
        catch (Exception error) when (force && error is (ExperimentException or SectionFileException or RunFileException))
        {
            reporter.Say($"The checkpoint cannot be used, and the run begins anew. {error.Message}");
            return null;
        }

        WeekLog log = WeekLog.Reopen(WeeksOf(file), key, Weeks(plan.Horizon.Start, run.Today), sink, (date, tallies, doses) => run.Recount(date, tallies, doses));
        reporter.Say(string.Create(CultureInfo.InvariantCulture, $"Going on from {run.Today:yyyy-MM-dd}, where {state} was kept."));
        return log;
    }

    // The Sundays before the day that is simulated next.
    private static List<DateOnly> Weeks(DateOnly start, DateOnly today)
    {
        List<DateOnly> weeks = [];
        for (DateOnly day = start; day < today; day = day.AddDays(1))
        {
            if (day.DayOfWeek == DayOfWeek.Sunday)
            {
                weeks.Add(day);
            }
        }

        return weeks;
    }

    private static string Key(RunPlan plan) => string.Join('\n', [
        BuildIdentity.Current.Model,
        plan.Population.Population.Description.Hash,
        plan.Scenario.Scenario.Hash,
        ParametersHash.Of(plan.Scenario.Scenario.ParameterOverrides),
        string.Create(CultureInfo.InvariantCulture, $"{plan.Seed} {plan.Draw} {plan.Horizon.Start:yyyy-MM-dd} {plan.Horizon.Days}"),
        plan.From is { } from ? StateFile.Describe(from).ToString() : "warm-up",
    ]);
}
