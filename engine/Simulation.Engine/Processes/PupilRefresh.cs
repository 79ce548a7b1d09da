using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Once a week for each neighbourhood's pupils: the habit of walking moves, the route's speed, stress and traffic are felt
/// anew, permission to go alone follows, and the odds and shares of the modes are worked out (model.md §2.4).
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class PupilRefresh<F, I>(ModelState state, Streets streets) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck taste = new(state.Seed, LuckStream.SchoolTaste);
    private readonly Luck company = new(state.Seed, LuckStream.SchoolCompany);
    private readonly SchoolRoute<F, I> route = new(state, streets);
    private readonly SchoolModeChoice<F, I> choice = new(state);
    private readonly float logKeep = Scalar.Log(1 - state.Parameters[EverydayParameters.HabitLoss]);
    private readonly float habitGain = state.Parameters[EverydayParameters.HabitGain];
    private readonly float habitCeiling = state.Parameters[EverydayParameters.HabitCeiling];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Route, permission and choice of pupils",
        "day",
        "weekly by turns; at once where an intervention touches the home or the school",
        "school days walked, speed, stress, traffic at the gate, class share, fitness, levers",
        "habit of walking, walking odds, mode shares, gates; class tallies",
        "Danger felt on the route decides who may go alone and what a minute's walk costs; class, habit and taste do the rest.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        int first = table.Layout.First(neighbourhood);
        int end = table.Layout.VectorEnd(neighbourhood);
        if (context.RefreshDue(neighbourhood))
        {
            CountClasses(neighbourhood, scratch);
            MoveHabit(first, end, context.RecentSchoolDays);
            Refresh(neighbourhood, first, end, scratch);
        }
        else if (context.Touched.Pupils[neighbourhood])
        {
            Refresh(neighbourhood, first, end, scratch);
        }
        else if (context.Touched.Any)
        {
            int used = table.Layout.End(neighbourhood);
            for (int row = first; row < used; row++)
            {
                if (context.Touched.Schools[table.School.Pointer[row]])
                {
                    streets.RefreshOnePupil(neighbourhood, row, scratch);
                }
            }
        }
    }

    /// <summary>Works out odds, shares and gates of rows first … end − 1.</summary>
    public void Refresh(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        int* tasteWords = scratch.Words[0].Pointer - first;
        int* rankWords = scratch.Words[1].Pointer - first;
        int* companyWords = scratch.Words[2].Pointer - first;
        int* routeWords = scratch.Words[3].Pointer - first;
        taste.Fill<F, I>(first, end, 0, tasteWords + first, rankWords + first);
        company.Fill<F, I>(first, end, 0, companyWords + first, routeWords + first);
        float* danger = scratch.Parts[0].Pointer - first;
        float* cost = scratch.Parts[1].Pointer - first;
        float* others = scratch.Parts[2].Pointer - first;
        float* fitness = scratch.Parts[3].Pointer - first;
        route.Feel(neighbourhood, first, end, routeWords, danger, cost);
        route.Permit(first, end, rankWords, companyWords, danger);
        choice.OtherModes(first, end, others);
        Fitness.Gather(state.Population.Pupils.Resident, state.Residents.Fitness, first, end, fitness);
        choice.Walk(first, end, state.Levers[Lever.WalkNorm]![neighbourhood], tasteWords, cost, others, fitness);
    }

    private void CountClasses(int neighbourhood, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        int end = table.Layout.End(neighbourhood);
        for (int row = table.Layout.First(neighbourhood); row < end; row++)
        {
            scratch.ClassWalks[table.Class.Pointer[row]] +=
                System.Numerics.BitOperations.PopCount(state.Pupils.WalkDays.Pointer[row]);
        }
    }

    private void MoveHabit(int first, int end, int schoolDays)
    {
        // Holidays cue nothing, so they take nothing away.
        if (schoolDays == 0)
        {
            return;
        }

        PupilState pupils = state.Pupils;
        I recent = I.All((1 << schoolDays) - 1);
        for (int row = first; row < end; row += F.Width)
        {
            F done = F.FromInt(Kernels<F, I>.CountByte(I.Load(pupils.WalkDays.Pointer + row) & recent));
            F habit = Kernels<F, I>.FromShare(I.Load(pupils.Habit.Pointer + row));
            habit = Kernels<F, I>.WeekOfHabit(habit, F.All(habitCeiling), F.All(habitGain), logKeep, done, F.All(schoolDays) - done);
            I.Store(Kernels<F, I>.ToShare(habit), pupils.Habit.Pointer + row);
        }
    }
}
