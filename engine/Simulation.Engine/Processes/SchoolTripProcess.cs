using Simulation.Engine.Interventions;
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
internal sealed unsafe class SchoolTripProcess<F, I>(ModelState state, WeekTallies tallies) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const int WithAdult = 8;
    private readonly Luck luck = new(state.Seed, LuckStream.SchoolMode);
    private readonly float dayMinutes = state.Parameters[SchoolParameters.SchoolDayMinutes];
    private readonly float compensation = state.Parameters[SchoolParameters.Compensation];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "School trip",
        "day",
        "school days",
        "free minutes before work, gates, walking odds, mode shares",
        "pupils' modes; trip and escort minutes; cars at each gate",
        "Time gate × permission × choice for every pupil; the adult who walks along gets the minutes of the walk there and back.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Pupils.Layout;
        if (!context.Day.SchoolDay || layout.UsedIn(neighbourhood) == 0)
        {
            return;
        }

        int place = state.Population.Neighbourhoods.Place[neighbourhood];
        Decide(
            layout.First(neighbourhood),
            layout.PaddedEnd(neighbourhood),
            layout.End(neighbourhood),
            context.Day.Number,
            context.TripFactor[place],
            scratch.FreeMinutes.Pointer);
        Deliver(neighbourhood, scratch);
    }

    private void Decide(int first, int end, int used, int day, float tripFactor, int* free)
    {
        PupilState pupils = state.Pupils;
        for (int row = first; row < end; row += F.Width)
        {
            I rows = I.Counting(row);
            I exists = I.Less(rows, I.All(used));
            luck.Words<F, I>(rows, day, out I choice, out I other);

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
            I.Store((mode | along) & exists, pupils.Today.Pointer + row);

            I counted = I.Select(walks, I.All(0x1), I.Select(cycles, I.All(0x10), I.Select(bus, I.All(0x100), I.All(0x1000))));
            I.Store(I.Load(pupils.WeekModes.Pointer + row) + (counted & exists), pupils.WeekModes.Pointer + row);
            I.Store((I.Load(pupils.WalkDays.Pointer + row) << 1) | (walks & exists & I.All(1)), pupils.WalkDays.Pointer + row);
        }
    }

    private void Deliver(int neighbourhood, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        int firstResident = state.Population.Residents.Layout.First(neighbourhood);
        int first = table.Layout.First(neighbourhood);
        int end = table.Layout.End(neighbourhood);
        int* minutes = scratch.TripMinutes.Pointer;
        int* escorts = scratch.EscortMinutes.Pointer;
        byte* tripModes = scratch.TripMode.Pointer;
        int* free = scratch.FreeMinutes.Pointer;
        float* extra = state.Levers[Lever.SchoolDayMinutes]!.Pointer;
        int walkers = 0;
        int accompanied = 0;
        for (int row = first; row < end; row++)
        {
            int today = pupils.Today.Pointer[row];
            int mode = today & DayCode.ModeMask;
            int school = table.School.Pointer[row];
            int resident = table.Resident.Pointer[row] - firstResident;
            int walk = pupils.WalkMinutes.Pointer[row];
            float gained = dayMinutes + (extra[school] * (1 - compensation));
            int flags = mode;
            switch (mode)
            {
                case (int)TripMode.Walk:
                    gained += 2 * walk;
                    flags |= walk >= 10 ? 0x80 : 0;
                    if (pupils.Age.Pointer[row] is >= 7 and <= 13)
                    {
                        // Company counts as accompanied: someone's adult walks along.
                        walkers++;
                        accompanied += (today & WithAdult) != 0 || (pupils.Gates.Pointer[row] & PupilState.Alone) == 0 ? 1 : 0;
                    }

                    if ((today & WithAdult) != 0)
                    {
                        bool firstHasTime = free[pupils.FirstSlot.Pointer[row]] >= walk;
                        int adult = (firstHasTime ? table.FirstAdult.Pointer[row] : table.SecondAdult.Pointer[row]) - firstResident;
                        // Brothers and sisters go together: the longest way counts, once.
                        escorts[adult] = Math.Max(escorts[adult], 2 * walk);
                    }

                    break;
                case (int)TripMode.Cycle:
                    // A child cycles about three times as fast as it walks.
                    gained += 2 * walk / 3f;
                    flags |= 0x80;
                    break;
                case (int)TripMode.Car:
                    scratch.GateCars[school]++;
                    break;
                default:
                    break;
            }

            minutes[resident] += (int)(gained + 0.5f);
            tripModes[resident] = (byte)flags;
        }

        tallies.AddCompany(neighbourhood, walkers, accompanied);
    }
}
