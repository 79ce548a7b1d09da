using System.Diagnostics;
using System.Runtime.Intrinsics;
using Simulation.Engine.Calibration;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;
using Simulation.Engine.Time;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Running;

/// <summary>One run: a population, the effects of a scenario, a seed and a horizon, simulated day by day.</summary>
public sealed class ModelRun : IModelRun
{
    /// <summary>
    /// Days simulated before the horizon, on the true calendar and without interventions: three windows of four weeks, so that
    /// a run that begins with the school year has six weeks of the term before behind it.
    /// </summary>
    public const int WarmUpDays = 84;

    // Longs left free after each worker's clocks, so that no two workers write to one cache line.
    private const int CacheLine = 8;

    // Looking at the clock costs as much as ten residents: every so many neighbourhoods, another each day, stand for all.
    private const int Clocked = 17;

    private readonly RunOptions options;
    private readonly ModelState state;
    private readonly BlockScratch[] scratches;
    private readonly WorkerTeam team;
    private readonly Schedule schedule;
    private readonly Recorder recorder;
    private readonly DayContext context;
    private readonly long[][] ticks;
    private readonly long[] serialTicks;
    private readonly Action<int, int> block;
    private readonly IBlockProcess[] processes;
    private readonly HotColumns columns;
    private readonly WriteGuard[]? guards;
    private bool warm;

    /// <summary>Allocates a run's columns; nothing is simulated yet.</summary>
    /// <param name="population">Who lives where; not changed, and not disposed by the run.</param>
    /// <param name="effects">What the interventions do; empty for a baseline.</param>
    /// <param name="options">Seed, horizon, workers.</param>
    public ModelRun(Population population, IReadOnlyList<Effect> effects, RunOptions options)
        : this(population, effects, options, Baseline.Default)
    {
    }

