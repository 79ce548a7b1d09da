using Simulation.Engine.Numerics;
using Simulation.Engine.Populations;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Once a week each resident's activity over four weeks becomes a category, which admissions of interventions go by and the
/// viewer shows: inactive, fairly active, active (adults: 30 and 150 minutes a week; children: 30 and 60 minutes a day).
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class CategoryProcess<F, I>(RunState state) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Activity category",
        "day",
        "Sundays",
        "Minutes of the last four weeks make a resident inactive, fairly active or active until next Sunday.")
    {
        Reads =
        [
            .. state.Residents.WeekMinutes.Select(week => week.Info),
            state.Residents.Key,
        ],
        Writes =
        [
            state.Residents.Today,
        ],
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        if (!context.LastOfWeek)
        {
            return;
        }

        int first = state.Population.Residents.Layout.First(neighbourhood);
        int rows = state.Population.Residents.Layout.VectorEnd(neighbourhood) - first;
        byte* keys = state.Residents.Key.Pointer + first;
        byte* codes = state.Residents.Today.Pointer + first;
        ushort* a = state.Residents.WeekMinutes[0].Pointer + first;
        ushort* b = state.Residents.WeekMinutes[1].Pointer + first;
        ushort* c = state.Residents.WeekMinutes[2].Pointer + first;
        ushort* d = state.Residents.WeekMinutes[3].Pointer + first;
        I firstCounted = I.All(Demographics.FirstCountedKey);
        I active = I.All(3);
        for (int i = 0; i < rows; i += F.Width)
        {
            I key = I.Load(keys + i);
            // A mask is −1 in each lane where it holds and lowers the category.
            I category = (active + NotActive(key, I.Load(a + i) + I.Load(b + i) + I.Load(c + i) + I.Load(d + i))) & ~I.Less(key, firstCounted);
            I others = I.Load(codes + i) & I.All(0xFF & ~(DayCode.CategoryMask << DayCode.CategoryShift));
            I.Store(others | (category << DayCode.CategoryShift), codes + i);
        }
    }

    /// <summary>Minus the number of bounds (30 and 150 minutes a week; for children 30 and 60 a day) that four weeks' minutes are below.</summary>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
    public static I NotActive(I key, I month)
    {
        I child = I.Less(key, I.All(Demographics.FirstAdultKey));
        return I.Less(month, I.Select(child, I.All(28 * 30), I.All(4 * 30)))
            + I.Less(month, I.Select(child, I.All(28 * 60), I.All(4 * 150)));
    }
}
