using Simulation.Engine.Parallelism;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Demography;

/// <summary>Who dies in the year ahead, by day: a hazard that falls can put a death off and never bring one forward.</summary>
internal sealed class DeathCalendar
{
    private readonly RunState state;
    private readonly Column<byte> workDays;
    private readonly int first;
    private readonly List<(int Resident, int Worker)>[] days;

    /// <summary>The year that begins on <paramref name="from"/>.</summary>
    /// <param name="state">The run after the turn.</param>
    /// <param name="course">The year ahead.</param>
    /// <param name="from">First day.</param>
    /// <param name="workDays">Days that workers work, blanked of those who die.</param>
    /// <param name="team">Workers.</param>
    public DeathCalendar(RunState state, LifeCourse course, DateOnly from, Column<byte> workDays, WorkerTeam team)
    {
        (this.state, this.workDays, first) = (state, workDays, from.DayNumber);
        int length = from.AddYears(1).DayNumber - from.DayNumber;
        days = [.. Enumerable.Range(0, length).Select(_ => new List<(int, int)>())];
        Population population = state.Population;
        var dying = new List<(int Day, int Resident, int Worker)>[population.Neighbourhoods.Count];
        YearWords[] words = YearWords.Of(team.Size);
        team.Run(dying.Length, (own, n) =>
        {
            dying[n] = [];
            course.AskSpans(n, words[own].Spans);
            ReadOnlySpan<uint> spans = words[own].Spans.First;
            ReadOnlySpan<uint> birthdays = words[own].Spans.Second;
            AgeShares shares = course.SharesOf(n, disabledOnly: true);
            int worker = population.Workers.Layout.First(n);
            int lastWorker = population.Workers.Layout.End(n);
            int first = population.Residents.Layout.First(n);
            for (int row = first; row < population.Residents.Layout.End(n); row++)
            {
                if (!course.Dies(row, n, shares, spans[row - first], birthdays[row - first], out float hazard, out float left))
                {
                    continue;
                }

                while (worker < lastWorker && population.Workers.Resident[worker] < row)
                {
                    worker++;
                }

                bool works = worker < lastWorker && population.Workers.Resident[worker] == row;
                dying[n].Add((Math.Clamp((int)(length * left / hazard), 0, length - 1), row, works ? worker : -1));
            }
        });
        foreach ((int day, int resident, int worker) in dying.SelectMany(list => list))
        {
            days[day].Add((resident, worker));
        }
    }

    /// <summary>Those who die today are nobody from now on: not counted, without odds, days of activity or work.</summary>
    public void Bury(DateOnly today)
    {
        int index = today.DayNumber - first;
        if (index >= days.Length)
        {
            return;
        }

        foreach ((int resident, int worker) in days[index])
        {
            state.Residents.Key[resident] = Demographics.Vacant;
            state.Residents.LeisureOdds[resident] = 0;
            state.Residents.ErrandOdds[resident] = 0;
            state.Residents.LeisureDays[resident] = 0;
            if (worker >= 0)
            {
                workDays[worker] = 0;
            }
        }
    }
}
