using Simulation.Engine.Numerics;
using Simulation.Engine.Observation;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// The school trip: a child walks when a gate is open (an adult with time, permission to go alone, other company) and
/// walking is chosen; otherwise cycles, takes the bus or goes by car. The adult who went along walked too.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class SchoolTripProcess<F, I>(RunState state, Streets streets, WeekTallies tallies) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const int WithAdult = 8;
    private readonly Luck luck = new(state.Seed, LuckStream.SchoolMode);
    private readonly float dayMinutes = state.Parameters[SchoolParameters.SchoolDayMinutes];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "School trip",
        "day",
        "school days",
        "Time gate × permission × choice for every pupil; the adult who walks along gets the minutes of the walk there and back.")
    {
        Reads =
        [
            state.Population.Pupils.Resident, state.Population.Pupils.School, state.Population.Pupils.FirstAdult, state.Population.Pupils.SecondAdult,
            state.Pupils.Identity, state.Pupils.WalkOdds, state.Pupils.CycleShare, state.Pupils.BusShare, state.Pupils.Gates,
            state.Pupils.FirstSlot, state.Pupils.SecondSlot, state.Pupils.WalkMinutes, state.Pupils.Age,
        ],
        Writes =
        [
            state.Pupils.Today, state.Pupils.WeekModes, state.Pupils.WalkDays,
            state.Neighbourhoods.WeekWalkers, state.Neighbourhoods.WeekAccompanied,
        ],
        Takes = "free minutes before work; weather of the place; minutes added to the school day",
        Gives = "pupils' part of the day: mode and minutes; escorts' minutes; cars at each gate",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Pupils.Layout;
        if (!context.Day.SchoolDay || layout.UsedIn(neighbourhood) == 0)
        {
            return;
        }

        int place = state.Population.Neighbourhoods.Place[neighbourhood];
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        Attend(first, end, layout.End(neighbourhood), context.SchoolOpen, scratch);
        Decide(first, end, context.Day.Number, context.TripFactor[place], scratch);
        Measure(first, end, scratch);
        Escort(neighbourhood, first, end, scratch);
        Deliver(neighbourhood, scratch);
    }

    // Whose school is open today; not part of the choice, whose loop is as long as the JIT can bear.
    private void Attend(int first, int end, int used, int[] schoolOpen, BlockScratch scratch)
    {
        ushort* schools = state.Population.Pupils.School.Pointer;
        int* attends = scratch.Words[3].Pointer - first;
        fixed (int* open = schoolOpen)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I school = I.Load(schools + row);
                IndexCheck.Assert<F, I>(school, schoolOpen.Length);
                I.Store(I.Gather(open, school) & I.Less(I.Counting(row), I.All(used)), attends + row);
            }
        }
    }

    private void Decide(int first, int end, int day, float tripFactor, BlockScratch scratch)
    {
        PupilState pupils = state.Pupils;
        Column<int> freeMinutes = scratch.FreeMinutes;
        int* free = freeMinutes.Pointer;
        int* attending = scratch.Words[3].Pointer - first;
        for (int row = first; row < end; row += F.Width)
        {
            I attends = I.Load(attending + row);
            luck.Words<F, I>(I.Load(pupils.Identity.Pointer + row), day, out I choice, out I other);

            IndexCheck.Assert<F, I>(I.Load(pupils.FirstSlot.Pointer + row), freeMinutes.Length);
            IndexCheck.Assert<F, I>(I.Load(pupils.SecondSlot.Pointer + row), freeMinutes.Length);
            I slack = I.Max(
                I.Gather(free, I.Load(pupils.FirstSlot.Pointer + row)),
                I.Gather(free, I.Load(pupils.SecondSlot.Pointer + row)));
            // The adult must be back home (or on the way to work) within the free minutes: one walk's length.
            I adult = ~I.Less(slack, I.Load(pupils.WalkMinutes.Pointer + row));
            I gates = I.Load(pupils.Gates.Pointer + row);
            I alone = I.Equal(gates & I.All(PupilState.Alone), I.All(PupilState.Alone));
            I open = adult | ~I.Equal(gates, I.All(0));

            F odds = F.Load(pupils.WalkOdds.Pointer + row) * F.All(tripFactor);
            I walks = open & Kernels<F, I>.Decide(Luck.Uniform<F, I>(choice), odds);
            I u = other >>> 16;
            I cycles = ~walks & I.Less(u, I.Load(pupils.CycleShare.Pointer + row));
            I bus = ~walks & ~cycles & I.Less(u, I.Load(pupils.BusShare.Pointer + row));

            I mode = I.Select(walks, I.All((int)TripMode.Walk), I.Select(cycles, I.All((int)TripMode.Cycle),
                I.Select(bus, I.All((int)TripMode.Transit), I.All((int)TripMode.Car))));
            I along = walks & adult & ~alone & I.All(WithAdult);
            I.Store((mode | along) & attends, pupils.Today.Pointer + row);

            I counted = I.Select(walks, I.All(0x1), I.Select(cycles, I.All(0x10), I.Select(bus, I.All(0x100), I.All(0x1000))));
            I.Store(I.Load(pupils.WeekModes.Pointer + row) + (counted & attends), pupils.WeekModes.Pointer + row);
            I history = I.Load(pupils.WalkDays.Pointer + row);
            I.Store(I.Select(attends, (history << 1) | (walks & I.All(1)), history), pupils.WalkDays.Pointer + row);
        }
    }

    // The pupil's part of the resident's day: mode, minutes and whether it was travel; and a car at the gate or not.
    private void Measure(int first, int end, BlockScratch scratch)
    {
        ushort* schools = state.Population.Pupils.School.Pointer;
        byte* todays = state.Pupils.Today.Pointer;
        byte* walkMinutes = state.Pupils.WalkMinutes.Pointer;
        int* days = scratch.Words[0].Pointer - first;
        int* cars = scratch.Words[1].Pointer - first;
        int* attending = scratch.Words[3].Pointer - first;
        F zero = F.All(0f);
        fixed (float* extra = streets.SchoolMinutes)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I mode = I.Load(todays + row) & I.All(DayCode.ModeMask);
                I walk = I.Load(walkMinutes + row);
                I walks = I.Equal(mode, I.All((int)TripMode.Walk));
                I cycles = I.Equal(mode, I.All((int)TripMode.Cycle));
                IndexCheck.Assert<F, I>(I.Load(schools + row), streets.SchoolMinutes.Length);
                F gained = F.All(dayMinutes) + F.Gather(extra, I.Load(schools + row));
                // There and back; a child cycles about three times as fast as it walks.
                F way = F.FromInt(walk + walk);
                gained = gained + F.Select(walks, way, F.Select(cycles, way / F.All(3f), zero));
                I travel = (walks & ~I.Less(walk, I.All(10))) | cycles;
                I minutes = Polynomials<F, I>.Floor(gained + F.All(0.5f)) & I.Load(attending + row);
                I.Store((mode << DayWord.CodeShift) | minutes | (travel & I.All(DayWord.Travel)), days + row);
                I.Store(I.Equal(mode, I.All((int)TripMode.Car)) & I.All(1), cars + row);
            }
        }
    }

    // The adult who goes along, by offset in the block, and minutes there and back; the pupil itself and none where nobody does.
    private void Escort(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        int* free = scratch.FreeMinutes.Pointer;
        int* adults = scratch.Words[2].Pointer - first;
        int* minutes = scratch.Words[3].Pointer - first;
        I firstResident = I.All(state.Population.Residents.Layout.First(neighbourhood));
        I withAdult = I.All(WithAdult);
        I zero = I.All(0);
        I walkers = zero;
        I accompanied = zero;
        for (int row = first; row < end; row += F.Width)
        {
            I today = I.Load(pupils.Today.Pointer + row);
            I along = I.Equal(today & withAdult, withAdult);
            I walk = I.Load(pupils.WalkMinutes.Pointer + row);
            IndexCheck.Assert<F, I>(I.Load(pupils.FirstSlot.Pointer + row), scratch.FreeMinutes.Length);
            I firstHasTime = ~I.Less(I.Gather(free, I.Load(pupils.FirstSlot.Pointer + row)), walk);
            I adult = I.Select(firstHasTime, I.Load(table.FirstAdult.Pointer + row), I.Load(table.SecondAdult.Pointer + row));
            I.Store(I.Select(along, adult, I.Load(table.Resident.Pointer + row)) - firstResident, adults + row);
            I.Store((walk + walk) & along, minutes + row);

            I age = I.Load(pupils.Age.Pointer + row);
            I asked = I.Equal(today & I.All(DayCode.ModeMask), I.All((int)TripMode.Walk)) & ~I.Less(age, I.All(7)) & I.Less(age, I.All(14));
            // Company counts as accompanied: someone's adult walks along.
            I alone = I.All(PupilState.Alone);
            I company = along | ~I.Equal(I.Load(pupils.Gates.Pointer + row) & alone, alone);
            walkers = walkers - asked;
            accompanied = accompanied - (asked & company);
        }

        tallies.AddCompany(neighbourhood, I.Sum(walkers), I.Sum(accompanied));
    }

    private void Deliver(int neighbourhood, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        int first = table.Layout.First(neighbourhood);
        int count = table.Layout.UsedIn(neighbourhood);
        int* residents = table.Resident.Pointer + first;
        ushort* schools = table.School.Pointer + first;
        int firstResident = state.Population.Residents.Layout.First(neighbourhood);
        int* days = scratch.Days.Pointer - firstResident;
        int* delivered = scratch.Words[0].Pointer;
        int* cars = scratch.Words[1].Pointer;
        int* adults = scratch.Words[2].Pointer;
        int* minutes = scratch.Words[3].Pointer;
        int* escorts = scratch.EscortMinutes.Pointer;
        fixed (int* gateCars = scratch.Tally.GateCars)
        {
            for (int i = 0; i < count; i++)
            {
                // Some at sixteen have a job as well: minutes add up, and the day shows the school trip, if there is one.
                IndexCheck.Assert(residents[i] - firstResident, scratch.Days.Length);
                IndexCheck.Assert(schools[i], scratch.Tally.GateCars.Length);
                IndexCheck.Assert(adults[i], scratch.EscortMinutes.Length);
                int* day = days + residents[i];
                *day = delivered[i] == 0 ? *day : (*day & DayWord.Minutes) + delivered[i];
                gateCars[schools[i]] += cars[i];
                // Brothers and sisters go together: the longest way counts, once.
                int* escort = escorts + adults[i];
                *escort = Math.Max(*escort, minutes[i]);
            }
        }
    }
}
