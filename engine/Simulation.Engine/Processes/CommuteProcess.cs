using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// The working day: who works today, at home or away, how they travel, and how many minutes each worker has between the
/// school gate's opening and the moment of leaving for work (the time gate).
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class CommuteProcess<F, I>(RunState state) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck luck = new(state.Seed, LuckStream.CommuteMode);
    private readonly int gateOpens = (int)state.Parameters[SchoolParameters.GateOpens];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Commute",
        "day",
        "daily",
        "Each worker works or not, at home or away, and travels on foot, by cycle, public transport (on foot to the stop) or car; what is left between the school gate and work is the time gate.")
    {
        Reads =
        [
            state.Population.Workers.Resident, state.Population.Workers.WorkDays, state.Population.Workers.HomeDays, state.Population.Workers.HomeCapable,
            state.Population.Workers.Start, state.Population.Workers.FlexMinutes,
            state.Workers.WalkShare, state.Workers.CycleShare, state.Workers.TransitShare,
            state.Workers.Identity, state.Workers.FirstHomeDay, state.Workers.ExtraHomeDays, state.Workers.ExtraFlex,
            state.Workers.WalkMinutes, state.Workers.CycleMinutes, state.Workers.TravelMinutes, state.Workers.Circumstances,
        ],
        Writes =
        [
            state.Workers.WeekModes, state.Workers.ActiveDays,
        ],
        Takes = "date",
        Gives = "workers' part of the day: mode and minutes; free minutes before work",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Workers.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        Decide(context, first, end, layout.End(neighbourhood), scratch);
        Measure(first, end, scratch);
        Deliver(neighbourhood, scratch);
    }

    private void Decide(DayContext context, int first, int end, int used, BlockScratch scratch)
    {
        WorkerTable table = state.Population.Workers;
        WorkerState workers = state.Workers;
        int weekday = context.Day.Weekday;
        // On a bank holiday only those work who also work at weekends.
        I dayBit = I.All(context.Day.BankHoliday ? 1 << 5 : 1 << weekday);
        I homeDay = I.All(Math.Min(weekday, 4));
        I five = I.All(5);
        I zero = I.All(0);
        int* free = scratch.FreeMinutes.Pointer + BlockScratch.FirstWorkerSlot;
        int* modes = scratch.Words[0].Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            I rows = I.Counting(row);
            I exists = I.Less(rows, I.All(used));
            I works = exists & ~I.Equal(I.Load(table.WorkDays.Pointer + row) & dayBit, zero);
            I capable = ~I.Equal(I.Load(table.HomeCapable.Pointer + row), zero);
            I homeDays = I.Load(table.HomeDays.Pointer + row)
                + (I.Load(workers.ExtraHomeDays.Pointer + row) & capable);
            // Home days are counted from each worker's own first weekday, so one day more keeps the days before it.
            I turn = homeDay + five - I.Load(workers.FirstHomeDay.Pointer + row);
            turn = I.Select(I.Less(turn, five), turn, turn - five);
            I atHome = works & I.Less(turn, homeDays);
            I away = works & ~atHome;

            luck.Words<F, I>(I.Load(workers.Identity.Pointer + row), context.Day.Number, out I word, out _);
            I u = word >>> 16;
            I walks = away & I.Less(u, I.Load(workers.WalkShare.Pointer + row));
            I cycles = away & ~walks & I.Less(u, I.Load(workers.CycleShare.Pointer + row));
            I transit = away & ~walks & ~cycles & I.Less(u, I.Load(workers.TransitShare.Pointer + row));
            I mode = I.Select(walks, I.All((int)TripMode.Walk), I.Select(cycles, I.All((int)TripMode.Cycle),
                I.Select(transit, I.All((int)TripMode.Transit), I.All((int)TripMode.Car))));
            mode = I.Select(atHome, I.All((int)TripMode.Home), mode) & works;
            I.Store(mode, modes + (row - first));

            // One nibble a mode; a week has at most seven days, so no nibble overflows.
            I counted = I.Select(walks, I.All(0x1), I.Select(cycles, I.All(0x10), I.Select(transit, I.All(0x100), I.All(0x1000))));
            counted = I.Select(atHome, I.All(0x10000), counted) & works;
            I.Store(I.Load(workers.WeekModes.Pointer + row) + counted, workers.WeekModes.Pointer + row);

            I history = I.Load(workers.ActiveDays.Pointer + row);
            I shifted = ((history << 1) | ((walks | cycles) & I.All(1))) & I.All(0xFF);
            I.Store(I.Select(away, shifted, history), workers.ActiveDays.Pointer + row);

            I mustLeave = I.Load(table.Start.Pointer + row) + I.Load(table.FlexMinutes.Pointer + row)
                + I.Load(workers.ExtraFlex.Pointer + row) - I.All(gateOpens)
                - (I.Load(workers.TravelMinutes.Pointer + row) & away);
            I.Store(I.Select(works, mustLeave, I.All(BlockScratch.AlwaysFree)), free + (row - first));
        }
    }

    // The worker's part of the resident's day: mode, minutes and whether it was travel.
    private void Measure(int first, int end, BlockScratch scratch)
    {
        byte* walkMinutes = state.Workers.WalkMinutes.Pointer + first;
        byte* cycleMinutes = state.Workers.CycleMinutes.Pointer + first;
        byte* circumstances = state.Workers.Circumstances.Pointer + first;
        int* modes = scratch.Words[0].Pointer;
        int* days = scratch.Words[1].Pointer;
        I ten = I.All(10);
        I brisk = I.All(WorkerState.Brisk);
        for (int i = 0; i < end - first; i += F.Width)
        {
            I mode = I.Load(modes + i);
            I cycles = I.Equal(mode, I.All((int)TripMode.Cycle));
            I walk = I.Load(walkMinutes + i);
            I cycle = I.Load(cycleMinutes + i);
            // Bouts of 10 minutes or more are travel, there and back, and count if they raise the breathing.
            I circumstance = I.Load(circumstances + i);
            // On foot all the way, or to the stop.
            I onFoot = (walk & I.Equal(mode, I.All((int)TripMode.Walk))) | ((circumstance >>> WorkerState.StopShift) & I.Equal(mode, I.All((int)TripMode.Transit)));
            I bout = ~I.Less(onFoot, ten);
            I counts = I.Equal(circumstance & brisk, brisk);
            I minutes = ((onFoot & bout & counts) + (cycle & cycles & ~I.Less(cycle, ten))) << 1;
            I.Store((mode << DayWord.CodeShift) | minutes | ((bout | cycles) & I.All(DayWord.Travel)), days + i);
        }
    }

    private void Deliver(int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Workers.Layout;
        int first = layout.First(neighbourhood);
        int count = layout.UsedIn(neighbourhood);
        int* residents = state.Population.Workers.Resident.Pointer + first;
        int firstResident = state.Population.Residents.Layout.First(neighbourhood);
        int* days = scratch.Days.Pointer - firstResident;
        int* delivered = scratch.Words[1].Pointer;
        for (int i = 0; i < count; i++)
        {
            IndexCheck.Assert(residents[i] - firstResident, scratch.Days.Length);
            days[residents[i]] = delivered[i];
        }
    }
}
