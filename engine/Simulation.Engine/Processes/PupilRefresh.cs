using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Once a week for each neighbourhood's pupils: the habit of walking moves, the route's speed, stress and traffic are felt
/// anew, permission to go alone follows, and the odds and shares of the modes are worked out.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class PupilRefresh<F, I>(RunState state, Streets streets) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck taste = new(state.Seed, LuckStream.SchoolTaste);
    private readonly Luck company = new(state.Seed, LuckStream.SchoolCompany);
    private readonly SchoolRoute<F, I> route = new(state, streets);
    private readonly SchoolModeChoice<F, I> choice = new(state, streets);
    private readonly float logKeep = Scalar.Log(1 - state.Parameters[EverydayParameters.HabitLoss]);
    private readonly float habitGain = state.Parameters[EverydayParameters.HabitGain];
    private readonly float habitCeiling = state.Parameters[EverydayParameters.HabitCeiling];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Route, permission and choice of pupils",
        "day",
        "weekly by turns; at once where an intervention touches the home or the school",
        "Danger felt on the route decides who may go alone and what a minute's walk costs; class, habit and taste do the rest.")
    {
        Reads =
        [
            state.Population.Pupils.Resident, state.Population.Pupils.School, state.Population.Pupils.Class, state.Population.Pupils.Distance,
            state.Pupils.Identity, state.Pupils.Age, state.Pupils.Circumstances, state.Pupils.WalkDays,
            state.Residents.Fitness, state.Classes.WalkShare, state.Neighbourhoods.StreetStress,
            state.Levers.InfoOf(Lever.CarAccessMinutes), state.Levers.InfoOf(Lever.SchoolCycleSkill), state.Levers.InfoOf(Lever.SchoolWalkNorm), state.Levers.InfoOf(Lever.EscortOffer),
            state.Levers.InfoOf(Lever.JunctionStress), state.Levers.InfoOf(Lever.WalkDetour), state.Levers.InfoOf(Lever.StreetTraffic), state.Levers.InfoOf(Lever.GreenDeficit), state.Levers.InfoOf(Lever.WalkNorm),
        ],
        Writes =
        [
            state.Pupils.Habit, state.Pupils.WalkOdds, state.Pupils.CycleShare, state.Pupils.BusShare, state.Pupils.Gates,
        ],
        Takes = "streets of the day; school days of the last seven days",
        Gives = "class tallies",
    };

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
        taste.Fill<F, I>(state.Pupils.Identity.Pointer + first, end - first, 0, tasteWords + first, rankWords + first);
        company.Fill<F, I>(state.Pupils.Identity.Pointer + first, end - first, 0, companyWords + first, routeWords + first);
        float* danger = scratch.Parts[0].Pointer - first;
        float* cost = scratch.Parts[1].Pointer - first;
        float* others = scratch.Parts[2].Pointer - first;
        float* fitness = scratch.Parts[3].Pointer - first;
        // The change of danger at crossings lies where the weight of the other modes will, which reads it before it writes.
        route.Feel(neighbourhood, first, end, routeWords, danger, cost, others);
        route.Permit(first, end, rankWords, companyWords, danger);
        choice.OtherModes(neighbourhood, first, end, others);
        Fitness.Gather(state.Population.Pupils.Resident, state.Residents.Fitness, first, end, fitness);
        choice.Walk(first, end, state.Levers[Lever.WalkNorm]![neighbourhood], tasteWords, cost, others, fitness);
    }

    /// <summary>Habit at which school days' gains and losses balance, and the odds that go with it: the start of a run.</summary>
    public void Settle(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        PupilState pupils = state.Pupils;
        F one = F.All(1f);
        I nobody = I.All(0);
        I atHome = I.All(1);
        for (int round = 0; round < 4; round++)
        {
            Refresh(neighbourhood, first, end, scratch);
            for (int row = first; row < end; row += F.Width)
            {
                I adults = I.Load(pupils.FirstSlot.Pointer + row);
                I others = I.Load(pupils.SecondSlot.Pointer + row);
                I open = ~I.Equal(I.Load(pupils.Gates.Pointer + row), nobody) | I.Equal(adults, atHome) | I.Equal(others, atHome);
                // An adult who works has the time or not: even, until the warm-up's days have told.
                F chance = F.Select(open, one, F.Select(I.Less(nobody, I.Max(adults, others)), F.All(0.5f), F.All(0f)));
                F odds = F.Load(pupils.WalkOdds.Pointer + row);
                F p = chance * odds / (one + odds);
                F up = p * F.All(habitGain);
                F habit = up * F.All(habitCeiling) / (up + ((one - p) * F.All(-logKeep)));
                I.Store(Kernels<F, I>.ToShare(habit), pupils.Habit.Pointer + row);
            }
        }

        Refresh(neighbourhood, first, end, scratch);
    }

    private void CountClasses(int neighbourhood, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        int end = table.Layout.End(neighbourhood);
        for (int row = table.Layout.First(neighbourhood); row < end; row++)
        {
            scratch.Tally.ClassWalks[table.Class.Pointer[row]] +=
                System.Numerics.BitOperations.PopCount(state.Pupils.WalkDays.Pointer[row]);
        }
    }

    private void MoveHabit(int first, int end, int[] recentSchoolDays)
    {
        PupilState pupils = state.Pupils;
        byte* walked = state.HabitSeen.Pupils.WalkDays.Pointer;
        ushort* schools = state.Population.Pupils.School.Pointer;
        I one = I.All(1);
        fixed (int* recent = recentSchoolDays)
        {
            for (int row = first; row < end; row += F.Width)
            {
                IndexCheck.Assert<F, I>(I.Load(schools + row), recentSchoolDays.Length);
                I days = I.Gather(recent, I.Load(schools + row));
                // At most five: of the last eight school days those before them are let go, a day at a time.
                I done = Kernels<F, I>.CountByte(I.Load(walked + row) & Last(days));
                I stored = I.Load(pupils.Habit.Pointer + row);
                F habit = Kernels<F, I>.FromShare(stored);
                habit = Kernels<F, I>.WeekOfHabit(habit, F.All(habitCeiling), F.All(habitGain), logKeep, F.FromInt(done), F.FromInt(days - done));
                // Holidays cue nothing, so they take nothing away.
                I.Store(I.Select(I.Less(days, one), stored, Kernels<F, I>.ToShare(habit)), pupils.Habit.Pointer + row);
            }
        }
    }

    // The lowest bits, as many as days.
    private static I Last(I days)
    {
        I bits = I.All(0);
        for (int day = 0; day < 5; day++)
        {
            bits |= I.Less(I.All(day), days) & I.All(1 << day);
        }

        return bits;
    }
}
