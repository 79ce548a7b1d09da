using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.State;
using Simulation.Engine.Time;

namespace Simulation.Viewer.Sources;

/// <summary>
/// Minutes that a child's adults had for the walk to school (the time gate), worked out again for one child and
/// day: the model keeps them for a neighbourhood's moment only. A test holds this equal to what the model decided.
/// </summary>
/// <param name="population">Who lives where.</param>
/// <param name="state">Columns of the run.</param>
internal sealed class TimeGate(Population population, RunState state)
{
    /// <summary>Minutes of an adult who need not be anywhere.</summary>
    public const int AllMorning = 24 * 60;

    private readonly int gateOpens = (int)state.Parameters[SchoolParameters.GateOpens];

    /// <summary>Minutes of the adult who had more of them; null when no adult can bring the child.</summary>
    public int? FreeMinutes(int pupil, LoggedDay day)
    {
        PupilTable pupils = population.Pupils;
        int? first = Of(pupils.FirstAdult[pupil], pupils.FirstAdultWorker[pupil], day);
        int? second = Of(pupils.SecondAdult[pupil], pupils.SecondAdultWorker[pupil], day);
        return first is null ? second : second is null ? first : Math.Max(first.Value, second.Value);
    }

    private int? Of(int adult, int worker, LoggedDay logged)
    {
        if (adult < 0)
        {
            return null;
        }

        if (worker < 0 || !Works(worker, logged.Day))
        {
            return AllMorning;
        }

        WorkerTable workers = population.Workers;
        int leaves = workers.Start[worker] + workers.FlexMinutes[worker] + logged.ExtraFlex[worker];
        return leaves - gateOpens - (AtHome(worker, logged) ? 0 : state.Workers.TravelMinutes[worker]);
    }

    private bool Works(int worker, DayInfo day) => (population.Workers.WorkDays[worker] & (1 << (day.BankHoliday ? 5 : day.Weekday))) != 0;

    private bool AtHome(int worker, LoggedDay logged)
    {
        WorkerTable workers = population.Workers;
        int days = workers.HomeDays[worker] + (workers.HomeCapable[worker] != 0 ? logged.ExtraHomeDays[worker] : 0);
        int turn = Math.Min(logged.Day.Weekday, 4) + 5 - state.Workers.FirstHomeDay[worker];
        return (turn < 5 ? turn : turn - 5) < days;
    }
}
