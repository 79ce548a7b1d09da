using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Publishes what classes and employers did, once every cycle of refreshes, from integer tallies.</summary>
internal sealed class CompanyProcess(RunState state) : IDayProcess
{
    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Class and workplace",
        "dusk",
        "weekly",
        "Seven days of refreshes have counted everyone once; the shares stand until the next cycle is complete.")
    {
        Reads =
        [
            state.Population.Classes.Pupils,
        ],
        Writes =
        [
            state.Classes.WalkShare, state.Classes.Walks, state.Employers.ActiveShare, state.Employers.ActiveDays,
        ],
        Takes = "class and employer tallies of seven days",
    };

    /// <inheritdoc/>
    public void Run(DayContext context)
    {
        if (context.Day.Number % 7 != 6)
        {
            return;
        }

        state.Gather();
        for (int c = 0; c < state.Population.Classes.Count; c++)
        {
            int pupils = state.Population.Classes.Pupils[c];
            state.Classes.WalkShare[c] = pupils > 0 ? state.Classes.Walks[c] / (8f * pupils) : 0;
        }

        for (int e = 0; e < state.Population.Employers.Count; e++)
        {
            int active = (int)state.Employers.ActiveDays[e];
            int counted = (int)(state.Employers.ActiveDays[e] >> 32);
            state.Employers.ActiveShare[e] = counted > 0 ? active / (8f * counted) : 0;
        }

        state.Classes.Walks.Values.Clear();
        state.Employers.ActiveDays.Values.Clear();
    }
}