    /// <summary>A run on another solved baseline: for calibration.</summary>
    internal ModelRun(Population population, IReadOnlyList<Effect> effects, RunOptions options, Baseline baseline)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Days);
        this.options = options;
        state = new ModelState(population, new ParameterSet(options.Parameters), baseline, options.Seed);
        scratches = [.. Enumerable.Range(0, options.Workers).Select(_ => new BlockScratch(population))];
        team = new WorkerTeam(options.Workers);
        Lanes = options.Lanes > 0 ? options.Lanes : WidestLanes();
        schedule = Schedule.Create(state, effects, scratches, Lanes);
        recorder = new Recorder(population, schedule.Cells, schedule.Tallies);
        context = new DayContext(state);
        Year = new YearOfCounts(population);
        ticks = [.. scratches.Select(_ => new long[schedule.Day.Count + CacheLine])];
        serialTicks = new long[schedule.Dawn.Count + schedule.Dusk.Count + 1];
        block = RunBlock;
        processes = [.. schedule.Day];
        columns = new HotColumns(state);
        guards = options.CheckWrites ? [.. scratches.Select(_ => new WriteGuard(state))] : null;
        Today = options.Start.AddDays(-WarmUpDays);
    }

    /// <inheritdoc/>
    public DateOnly Today { get; private set; }

    /// <inheritdoc/>
    public int DaysDone { get; private set; }

    /// <summary>Values that one vector operation works on.</summary>
    public int Lanes { get; }

    /// <inheritdoc/>
    public ICountSink? Sink { get; set; }

    /// <summary>The run's columns: for tests, calibration and live views, which must not change them.</summary>
    public ModelState State => state;

    /// <summary>What every process shares of the day just simulated.</summary>
    public DayContext Day => context;

    /// <summary>The schedule, a line a process.</summary>
    public IReadOnlyList<ProcessDescription> ScheduleLines => schedule.Lines;

    /// <inheritdoc/>
    public IReadOnlyList<(string Process, double Seconds)> Profile
    {
        get
        {
            List<(string, double)> lines = [];
            for (int i = 0; i < schedule.Dawn.Count; i++)
            {
                lines.Add((schedule.Dawn[i].Description.Name, Seconds(serialTicks[i])));
            }

            for (int i = 0; i < schedule.Day.Count; i++)
            {
                int process = i;
                lines.Add((schedule.Day[i].Description.Name, Seconds(Clocked * ticks.Sum(worker => worker[process]))));
            }

            for (int i = 0; i < schedule.Dusk.Count; i++)
            {
                lines.Add((schedule.Dusk[i].Description.Name, Seconds(serialTicks[schedule.Dawn.Count + i])));
            }

            lines.Add(("Recording", Seconds(serialTicks[^1])));
            return lines;
        }
    }

    /// <summary>Published figures beside what this run gave so far; for a baseline of a year or more.</summary>
    public IReadOnlyList<ValidationLine> Validate() => ValidationReport.Of(state, Year);

    internal YearOfCounts Year { get; }

    internal WeekCells Cells => schedule.Cells;

    internal WeekTallies Tallies => schedule.Tallies;

    /// <inheritdoc/>
    public void WarmUp(IProgress<int>? progress, CancellationToken cancellation)
    {
        if (warm)
        {
            throw new InvalidOperationException("The run is warm already.");
        }

        Initialisation initialisation = new(state);
        initialisation.Lay();
        schedule.Streets.Run(context);
        team.Run(state.Population.Neighbourhoods.Count, (worker, n) =>
        {
            initialisation.Run(n);
            schedule.Settle(n, scratches[worker]);
        });
        int schoolDays = Enumerable.Range(0, WarmUpDays).Count(day => SchoolCalendar.Describe(Today.AddDays(day)).SchoolDay);
        int settled = schoolDays / 2;
        for (int day = 0; day < WarmUpDays; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            DayInfo info = SchoolCalendar.Describe(Today);
            Simulate(info, record: false);
            if (info.SchoolDay && --settled == 0)
            {
                schedule.Gate.Measure(keep: false);
            }

            progress?.Report(day + 1);
        }

        schedule.Gate.Measure(keep: true);
        // The first week of the horizon counts from its first day.
        schedule.Tallies.Reset();
        state.Pupils.WeekModes.Values.Clear();
        state.Workers.WeekModes.Values.Clear();
        schedule.Interventions.Activate(Today.DayNumber);
        warm = true;
    }

    /// <inheritdoc/>
    public void Step()
    {
        if (!warm)
        {
            throw new InvalidOperationException("Warm the run up before its first day.");
        }

        Simulate(SchoolCalendar.Describe(Today), record: true);
        DaysDone++;
    }

    /// <summary>
    /// Goes on with other effects from <see cref="Today"/>: a lever was pulled while the run goes on. The run ends in the same
    /// bits as one that had <paramref name="effects"/> from the start, provided that they say the same about all days before.
    /// </summary>
    /// <param name="effects">All effects, those that go on unchanged among them.</param>
    public void ReplaceEffects(IReadOnlyList<Effect> effects) => schedule.Interventions.Replace(effects, Today.DayNumber);

    /// <inheritdoc/>
    public string StateHash() => State.StateHash();

    /// <inheritdoc/>
    public void Dispose()
    {
        team.Dispose();
        Array.ForEach(scratches, scratch => scratch.Dispose());
        schedule.Cells.Dispose();
        state.Dispose();
    }

    /// <summary>The schedule of a baseline run over <paramref name="population"/>, for printing.</summary>
    public static IReadOnlyList<ProcessDescription> DescribeSchedule(Population population)
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = 1 });
        return run.ScheduleLines;
    }

    private static int WidestLanes() =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    private static double Seconds(long ticks) => ticks / (double)Stopwatch.Frequency;

    private void Simulate(DayInfo day, bool record)
    {
        context.Begin(day);
        if (day.Weekday == 0)
        {
            schedule.Tallies.Reset();
        }

        long clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < schedule.Dawn.Count; i++)
        {
            Run(schedule.Dawn[i]);
            clock = Lap(ref serialTicks[i], clock);
        }

        team.Run(state.Population.Neighbourhoods.Count, block);
        clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < schedule.Dusk.Count; i++)
        {
            Run(schedule.Dusk[i]);
            clock = Lap(ref serialTicks[schedule.Dawn.Count + i], clock);
        }

        if (context.LastOfWeek)
        {
            schedule.Cells.Gather();
            if (record)
            {
                Sink?.Record(recorder.Record(day.Date));
                Year.Add(this);
            }

            Lap(ref serialTicks[^1], clock);
        }

        Today = day.Date.AddDays(1);
    }

    private void Run(IDayProcess process)
    {
        if (guards is null)
        {
            process.Run(context);
        }
        else
        {
            guards[0].Run(process, context);
        }
    }

    private void RunBlock(int worker, int neighbourhood)
    {
        BlockScratch scratch = scratches[worker];
        if (neighbourhood + 1 < state.Population.Neighbourhoods.Count)
        {
            columns.Fetch(context, neighbourhood + 1);
        }

        if (guards is not null)
        {
            foreach (IBlockProcess process in processes)
            {
                guards[worker].Run(process, context, neighbourhood, scratch);
            }

            return;
        }

        if ((neighbourhood + Today.DayNumber) % Clocked != 0)
        {
            foreach (IBlockProcess process in processes)
            {
                process.Run(context, neighbourhood, scratch);
            }

            return;
        }

        long[] mine = ticks[worker];
        long clock = Stopwatch.GetTimestamp();
        for (int i = 0; i < processes.Length; i++)
        {
            processes[i].Run(context, neighbourhood, scratch);
            clock = Lap(ref mine[i], clock);
        }
    }

    private static long Lap(ref long total, long since)
    {
        long now = Stopwatch.GetTimestamp();
        total += now - since;
        return now;
    }
}
