using System.Diagnostics;
using System.Runtime.Intrinsics;
using Simulation.Engine.Baselines;
using Simulation.Engine.Demography;
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

/// <summary>
/// One run: a population, the effects of a scenario, a seed and a horizon, simulated day by day. The day itself is
/// <see cref="DayLoop"/>, what living on adds to it <see cref="LivedYears"/>.
/// </summary>
public sealed partial class ModelRun : IModelRun
{
    /// <summary>
    /// Days simulated before the horizon, on the true calendar and without interventions: three windows of four weeks, so that
    /// a run that begins with the school year has six weeks of the term before behind it.
    /// </summary>
    public const int WarmUpDays = 84;

    private readonly RunOptions options;
    private readonly WorkerTeam team;
    private readonly Recorder recorder;
    private readonly Population firstPopulation;
    private readonly LivedYears lived;
    private readonly MinutesOfEach each = new();
    private readonly Action<DateOnly> weekDone;

    // The same days without effects: what is held back is seen of it.
    private readonly ModelRun? twin;
    private IReadOnlyList<Effect> given;
    private DayLoop loop;
    private bool warm;
    private DateOnly begun;

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
        given = effects;
        Lanes = options.Lanes > 0 ? options.Lanes : WidestLanes();
        team = new WorkerTeam(options.Workers);
        lived = new LivedYears(population);
        ParameterSet parameters = new(options.Parameters);
        RunState state = new(population, parameters, baseline.Shifted(parameters), options.Seed, options.Propensity, options.Workers);
        loop = new DayLoop(state, effects, team, Lanes, options.CheckWrites, null);
        recorder = new Recorder(population, loop.Schedule.Cells, loop.Schedule.Tallies);
        Year = new YearOfCounts(population);
        weekDone = Record;
        SetClock();
        twin = options.Held == Mechanism.None ? null : new ModelRun(population, [], options with { Held = Mechanism.None, CountsYear = false }, baseline);
        Hold();
    }

    /// <inheritdoc/>
    public DateOnly Today => State.Clock.Today;

    /// <inheritdoc/>
    public int DaysDone => State.Clock.DaysDone;

    /// <summary>Values that one vector operation works on.</summary>
    public int Lanes { get; }

    /// <inheritdoc/>
    public ICountSink? Sink { get; set; }

    /// <summary>The run's columns: for tests, calibration and live views, which must not change them. A turn of the year lays others.</summary>
    public RunState State => loop.State;

    /// <summary>What every process shares of the day just simulated.</summary>
    public DayContext Day => loop.Context;

    /// <summary>The schedule, a line a process.</summary>
    public IReadOnlyList<ProcessDescription> ScheduleLines => loop.Schedule.Lines;

    /// <inheritdoc/>
    public IReadOnlyList<(string Process, double Seconds)> Profile => loop.Clocks.Profile();

    /// <summary>Published figures beside what this run gave so far; for a baseline of a year or more.</summary>
    public IReadOnlyList<ValidationLine> Validate() => lived.Turned ? [.. lived.Lines()] : ValidationReport.Of(State, Year);

    /// <summary>The years that people have lived through so far, one a turn; empty when nobody ages.</summary>
    public IReadOnlyList<LivesYear> Years => lived.Years;

    /// <summary>What each resident did in the last year of the horizon; null before a week of it has ended.</summary>
    public ResidentYears? Each() => each.Result(State);

    internal YearOfCounts Year { get; }

    internal WeekCells Cells => loop.Schedule.Cells;

    internal WeekTallies Tallies => loop.Schedule.Tallies;

    /// <summary>Gives the sink a week once more that was counted before the state was saved; the state knows nothing of figures.</summary>
    /// <param name="date">Last day of the week.</param>
    /// <param name="tallies">Its counts, a stratum each, as the sink took them.</param>
    /// <param name="doses">Its doses; empty when none were counted.</param>
    /// <exception cref="ArgumentException">These are counts of another population.</exception>
    public void Recount(DateOnly date, ReadOnlySpan<Tally> tallies, ReadOnlySpan<int> doses) => Sink?.Record(recorder.Again(date, tallies, doses));

    /// <inheritdoc/>
    public void Step()
    {
        if (!warm)
        {
            throw new InvalidOperationException("Warm the run up before its first day.");
        }

        BeginDay();
        loop.Run(SchoolCalendar.Describe(Today), weekDone);
        State.Clock.DaysDone++;

        // A day behind: today's choices rest on what was done until yesterday.
        twin?.Step();
    }

    /// <summary>
    /// Goes on with other effects from <see cref="Today"/>: a lever was pulled while the run goes on. The run ends in the same
    /// bits as one that had <paramref name="effects"/> from the start, provided that they say the same about all days before.
    /// </summary>
    /// <param name="effects">All effects, those that go on unchanged among them.</param>
    /// <exception cref="InvalidOperationException">Rows have been laid anew since these effects were bound.</exception>
    public void ReplaceEffects(IReadOnlyList<Effect> effects)
    {
        if (lived.Turned)
        {
            throw new InvalidOperationException("Levers cannot be pulled after a turn of the year: the effects are of the first day's rows.");
        }

        given = effects;
        loop.Schedule.Interventions.Replace(effects, Today.DayNumber);
    }

    /// <inheritdoc/>
    public string StateHash() => State.StateHash();

    /// <inheritdoc/>
    public void Dispose()
    {
        twin?.Dispose();
        team.Dispose();
        Drop();
    }

    /// <summary>The schedule of a baseline run over <paramref name="population"/>, for printing.</summary>
    public static IReadOnlyList<ProcessDescription> DescribeSchedule(Population population)
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = 1 });
        return run.ScheduleLines;
    }

    // What is done to rows before anybody does anything: once a day.
    private void BeginDay()
    {
        if (begun == Today)
        {
            return;
        }

        begun = Today;
        twin?.BeginDay();
        if (options.Rebind is { } rebind && Today > State.Clock.LivesSince && SchoolYear.Begins(Today))
        {
            TurnYear(rebind);
        }

        lived.Bury(Today);
    }

    private void Hold()
    {
        if (twin is null)
        {
            return;
        }

        if (!State.Residents.Identity.Bytes().SequenceEqual(twin.State.Residents.Identity.Bytes()))
        {
            throw new InvalidOperationException("Rows were laid otherwise without the effects: what is held back cannot be seen of them.");
        }

        State.CompanySeen = options.Held.HasFlag(Mechanism.Company) ? twin.State : State;
        State.HabitSeen = options.Held.HasFlag(Mechanism.Habit) ? twin.State : State;
    }

    private void TurnYear(Func<Population, IReadOnlyList<Effect>> rebind)
    {
        long clock = Stopwatch.GetTimestamp();
        IReadOnlyList<Effect> effects = loop.Schedule.Interventions.Effects;
        if (!lived.Turned && effects.Count == 0)
        {
            lived.FirstYear = ValidationReport.Of(State, Year);
        }

        (TurnOfTheYear turn, RunState after, IReadOnlyList<Effect> carried) = lived.Turn(State, effects, rebind, team);
        each.Turn(turn.ResidentFrom);
        Lay(after, carried);
        loop.Schedule.Interventions.Replace(carried, Today.DayNumber);
        loop.Renew();
        lived.Ahead(State, team);
        lived.Years[^1].TurnSeconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
    }

    // Before the first day of the warm-up.
    private void SetClock() => (State.Clock.Today, State.Clock.LivesSince) = (options.Start.AddDays(-WarmUpDays), options.Start);

    private RunState StateOn(Population rows) => new(rows, State.Parameters, State.Baseline, State.Seed, State.Structure, options.Workers);

    // Goes on with other rows, and lets go of those so far.
    private void Lay(RunState rows, IReadOnlyList<Effect> effects)
    {
        DayLoop next = new(rows, effects, team, Lanes, options.CheckWrites, loop.Clocks);
        Drop();
        loop = next;
        recorder.Take(next.Schedule.Cells, next.Schedule.Tallies);
        Hold();
    }

    // The first population is the caller's; those whose rows were laid anew are the run's own.
    private void Drop()
    {
        Population population = State.Population;
        loop.Dispose();
        if (population != firstPopulation)
        {
            population.Dispose();
        }
    }

    private void Record(DateOnly date)
    {
        Sink?.Record(recorder.Record(date));
        if (MinutesOfEach.Counts(DaysDone, options.Days))
        {
            each.Add(State, loop.Context.WeekColumn, team);
        }

        if (options.CountsYear && !lived.Turned)
        {
            Year.Add(Cells, Tallies, State.Residents);
        }
    }

    private static int WidestLanes() =>
        Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;
}
