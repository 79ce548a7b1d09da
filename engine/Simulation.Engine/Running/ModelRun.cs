using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Baselines;
using Simulation.Engine.Demography;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Populations.Files;
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

    // The school year begins, and everybody is a year older.
    private const int SchoolYearMonth = 9;

    // Looking at the clock costs as much as ten residents: every so many neighbourhoods, another each day, stand for all.
    private const int Clocked = 17;

    private readonly RunOptions options;
    private readonly WorkerTeam team;
    private readonly Recorder recorder;
    private readonly long[][] ticks;
    private readonly long[] serialTicks;
    private readonly Action<int, int> block;
    private readonly Population firstPopulation;
    private readonly List<LivesYear> years = [];
    private readonly MinutesOfEach each = new();
    private RunState state;
    private BlockScratch[] scratches;
    private Schedule schedule;
    private DayContext context;
    private IBlockProcess[] processes;
    private HotColumns columns;
    private WriteGuard[]? guards;
    private LifeTables? tables;
    private DeathCalendar? deaths;
    private IReadOnlyList<ValidationLine>? firstYear;
    private bool warm;

    /// <summary>Allocates a run's columns; nothing is simulated yet.</summary>
    /// <param name="population">Who lives where; not changed, and not disposed by the run.</param>
    /// <param name="effects">What the interventions do; empty for a baseline.</param>
    /// <param name="options">Seed, horizon, workers.</param>
    public ModelRun(Population population, IReadOnlyList<Effect> effects, RunOptions options)
        : this(population, effects, options, Baseline.Of(options.Propensity))
    {
    }

    /// <summary>A run on another solved baseline: for calibration.</summary>
    internal ModelRun(Population population, IReadOnlyList<Effect> effects, RunOptions options, Baseline baseline)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Days);
        this.options = options;
        firstPopulation = population;
        Lanes = options.Lanes > 0 ? options.Lanes : WidestLanes();
        team = new WorkerTeam(options.Workers);
        block = RunBlock;
        Lay(new RunState(population, new ParameterSet(options.Parameters), baseline, options.Seed, options.Propensity, options.Workers), effects);
        recorder = new Recorder(population, schedule.Cells, schedule.Tallies);
        Year = new YearOfCounts(population);
        ticks = [.. scratches.Select(_ => new long[schedule.Day.Count + CacheLine])];
        serialTicks = new long[schedule.Dawn.Count + schedule.Dusk.Count + 1];
        state.Clock.Today = options.Start.AddDays(-WarmUpDays);
    }

    /// <inheritdoc/>
    public DateOnly Today => state.Clock.Today;

    /// <inheritdoc/>
    public int DaysDone => state.Clock.DaysDone;

    /// <summary>Values that one vector operation works on.</summary>
    public int Lanes { get; }

    /// <inheritdoc/>
    public ICountSink? Sink { get; set; }

    /// <summary>The run's columns: for tests, calibration and live views, which must not change them.</summary>
    public RunState State => state;

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
    public IReadOnlyList<ValidationLine> Validate() =>
        years.Count == 0 ? ValidationReport.Of(state, Year) : [.. firstYear ?? [], .. LivesReport.Of(firstPopulation, tables!.Mortality, years)];

    /// <summary>The years that people have lived through so far, one a turn; empty when nobody ages.</summary>
    public IReadOnlyList<LivesYear> Years => years;

    /// <summary>What each resident did in the last year of the horizon; null before a week of it has ended.</summary>
    public ResidentYears? Each() => each.Result(state);

    internal YearOfCounts Year { get; }

    internal WeekCells Cells => schedule.Cells;

    internal WeekTallies Tallies => schedule.Tallies;

    /// <inheritdoc/>
    public void WarmUp(IProgress<int>? progress, CancellationToken cancellation) => WarmUp(progress, null, cancellation);

    /// <summary>
    /// The same with a file that keeps the warm state. It is the same for every scenario of one model, population, seed, first
    /// day and set of parameters (<see cref="WarmKey"/>): what is there is taken, what is not is made and kept.
    /// </summary>
    /// <param name="progress">Told the number of warm-up days done after each.</param>
    /// <param name="kept">The file; one that cannot be read or written costs the warm-up and nothing else.</param>
    /// <param name="cancellation">Stops between two days.</param>
    public void WarmUp(IProgress<int>? progress, string? kept, CancellationToken cancellation)
    {
        if (warm)
        {
            throw new InvalidOperationException("The run is warm already.");
        }

        if (kept is null || !TakeWarm(kept))
        {
            Settle(progress, cancellation);
            KeepWarm(kept);
        }

        Begin(EffectHistory.Nothing);
    }

    /// <summary>Tells apart warm states that differ: by model, population, seed, first day and parameters; 64 hexadecimal digits.</summary>
    public string WarmKey => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Describe() with { Today = options.Start, DaysDone = 0, History = string.Empty } + string.Empty)));

    /// <summary>Makes this run what another is now, but for the effects: a fork. Both then go on with the same luck.</summary>
    /// <param name="other">A run of the same population, seed and parameters that has been warmed up.</param>
    /// <exception cref="ArgumentException">The runs differ in more than effects, or the effects differ about the past.</exception>
    public void StartFrom(ModelRun other)
    {
        ArgumentNullException.ThrowIfNull(other);
        StateDescription mine = Describe();
        StateDescription theirs = other.Describe();
        if (!other.warm || theirs.ProblemFor(mine) is not null)
        {
            throw new ArgumentException("The other run has other residents, luck or parameters, or has not been warmed up.", nameof(other));
        }

        if (years.Count > 0 || other.years.Count > 0)
        {
            throw new ArgumentException("Rows have been laid anew since the run's first day: begin from a run that has not come to its first turn of the year.", nameof(other));
        }

        other.state.CopyTo(state);
        TakeObserved(other.Observed());
        if (!Begin(theirs.History))
        {
            throw new ArgumentException("The interventions of the two runs differ about days that have passed.", nameof(other));
        }
    }

    /// <summary>Writes all that changes to a file from which this run, or another scenario, can go on to the same bits.</summary>
    /// <param name="path">The file; an existing one is replaced when the new one is whole.</param>
    /// <exception cref="StateFileException">It cannot be written there.</exception>
    public void Save(string path)
    {
        if (years.Count > 0)
        {
            throw new StateFileException(path, "a state cannot be kept after people have grown a year older, because its residents are in no population file; end the run before its first 1 September, or say `structure: { people: frozen }`.");
        }

        StateFile.Write(path, Describe(), state, Observed());
    }

    /// <summary>Takes the place of the warm-up: goes on from a saved state of this very run.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">The file is damaged, or of another run.</exception>
    public void Resume(string path)
    {
        Take(path, saved => Agree(path, saved, saved.Start, options.Start, "first day"));
    }

    /// <summary>Gives the sink a week once more that was counted before the state was saved; the state knows nothing of figures.</summary>
    /// <param name="date">Last day of the week.</param>
    /// <param name="tallies">Its counts, a stratum each, as the sink took them.</param>
    /// <param name="doses">Its doses; empty when none were counted.</param>
    /// <exception cref="ArgumentException">These are counts of another population.</exception>
    public void Recount(DateOnly date, ReadOnlySpan<Tally> tallies, ReadOnlySpan<int> doses) => Sink?.Record(recorder.Again(date, tallies, doses));

    /// <summary>Takes the place of the warm-up: begins on the first day of the horizon from a saved state of that day.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">The file is damaged, of another day, or interventions of another scenario had begun.</exception>
    public void Branch(string path)
    {
        Take(path, saved => Agree(path, saved, saved.Today, options.Start, "day"));
        state.Clock.DaysDone = 0;
        each.Clear();
        Year.Take(new YearOfCounts(state.Population).ToNumbers());
    }

    private double[] Observed() => [.. each.ToNumbers(), .. Year.ToNumbers()];

    private void TakeObserved(ReadOnlySpan<double> numbers) => Year.Take(each.Take(numbers));

    private void Take(string path, Action<StateDescription> check)
    {
        if (warm)
        {
            throw new InvalidOperationException("The run is warm already.");
        }

        string history = string.Empty;
        TakeObserved(StateFile.Read(
            path,
            saved =>
            {
                check(saved);
                history = saved.History;
            },
            state));
        if (!Begin(history))
        {
            state.Clear();
            throw new StateFileException(path, "interventions of another scenario had begun when the state was saved; begin from a state of the baseline, or of the same scenario.");
        }
    }

    private void Agree(string path, StateDescription saved, DateOnly theirs, DateOnly mine, string what)
    {
        string? problem = saved.ProblemFor(Describe())
            ?? (theirs != mine ? string.Create(CultureInfo.InvariantCulture, $"its {what} is {theirs:yyyy-MM-dd}, and the run begins on {mine:yyyy-MM-dd}; let the run begin on that day.") : null);
        if (problem is not null)
        {
            throw new StateFileException(path, problem);
        }
    }

    private StateDescription Describe() => new(
        BuildIdentity.Current.Model,
        state.Population.Description.Hash,
        options.Seed,
        StateDescription.ParametersOf(options),
        options.Start,
        Today,
        DaysDone,
        state.Clock.Active ? EffectHistory.Before(schedule.Interventions.Effects, Today.DayNumber) : EffectHistory.Nothing);

    private bool TakeWarm(string kept)
    {
        try
        {
            StateFile.Read(kept, saved => Agree(kept, saved, saved.Today, options.Start, "day"), state);
            return true;
        }
        catch (StateFileException)
        {
            state.Clock.Today = options.Start.AddDays(-WarmUpDays);
            return false;
        }
    }

    private void KeepWarm(string? kept)
    {
        try
        {
            if (kept is not null)
            {
                Save(kept);
            }
        }
        catch (StateFileException)
        {
            // A cache that cannot be written costs the next run its warm-up, and this one nothing.
        }
    }

    // Lets the effects act from today on; false when what they did before differs from what happened.
    private bool Begin(string history)
    {
        int today = Today.DayNumber;
        bool same = history == EffectHistory.Before(schedule.Interventions.Effects, today);
        if (!same && history != EffectHistory.Nothing)
        {
            return false;
        }

        if (state.Clock.Active && same)
        {
            schedule.Interventions.Replace(schedule.Interventions.Effects, today);
        }
        else
        {
            schedule.Interventions.Activate(today);
        }

        warm = true;
        return true;
    }

    // The days before the horizon, without interventions.
    private void Settle(IProgress<int>? progress, CancellationToken cancellation)
    {
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
    }

    /// <inheritdoc/>
    public void Step()
    {
        if (!warm)
        {
            throw new InvalidOperationException("Warm the run up before its first day.");
        }

        if (options.Rebind is not null && DaysDone > 0 && Today is { Month: SchoolYearMonth, Day: 1 })
        {
            TurnYear(options.Rebind);
        }

        deaths?.Bury(Today);
        Simulate(SchoolCalendar.Describe(Today), record: true);
        state.Clock.DaysDone++;
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
        if (years.Count > 0)
        {
            state.Population.Dispose();
        }
    }

    /// <summary>The schedule of a baseline run over <paramref name="population"/>, for printing.</summary>
    public static IReadOnlyList<ProcessDescription> DescribeSchedule(Population population)
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = 1 });
        return run.ScheduleLines;
    }

    // Sets up everything that stands on a layout of rows.
    [MemberNotNull(nameof(state), nameof(scratches), nameof(schedule), nameof(context), nameof(processes), nameof(columns))]
    private void Lay(RunState rows, IReadOnlyList<Effect> effects)
    {
        state = rows;
        scratches = [.. state.Tallies.Select(tally => new BlockScratch(state.Population, tally))];
        schedule = Schedule.Create(state, effects, scratches, Lanes);
        context = new DayContext(state);
        processes = [.. schedule.Day];
        columns = new HotColumns(state);
        guards = options.CheckWrites ? [.. scratches.Select(_ => new WriteGuard(state))] : null;
    }

    private void TurnYear(Func<Population, IReadOnlyList<Effect>> rebind)
    {
        long clock = Stopwatch.GetTimestamp();
        if (years.Count == 0 && schedule.Interventions.Effects.Count == 0)
        {
            firstYear = ValidationReport.Of(state, Year);
        }

        tables ??= LifeTables.Of(firstPopulation, team);
        RunState before = state;
        DateOnly from = years.Count == 0 ? options.Start : years[^1].To;
        LivesYear year = LivesYear.Of(from, Today, state.Population.Places.Count);
        LifeCourse course = new(state, tables, from, Today);
        TurnOfTheYear turn = TurnOfTheYear.Make(state, course, year, team);
        IReadOnlyList<Effect> effects = schedule.Interventions.Effects is { Count: > 0 } old
            ? CarriedEffects.Of(old, rebind(turn.Population), turn, before.Population, Today.DayNumber) : [];

        RunState after = new(turn.Population, before.Parameters, before.Baseline, before.Seed, before.Structure, options.Workers);
        turn.Carry(before, after, team);
        each.Turn(turn.ResidentFrom);
        turn.Finish(before, after, team);
        Array.ForEach(scratches, scratch => scratch.Dispose());
        schedule.Cells.Dispose();
        Lay(after, effects);
        recorder.Take(schedule.Cells, schedule.Tallies);
        schedule.Interventions.Replace(effects, Today.DayNumber);
        schedule.Streets.Run(context);
        Initialisation initialisation = new(after);
        team.Run(after.Population.Neighbourhoods.Count, (worker, n) =>
        {
            initialisation.Derive(n);
            schedule.Renew(n, scratches[worker]);
        });

        deaths = new DeathCalendar(after, new LifeCourse(after, tables, Today, Today.AddYears(1)), Today, turn.WorkDays, team);
        before.Dispose();
        if (years.Count > 0)
        {
            before.Population.Dispose();
        }

        year.TurnSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        years.Add(year);
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
                if (MinutesOfEach.Counts(DaysDone, options.Days))
                {
                    each.Add(state, context.WeekColumn, team);
                }

                if (options.CountsYear && years.Count == 0)
                {
                    Year.Add(schedule.Cells, schedule.Tallies, state.Residents);
                }
            }

            Lap(ref serialTicks[^1], clock);
        }

        state.Clock.Today = day.Date.AddDays(1);
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
