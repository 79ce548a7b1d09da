using Simulation.Engine.Demography;
using Simulation.Engine.Interventions;
using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;
using Simulation.Engine.State;
using Simulation.Engine.Validation;

namespace Simulation.Engine.Running;

/// <summary>What living on adds to a run: the years that people have lived through, and who dies in the one that goes on.</summary>
/// <param name="first">The residents of the run's first day.</param>
internal sealed class LivedYears(Population first)
{
    private readonly List<LivesYear> years = [];
    private LifeTables? tables;
    private DeathCalendar? deaths;
    private Column<byte>? workDays;
    private int turnsBefore;

    /// <summary>The years, one a turn.</summary>
    public IReadOnlyList<LivesYear> Years => years;

    /// <summary>Turns of the year since the residents of the first day, those of a run that this one goes on from among them.</summary>
    public int Turns => turnsBefore + years.Count;

    /// <summary>Whether rows have been laid anew: the residents are then in no population file.</summary>
    public bool Turned => workDays is not null;

    /// <summary>A baseline's first year beside published figures, as it stood when it ended.</summary>
    public IReadOnlyList<ValidationLine> FirstYear { get; set; } = [];

    /// <summary>Strata of a year's counts.</summary>
    public int Strata => Mortality.Index(first.Places.Count, 1, false, 0);

    /// <summary>The years beside published figures.</summary>
    public IEnumerable<ValidationLine> Lines() => years.Count == 0 ? FirstYear : FirstYear.Concat(LivesReport.Of(first, tables!.Mortality, years));

    /// <summary>Everybody becomes a year older: the turn, columns on rows laid anew, and the effects that go on there.</summary>
    /// <param name="before">The columns so far, of which nothing is left.</param>
    /// <param name="effects">The effects so far.</param>
    /// <param name="rebind">Brings the scenario to the residents as they are now.</param>
    /// <param name="team">Workers.</param>
    public (TurnOfTheYear Turn, RunState State, IReadOnlyList<Effect> Effects) Turn(
        RunState before, IReadOnlyList<Effect> effects, Func<Population, IReadOnlyList<Effect>> rebind, WorkerTeam team)
    {
        DateOnly today = before.Clock.Today;
        DateOnly from = before.Clock.LivesSince;
        tables ??= LifeTables.Of(first, before.Parameters, team);
        LivesYear year = LivesYear.Of(from, today, first.Places.Count, Turns);
        TurnOfTheYear turn = TurnOfTheYear.Make(before, tables, year, team);
        IReadOnlyList<Effect> carried = effects.Count > 0
            ? CarriedEffects.Of(effects, rebind(turn.Population), turn, before.Population, today.DayNumber) : [];

        RunState after = turn.Carry(before, team);
        after.Clock.LivesSince = today;
        workDays = turn.WorkDays;
        years.Add(year);
        return (turn, after, carried);
    }

    /// <summary>Finds out who dies in the year that goes on.</summary>
    /// <param name="state">The columns, on rows laid anew.</param>
    /// <param name="team">Workers.</param>
    public void Ahead(RunState state, WorkerTeam team)
    {
        DateOnly since = state.Clock.LivesSince;
        tables ??= LifeTables.Of(first, state.Parameters, team);
        deaths = new DeathCalendar(state, new LifeCourse(state, tables, since, since.AddYears(1)), since, workDays!, team);
    }

    /// <summary>Those who die today are nobody from now on.</summary>
    public void Bury(DateOnly today) => deaths?.Bury(today);

    /// <summary>Goes on where another run is, on rows of its own.</summary>
    /// <param name="lived">Years lived before; empty when the run begins today.</param>
    /// <param name="firstYear">The first of them beside published figures.</param>
    /// <param name="turns">Turns since the residents of the first day.</param>
    /// <param name="ownWorkDays">Days worked, in the population that the run goes on with.</param>
    public void Take(IEnumerable<LivesYear> lived, IReadOnlyList<ValidationLine> firstYear, int turns, Column<byte> ownWorkDays)
    {
        years.Clear();
        years.AddRange(lived);
        turnsBefore = turns - years.Count;
        (FirstYear, workDays) = (firstYear, ownWorkDays);
    }
}
