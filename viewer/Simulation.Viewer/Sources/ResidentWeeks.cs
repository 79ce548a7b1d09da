using Simulation.Engine.Populations;
using Simulation.Engine.Running;
using Simulation.Engine.State;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Sources;

/// <summary>Tells the last seven days of one resident in one run, and which gate stopped or allowed each walk to school.</summary>
internal sealed class ResidentWeeks
{
    private const int WithAdult = 8;
    /// <summary>Words for each <see cref="Protocol.DayMode"/>.</summary>
    public static readonly string[] Modes = ["", "on foot", "by bicycle", "by bus or train", "by car", "worked at home"];
    private static readonly string[] Choices = ["", "", "the bicycle", "bus or train", "the car"];
    private readonly RunState state;
    private readonly LatestDays log;
    private readonly TimeGate time;

    /// <summary>Follows a run.</summary>
    public ResidentWeeks(Population population, ModelRun run)
    {
        state = run.State;
        log = new LatestDays(run);
        time = new TimeGate(population, run.State);
    }

    /// <summary>Called after the warm-up.</summary>
    public void Begin() => log.Begin();

    /// <summary>Called after each day of the run.</summary>
    public void Keep() => log.Keep();

    /// <summary>Dates told of, oldest first.</summary>
    public IEnumerable<DateOnly> Dates => log.Days.Select(day => DateOnly.FromDayNumber(day.Day.Number));

    /// <summary>The days of one resident, oldest first.</summary>
    /// <param name="resident">Row of the resident table.</param>
    /// <param name="pupil">Row of the pupil table, or −1.</param>
    public IEnumerable<DayDone> Of(int resident, int pupil)
    {
        foreach (LoggedDay day in log.Days)
        {
            int code = day.Codes[resident];
            yield return new DayDone(
                day.Minutes[resident], Modes[code & DayCode.ModeMask], (code & DayCode.Leisure) != 0, (code & DayCode.Errand) != 0,
                pupil >= 0 && day.Day.SchoolDay ? Gate(pupil, day) : string.Empty);
        }
    }

    // Time, permission, company, choice: the first gate that was open, or what kept all of them shut.
    private string Gate(int pupil, LoggedDay day)
    {
        int mode = day.Pupils[pupil] & DayCode.ModeMask;
        bool alone = (day.Gates[pupil] & PupilState.Alone) != 0;
        bool company = (day.Gates[pupil] & PupilState.Company) != 0;
        int walk = state.Pupils.WalkMinutes[pupil];
        int? free = time.FreeMinutes(pupil, day);
        bool adult = free >= walk;
        if (mode == (int)TripMode.Walk)
        {
            return alone ? "may walk alone" : (day.Pupils[pupil] & WithAdult) != 0 ? "an adult had time to walk along" : "others to walk with";
        }

        string open = alone ? "may walk alone" : adult ? "an adult had time" : company ? "others to walk with" : string.Empty;
        return open.Length > 0 ? $"{open}, chose {Choices[mode]}"
            : free is null ? "no adult to walk along"
            : $"no adult had time: {walk} minutes’ walk, {Math.Max(0, free.Value)} before work";
    }
}
