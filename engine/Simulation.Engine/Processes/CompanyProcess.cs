using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Publishes what classes and employers did, once every cycle of refreshes, from integer tallies.</summary>
internal sealed class CompanyProcess(ModelState state, BlockScratch[] scratches) : IDayProcess
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
            state.Classes.WalkShare, state.Employers.ActiveShare,
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

        for (int c = 0; c < state.Population.Classes.Count; c++)
        {
            int walks = 0;
            foreach (BlockScratch scratch in scratches)
            {
                walks += scratch.ClassWalks[c];
                scratch.ClassWalks[c] = 0;
            }

            int pupils = state.Population.Classes.Pupils[c];
            state.Classes.WalkShare[c] = pupils > 0 ? walks / (8f * pupils) : 0;
        }

        for (int e = 0; e < state.Population.Employers.Count; e++)
        {
            long both = 0;
            foreach (BlockScratch scratch in scratches)
            {
                both += scratch.Employers[e];
                scratch.Employers[e] = 0;
            }

            int active = (int)both;
            int counted = (int)(both >> 32);
            state.Employers.ActiveShare[e] = counted > 0 ? active / (8f * counted) : 0;
        }
    }
}
