using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Simulation.Engine.Interventions;
using Simulation.Engine.Observation;
using Simulation.Engine.Populations.Files;
using Simulation.Engine.Populations;
using Simulation.Engine.Processes;
using Simulation.Engine.State;
using Simulation.Engine.Time;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Running;

/// <content>How a run begins: warmed up, from a kept warm state, as a fork of another, or from a saved state; and how it is saved.</content>
public sealed partial class ModelRun
{
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
        if (twin is not null)
        {
            twin.WarmUp(progress, kept, cancellation);
            Fork(twin);
            return;
        }

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
        twin?.Fork(other);
        Fork(other);
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
    /// <exception cref="InvalidOperationException">The run holds a mechanism back: a file holds one run, not the two that this needs.</exception>
    public void Resume(string path)
    {
        if (twin is not null)
        {
            throw new InvalidOperationException("A run that holds a mechanism back begins on its first day.");
        }

        Take(path, saved => Agree(path, saved, saved.Start, options.Start, "first day"), goesOn: true);
    }

    /// <summary>
    /// Takes the place of the warm-up: begins on the first day of the horizon from a saved state of that day. Once people have
    /// grown a year older in it, a scenario none of whose interventions had begun is brought to the residents of that day.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateFileException">The file is damaged, of another day, or interventions of another scenario had begun.</exception>
    public void Branch(string path)
    {
        twin?.Branch(path);
        Take(path, saved => Agree(path, saved, saved.Today, options.Start, "day"), goesOn: false);
        State.Clock.DaysDone = 0;
    }

    private void Fork(ModelRun other)
    {
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
}
