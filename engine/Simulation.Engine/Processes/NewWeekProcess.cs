using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>On Mondays the trips of the week are counted from zero.</summary>
internal sealed class NewWeekProcess(RunState state) : IBlockProcess
{
    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "New week",
        "day",
        "Mondays",
        "Trips of the week by mode are counted from zero.")
    {
        Writes =
        [
            state.Pupils.WeekModes, state.Workers.WeekModes,
        ],
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        if (context.Day.Weekday != 0)
        {
            return;
        }

        Clear(state.Pupils.WeekModes, state.Population.Pupils.Layout, neighbourhood);
        Clear(state.Workers.WeekModes, state.Population.Workers.Layout, neighbourhood);
    }

    private static void Clear<T>(Column<T> column, Segments layout, int neighbourhood)
        where T : unmanaged =>
        column.Values[layout.First(neighbourhood)..layout.PaddedEnd(neighbourhood)].Clear();
}
