using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Once a week for each neighbourhood's workers: habit moves and the mode shares of the commute are worked out anew (model.md §2.5).</summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class WorkerRefresh<F, I>(ModelState state) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const float Never = -30f;
    private readonly Luck taste = new(state.Seed, LuckStream.CommuteTaste);
    private readonly ParameterSet set = state.Parameters;
    private readonly float walkConstant = state.Baseline["commute.walk"];
    private readonly float cycleConstant = state.Baseline["commute.cycle"];
    private readonly float transitConstant = state.Baseline["commute.transit"];
    private readonly float meanActive = state.Baseline["mean.commute_active"];
    private readonly float logKeep = Scalar.Log(1 - state.Parameters[EverydayParameters.HabitLoss]);

    private WorkerRefresh<F1, I1>? single;

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Choice of commuters",
        "day",
        "weekly by turns; at once where an intervention touches",
        "active commuting days, employer share, fitness, levers",
        "habit of active commuting, mode shares; employer tallies",
        "Walking, cycling, public transport and car compete by time, cars in the household, habit, taste and colleagues.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Workers.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.PaddedEnd(neighbourhood);
        bool due = context.RefreshDue(neighbourhood);
        if (!due && !context.TouchedNeighbourhood[neighbourhood])
        {
            foreach (int row in DayContext.Within(context.TouchedWorkers, first, end))
            {
                single ??= new WorkerRefresh<F1, I1>(state);
                single.Refresh(neighbourhood, row, row + 1, scratch);
            }

            return;
        }

        if (due)
        {
            CountEmployers(first, layout.End(neighbourhood), scratch);
            MoveHabit(first, end);
        }

        Refresh(neighbourhood, first, end, scratch);
    }

    /// <summary>Works out mode shares of rows first … end − 1.</summary>
    public void Refresh(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        WorkerTable table = state.Population.Workers;
        WorkerState workers = state.Workers;
        float walkNorm = state.Levers[Lever.WalkNorm]![neighbourhood];
        float cycleStress = state.Levers[Lever.CycleStress]![neighbourhood];
        float detour = state.Levers[Lever.WalkDetour]![neighbourhood];
        float* norm = state.Levers[Lever.CommuteNorm] is { } n ? n.Pointer : null;
        float* support = state.Levers[Lever.CommuteCycle] is { } c ? c.Pointer : null;
        float leverage = set[EverydayParameters.HabitLeverage];
        float pull = set[EverydayParameters.SocialWork];
        float spread = set[CommuteParameters.TasteDeviation];
        F zero = F.All(0f);
        int* fitness = stackalloc int[16];
        int* walkWords = scratch.Words[0].Pointer;
        int* cycleWords = scratch.Words[1].Pointer;
        taste.Fill<F, I>(first, end, 0, walkWords, cycleWords);
        fixed (float* employerShare = state.EmployerShare)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I walkWord = I.Load(walkWords + (row - first));
                I cycleWord = I.Load(cycleWords + (row - first));
                for (int lane = 0; lane < F.Width; lane++)
                {
                    int resident = table.Resident.Pointer[row + lane];
                    fitness[lane] = resident < 0 ? 32768 : state.Residents.Fitness.Pointer[resident];
                }

                F fit = F.FromInt(I.Load(fitness)) * F.All(1f / 32768f);
                I metresInt = I.Load(table.Distance.Pointer + row);
                F metres = F.FromInt(metresInt);
                I circumstances = I.Load(workers.Circumstances.Pointer + row);
                I limited = ~I.Equal(circumstances & I.All(4), I.All(0));
                I cars = circumstances & I.All(3);
                F habit = Kernels<F, I>.FromShare(I.Load(workers.Habit.Pointer + row));
                F common = Polynomials<F, I>.Log(F.All(1f) + (F.All(leverage) * habit))
                    + ((F.Gather(employerShare, I.Load(table.Employer.Pointer + row)) - F.All(meanActive)) * F.All(pull))
                    + F.All(walkNorm);
                if (norm != null)
                {
                    common = common + F.Load(norm + row);
                }

                // Longer than walking or cycling can be, or no fixed place to walk to.
                I vehicle = I.Equal(I.Load(table.Arrangement.Pointer + row), I.All((int)WorkArrangement.NoFixedPlace))
                    | I.Equal(metresInt, I.All(0)) | I.Equal(metresInt, I.All(65535));
                F walkMinutes = metres * F.All(detour) / F.All(set[CommuteParameters.WalkSpeed] * 60f);
                F walk = F.All(walkConstant) + (F.All(set[CommuteParameters.WalkCost]) * walkMinutes / fit) + common
                    + (Luck.Normal<F, I>(walkWord) * F.All(spread))
                    + F.Select(limited, F.All(set[SchoolParameters.DisabledWalk]), zero);
                F cycleMinutes = metres / F.All(set[CommuteParameters.CycleSpeed] * 60f);
                F cycle = F.All(cycleConstant) + (F.All(set[CommuteParameters.CycleCost] * (0.5f + (0.5f * cycleStress))) * cycleMinutes / fit) + common
                    + (Luck.Normal<F, I>(cycleWord) * F.All(spread))
                    + F.Select(limited, F.All(set[SchoolParameters.DisabledCycle]), zero);
                if (support != null)
                {
                    cycle = cycle + F.Load(support + row);
                }

                F transit = F.All(transitConstant) + (F.All(set[CommuteParameters.TransitCost])
                    * (F.All(15f) + (metres / F.All(set[CommuteParameters.TransitSpeed] * 60f))));
                F car = (F.All(set[CommuteParameters.CarCost]) * (F.All(5f) + (metres / F.All(set[CommuteParameters.CarSpeed] * 60f))))
                    + F.Select(I.Equal(cars, I.All(0)), F.All(set[CommuteParameters.NoCar]),
                        F.Select(I.Equal(cars, I.All(1)), zero,
                        F.Select(I.Equal(cars, I.All(2)), F.All(set[CommuteParameters.TwoCars]), F.All(set[CommuteParameters.ThreeCars]))));

                F eWalk = Polynomials<F, I>.Exp(F.Select(vehicle, F.All(Never), walk));
                F eCycle = Polynomials<F, I>.Exp(F.Select(vehicle, F.All(Never), cycle));
                F eTransit = Polynomials<F, I>.Exp(F.Select(vehicle, F.All(Never), transit));
                F all = eWalk + eCycle + eTransit + Polynomials<F, I>.Exp(car);
                I.Store(Kernels<F, I>.ToShare(eWalk / all), workers.WalkShare.Pointer + row);
                I.Store(Kernels<F, I>.ToShare((eWalk + eCycle) / all), workers.CycleShare.Pointer + row);
                I.Store(Kernels<F, I>.ToShare((eWalk + eCycle + eTransit) / all), workers.TransitShare.Pointer + row);
            }
        }
    }

    private void CountEmployers(int first, int end, BlockScratch scratch)
    {
        int* employer = state.Population.Workers.Employer.Pointer;
        byte* days = state.Workers.ActiveDays.Pointer;
        for (int row = first; row < end; row++)
        {
            scratch.EmployerActive[employer[row]] += System.Numerics.BitOperations.PopCount(days[row]);
            scratch.EmployerDays[employer[row]]++;
        }
    }

    private void MoveHabit(int first, int end)
    {
        WorkerState workers = state.Workers;
        float gain = set[EverydayParameters.HabitGain];
        float ceiling = set[EverydayParameters.HabitCeiling];
        for (int row = first; row < end; row += F.Width)
        {
            // Of the last eight commuting days, as many of this week's (about four) as their share.
            F done = F.FromInt(Kernels<F, I>.CountByte(I.Load(workers.ActiveDays.Pointer + row))) * F.All(0.5f);
            F habit = Kernels<F, I>.FromShare(I.Load(workers.Habit.Pointer + row));
            habit = Kernels<F, I>.WeekOfHabit(habit, F.All(ceiling), F.All(gain), logKeep, done, F.All(4f) - done);
            I.Store(Kernels<F, I>.ToShare(habit), workers.Habit.Pointer + row);
        }
    }
}
