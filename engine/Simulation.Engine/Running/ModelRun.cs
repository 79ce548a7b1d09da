using System.Diagnostics;
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

/// <summary>
/// One run: a population, the effects of a scenario, a seed and a horizon, simulated day by day. The day itself is
/// <see cref="DayLoop"/>, what living on adds to it <see cref="LivedYears"/>.
/// </summary>
public sealed class ModelRun : IModelRun
{
    /// <summary>
    /// Days simulated before the horizon, on the true calendar and without interventions: three windows of four weeks, so that
    /// a run that begins with the school year has six weeks of the term before behind it.
    /// </summary>
    public const int WarmUpDays = 84;

    // The school year begins, and everybody is a year older.
    private const int SchoolYearMonth = 9;

    private readonly RunOptions options;
    private readonly WorkerTeam team;
    private readonly Recorder recorder;
    private readonly Population firstPopulation;
    private readonly LivedYears lived;
    private readonly MinutesOfEach each = new();
    private readonly Action<DateOnly> weekDone;
    private IReadOnlyList<Effect> given;
    private DayLoop loop;
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
        RefuseWarm();
        if (kept is null || !TakeWarm(kept))
        {
            Settle(progress, cancellation);
            KeepWarm(kept);
        }

        Begin(EffectHistory.Before(given, Today.DayNumber) == EffectHistory.Nothing);
    }

    /// <summary>Tells apart warm states that differ: by model, population, seed, first day and parameters; 64 hexadecimal digits.</summary>
    public string WarmKey => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Describe() with { Today = options.Start, DaysDone = 0, History = string.Empty } + string.Empty)));

    /// <summary>Makes this run what another is now, but for the effects: a fork. Both then go on with the same luck.</summary>
    /// <param name="other">A run of the same population, seed and parameters that has been warmed up.</param>
    /// <exception cref="ArgumentException">The runs differ in more than effects, or the effects differ about the past.</exception>
    public void StartFrom(ModelRun other)
    {
        ArgumentNullException.ThrowIfNull(other);
        StateDescription theirs = other.Describe();
        if (!other.warm || theirs.ProblemFor(Describe()) is not null)
        {
            throw new ArgumentException("The other run has other residents, luck or parameters, or has not been warmed up.", nameof(other));
        }

        if (!other.lived.Turned)
        {
            if (PastOf(theirs.History, theirs.Today) is not { } same)
            {
                throw OtherPast(nameof(other));
            }

            other.State.CopyTo(State);
            TakeObserved(other);
            Begin(same);
            return;
        }

        Population copy = other.State.Population.Copy(out Column<byte> workDays);
        if (EffectsOn(copy, theirs, other.loop.Schedule.Interventions.Effects, other.Plan) is not var (effects, agrees))
        {
            copy.Dispose();
            throw OtherPast(nameof(other));
        }

        RunState laid = StateOn(copy);
        other.State.CopyTo(laid);
        lived.Take(other.lived.Years, other.lived.FirstYear, other.lived.Turns, workDays);
        Lay(laid, effects);
        lived.Ahead(State, team);
        TakeObserved(other);
        Begin(agrees);
    }

    /// <summary>Writes all that changes to a file from which this run, or another scenario, can go on to the same bits.</summary>
    /// <param name="path">The file; an existing one is replaced when the new one is whole.</param>
    /// <exception cref="StateFileException">It cannot be written there.</exception>
    public void Save(string path) => StateFile.Write(
        path, Describe(), State, Observed(),
        lived.Turned ? new RowsAnew(State.Population, loop.Schedule.Interventions.Effects, Plan, lived.Years, lived.FirstYear, lived.Turns) : null);

    /// <summary>Takes the place of the warm-up: goes on from a saved state of this very run.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">The file is damaged, or of another run.</exception>
    public void Resume(string path) => Take(path, saved => Agree(path, saved, saved.Start, options.Start, "first day"), goesOn: true);

    /// <summary>Gives the sink a week once more that was counted before the state was saved; the state knows nothing of figures.</summary>
    /// <param name="date">Last day of the week.</param>
    /// <param name="tallies">Its counts, a stratum each, as the sink took them.</param>
    /// <param name="doses">Its doses; empty when none were counted.</param>
    /// <exception cref="ArgumentException">These are counts of another population.</exception>
    public void Recount(DateOnly date, ReadOnlySpan<Tally> tallies, ReadOnlySpan<int> doses) => Sink?.Record(recorder.Again(date, tallies, doses));

    /// <summary>
    /// Takes the place of the warm-up: begins on the first day of the horizon from a saved state of that day. Once people have
    /// grown a year older in it, a scenario none of whose interventions had begun is brought to the residents of that day.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">The file is damaged, of another day, or interventions of another scenario had begun.</exception>
    public void Branch(string path)
    {
        Take(path, saved => Agree(path, saved, saved.Today, options.Start, "day"), goesOn: false);
        State.Clock.DaysDone = 0;
    }

    private double[] Observed() => [.. each.ToNumbers(), .. Year.ToNumbers()];

    private void TakeObserved(ReadOnlySpan<double> numbers) => Year.Take(each.Take(numbers));

    private void TakeObserved(ModelRun other)
    {
        each.Take(other.each);
        Year.Take(other.Year.ToNumbers());
    }

    // All effects as they were given, as a hash.
    private string Plan => EffectHistory.Before(given, int.MaxValue);

    private void Take(string path, Action<StateDescription> check, bool goesOn)
    {
        RefuseWarm();
        using StateReader file = new(path);
        check(file.Description);
        double[] observed = goesOn ? file.Observed : [.. new MinutesOfEach().ToNumbers(), .. new YearOfCounts(firstPopulation).ToNumbers()];
        bool same;
        if (RowsAnew.AreIn(file))
        {
            same = LayFrom(path, file, goesOn);
        }
        else
        {
            same = PastOf(file.Description.History, file.Description.Today) ?? throw OtherState(path);
            file.Fill(State);
        }

        TakeObserved(observed);
        Begin(same);
    }

    // Goes on with the residents of a saved state, whose rows were laid anew; whether the effects agree about the past.
    private bool LayFrom(string path, StateReader file, bool goesOn)
    {
        RowsAnew rows;
        try
        {
            rows = RowsAnew.Read(file, firstPopulation, lived.Strata);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            throw file.Damaged("what it says of the years lived cannot be read", broken);
        }

        RunState? laid = null;
        try
        {
            (IReadOnlyList<Effect> effects, bool same) = EffectsOn(rows.Population, file.Description, rows.Effects, rows.Plan) ?? throw OtherState(path);
            laid = StateOn(rows.Population);
            file.Fill(laid);
            lived.Take(goesOn ? rows.Years : [], goesOn ? rows.FirstYear : [], rows.Turns, rows.WorkDays!);
            Lay(laid, effects);
            lived.Ahead(State, team);
            return same;
        }
        catch
        {
            laid?.Dispose();
            rows.Population.Dispose();
            throw;
        }
    }

    // The run's effects on rows laid anew: those that go on there when they are the same; brought to these residents when none had begun.
    // Null when others had; else whether they agree about the days that have passed.
    private (IReadOnlyList<Effect> Effects, bool Same)? EffectsOn(Population laid, StateDescription saved, IReadOnlyList<Effect> theirs, string plan)
    {
        if (plan == Plan)
        {
            return (theirs, true);
        }

        IReadOnlyList<Effect>? bound = given.Count == 0 ? [] : options.Rebind?.Invoke(laid);
        return saved.History == EffectHistory.Nothing && bound is not null
            ? (bound, EffectHistory.Before(bound, saved.Today.DayNumber) == EffectHistory.Nothing) : null;
    }

    // Whether the effects did before a day what was done then; null when something else was.
    private bool? PastOf(string history, DateOnly day) =>
        history == EffectHistory.Before(given, day.DayNumber) ? true : history == EffectHistory.Nothing ? false : null;

    private static ArgumentException OtherPast(string argument) =>
        new("The interventions of the two runs differ about days that have passed.", argument);

    private static StateFileException OtherState(string path) =>
        new(path, "interventions of another scenario had begun when the state was saved; begin from a state of the baseline, or of the same scenario.");

    private void RefuseWarm()
    {
        if (warm)
        {
            throw new InvalidOperationException("The run is warm already.");
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
        firstPopulation.Description.Hash,
        options.Seed,
        StateDescription.ParametersOf(options),
        options.Start,
        Today,
        DaysDone,
        State.Clock.Active ? EffectHistory.Before(given, Today.DayNumber) : EffectHistory.Nothing);

    private bool TakeWarm(string kept)
    {
        try
        {
            using StateReader file = new(kept);
            Agree(kept, file.Description, file.Description.Today, options.Start, "day");
            file.Fill(State);
            return true;
        }
        catch (StateFileException)
        {
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

    // Lets the effects act from today on: they go on where they did what was done, and begin now where nothing was.
    private void Begin(bool same)
    {
        InterventionProcess interventions = loop.Schedule.Interventions;
        if (State.Clock.Active && same)
        {
            interventions.Replace(interventions.Effects, Today.DayNumber);
        }
        else
        {
            interventions.Activate(Today.DayNumber);
        }

        each.Prepare(State.Residents.Key.Length);
        warm = true;
    }

    // The days before the horizon, without interventions.
    private void Settle(IProgress<int>? progress, CancellationToken cancellation)
    {
        SetClock();
        loop.Settle();
        int schoolDays = Enumerable.Range(0, WarmUpDays).Count(day => SchoolCalendar.Describe(Today.AddDays(day)).SchoolDay);
        int settled = schoolDays / 2;
        for (int day = 0; day < WarmUpDays; day++)
        {
            cancellation.ThrowIfCancellationRequested();
            DayInfo info = SchoolCalendar.Describe(Today);
            loop.Run(info, null);
            if (info.SchoolDay && --settled == 0)
            {
                loop.Schedule.Gate.Measure(keep: false);
            }

            progress?.Report(day + 1);
        }

        loop.Schedule.Gate.Measure(keep: true);
        // The first week of the horizon counts from its first day.
        loop.Schedule.Tallies.Reset();
        State.Pupils.WeekModes.Values.Clear();
        State.Workers.WeekModes.Values.Clear();
    }

    /// <inheritdoc/>
    public void Step()
    {
        if (!warm)
        {
            throw new InvalidOperationException("Warm the run up before its first day.");
        }

        if (options.Rebind is { } rebind && Today > State.Clock.LivesSince && Today is { Month: SchoolYearMonth, Day: 1 })
        {
            TurnYear(rebind);
        }

        lived.Bury(Today);
        loop.Run(SchoolCalendar.Describe(Today), weekDone);
        State.Clock.DaysDone++;
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
        team.Dispose();
        Drop();
    }

    /// <summary>The schedule of a baseline run over <paramref name="population"/>, for printing.</summary>
    public static IReadOnlyList<ProcessDescription> DescribeSchedule(Population population)
    {
        using ModelRun run = new(population, [], new RunOptions { Workers = 1 });
        return run.ScheduleLines;
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
