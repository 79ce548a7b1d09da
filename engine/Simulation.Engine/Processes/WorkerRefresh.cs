using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>Once a week for each neighbourhood's workers: habit moves and the mode shares of the commute are worked out anew.</summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
/// <param name="state">The run's columns.</param>
/// <param name="streets">What streets near by have become.</param>
internal sealed unsafe class WorkerRefresh<F, I>(RunState state, Streets streets) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck taste = new(state.Seed, LuckStream.CommuteTaste);
    private readonly float walkConstant = state.Baseline["commute.walk"];
    private readonly float cycleConstant = state.Baseline["commute.cycle"];
    private readonly float transitConstant = state.Baseline["commute.transit"];
    private readonly float meanActive = state.Baseline["mean.commute_active"];
    private readonly float stressOnCycle = state.Parameters[CommuteParameters.StressOnCycle];
    private readonly float logKeep = Scalar.Log(1 - state.Parameters[EverydayParameters.HabitLoss]);
    private readonly float habitLeverage = state.Parameters[EverydayParameters.HabitLeverage];
    private readonly float socialWork = state.Parameters[EverydayParameters.SocialWork];
    private readonly float walkCost = state.Parameters[CommuteParameters.WalkCost];
    private readonly float walkSpeed = state.Parameters[CommuteParameters.WalkSpeed];
    private readonly float cycleCost = state.Parameters[CommuteParameters.CycleCost];
    private readonly float cycleSpeed = state.Parameters[CommuteParameters.CycleSpeed];
    private readonly TasteMovement<F, I> movement = new(state);
    private readonly float tasteLasting = state.Parameters[CommuteParameters.TasteDeviation] * MathF.Sqrt(state.Parameters[CommuteParameters.TasteLasting]);
    private readonly float tasteMoving = state.Parameters[CommuteParameters.TasteDeviation] * MathF.Sqrt(1 - state.Parameters[CommuteParameters.TasteLasting]) / ResidentState.DriftUnit;
    private readonly float disabledWalk = state.Parameters[SchoolParameters.DisabledWalk];
    private readonly float disabledCycle = state.Parameters[SchoolParameters.DisabledCycle];
    private readonly float transitCost = state.Parameters[CommuteParameters.TransitCost];
    private readonly float transitSpeed = state.Parameters[CommuteParameters.TransitSpeed];
    private readonly float transitWait = state.Parameters[CommuteParameters.TransitWait];
    private readonly float carStart = state.Parameters[CommuteParameters.CarStart];
    private readonly float carCost = state.Parameters[CommuteParameters.CarCost];
    private readonly float carSpeed = state.Parameters[CommuteParameters.CarSpeed];
    private readonly float noCar = state.Parameters[CommuteParameters.NoCar];
    private readonly float twoCars = state.Parameters[CommuteParameters.TwoCars];
    private readonly float threeCars = state.Parameters[CommuteParameters.ThreeCars];
    private readonly float habitGain = state.Parameters[EverydayParameters.HabitGain];
    private readonly float habitCeiling = state.Parameters[EverydayParameters.HabitCeiling];

    private WorkerRefresh<F1, I1>? single;

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Choice of commuters",
        "day",
        "weekly by turns; at once where an intervention touches",
        "Walking, cycling, public transport and car compete by time, cars in the household, habit, taste and colleagues.")
    {
        Reads =
        [
            state.Population.Workers.Resident, state.Population.Workers.Employer, state.Population.Workers.Arrangement, state.Population.Workers.Distance,
            state.Workers.Identity, state.Workers.Circumstances, state.Workers.ActiveDays, state.Residents.Fitness, state.Residents.Today, state.Employers.ActiveShare,
            state.Levers.InfoOf(Lever.WalkNorm), state.Levers.InfoOf(Lever.WalkDetour), state.Levers.InfoOf(Lever.CommuteNorm), state.Levers.InfoOf(Lever.CommuteCycle),
        ],
        Writes =
        [
            state.Workers.Habit, state.Workers.Taste, state.Workers.Circumstances, state.Workers.WalkShare, state.Workers.CycleShare, state.Workers.TransitShare,
        ],
        Takes = "changes of streets near by",
        Gives = "employer tallies",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Workers.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        bool due = context.RefreshDue(neighbourhood);
        if (!due && !context.Touched.Workers[neighbourhood])
        {
            foreach (int row in scratch.TouchedWorkers)
            {
                single ??= new WorkerRefresh<F1, I1>(state, streets);
                single.Refresh(neighbourhood, row, row + 1, scratch);
            }

            return;
        }

        if (due)
        {
            CountEmployers(first, layout.End(neighbourhood), scratch);
            MoveHabit(first, end);
            movement.Move(context.Day.Number / 7, first, end, scratch);
            Pace(first, layout.End(neighbourhood));
        }

        Refresh(neighbourhood, first, end, scratch);
    }

    /// <summary>Shares as they follow from where everybody stands: nothing moves, but tastes that have none begin.</summary>
    public void Renew(int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Workers.Layout;
        movement.Begin(layout.First(neighbourhood), layout.VectorEnd(neighbourhood), scratch);
        Pace(layout.First(neighbourhood), layout.End(neighbourhood));
        Refresh(neighbourhood, layout.First(neighbourhood), layout.VectorEnd(neighbourhood), scratch);
    }

    /// <summary>Works out mode shares of rows first … end − 1.</summary>
    public void Refresh(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        int* walkWords = scratch.Words[0].Pointer - first;
        int* cycleWords = scratch.Words[1].Pointer - first;
        taste.Fill<F, I>(state.Workers.Identity.Pointer + first, end - first, 0, walkWords + first, cycleWords + first);
        float* common = scratch.Parts[0].Pointer - first;
        float* fitness = scratch.Parts[1].Pointer - first;
        float* walk = scratch.Parts[2].Pointer - first;
        float* cycle = scratch.Parts[3].Pointer - first;
        Fitness.Gather(state.Population.Workers.Resident, state.Residents.Fitness, first, end, fitness);
        Pull(first, end, state.Levers[Lever.WalkNorm]![neighbourhood], common);
        Active(
            first, end, walkWords, cycleWords, common, fitness, walk, cycle,
            state.Levers[Lever.WalkDetour]![neighbourhood] * (1 + streets.Changes.WorkWalk[neighbourhood]),
            state.Levers[Lever.WalkDetour]![neighbourhood] * (1 + (stressOnCycle * streets.Changes.CycleStress[neighbourhood])));
        Share(first, end, walk, cycle);
    }

    // What walking and cycling have in common: habit, colleagues, norms.
    private void Pull(int first, int end, float walkNorm, float* common)
    {
        int* employers = state.Population.Workers.Employer.Pointer;
        ushort* habits = state.Workers.Habit.Pointer;
        float* employerShare = state.CompanySeen.Employers.ActiveShare.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            F habit = Kernels<F, I>.FromShare(I.Load(habits + row));
            IndexCheck.Assert<F, I>(I.Load(employers + row), state.Employers.ActiveShare.Length);
            F share = F.Gather(employerShare, I.Load(employers + row));
            F value = Polynomials<F, I>.Log(F.All(1f) + (F.All(habitLeverage) * habit))
                + ((share - F.All(meanActive)) * F.All(socialWork))
                + F.All(walkNorm);
            F.Store(value, common + row);
        }

        if (state.Levers[Lever.CommuteNorm] is { } norm)
        {
            for (int row = first; row < end; row += F.Width)
            {
                F.Store(F.Load(common + row) + F.Load(norm.Pointer + row), common + row);
            }
        }
    }

    private void Active(
        int first, int end, int* walkWords, int* cycleWords, float* common, float* fitness, float* walk, float* cycle, float walkMinute, float cycleMinute)
    {
        ushort* distances = state.Population.Workers.Distance.Pointer;
        byte* circumstances = state.Workers.Circumstances.Pointer;
        F walkRate = F.All(walkCost * walkMinute / (walkSpeed * 60f));
        F cycleRate = F.All(cycleCost * cycleMinute / (cycleSpeed * 60f));
        ushort* tastes = state.Workers.Taste.Pointer;
        F lasting = F.All(tasteLasting);
        F moving = F.All(tasteMoving);
        I centre = I.All(ResidentState.Centre);
        F limitedWalk = F.All(disabledWalk);
        F limitedCycle = F.All(disabledCycle);
        F zero = F.All(0f);
        I four = I.All(4);
        for (int row = first; row < end; row += F.Width)
        {
            F effort = F.FromInt(I.Load(distances + row)) / F.Load(fitness + row);
            I limited = I.Equal(I.Load(circumstances + row) & four, four);
            F pull = F.Load(common + row) + (F.FromInt(I.Load(tastes + row) - centre) * moving);
            F walking = F.All(walkConstant) + (walkRate * effort) + pull
                + (Luck.Normal<F, I>(I.Load(walkWords + row)) * lasting) + F.Select(limited, limitedWalk, zero);
            F.Store(walking, walk + row);
            F cycling = F.All(cycleConstant) + (cycleRate * effort) + pull
                + (Luck.Normal<F, I>(I.Load(cycleWords + row)) * lasting) + F.Select(limited, limitedCycle, zero);
            F.Store(cycling, cycle + row);
        }

        if (state.Levers[Lever.CommuteCycle] is { } support)
        {
            for (int row = first; row < end; row += F.Width)
            {
                F.Store(F.Load(cycle + row) + F.Load(support.Pointer + row), cycle + row);
            }
        }
    }

    private void Share(int first, int end, float* walk, float* cycle)
    {
        WorkerTable table = state.Population.Workers;
        ushort* distances = table.Distance.Pointer;
        byte* arrangements = table.Arrangement.Pointer;
        byte* circumstances = state.Workers.Circumstances.Pointer;
        ushort* walkShares = state.Workers.WalkShare.Pointer;
        ushort* cycleShares = state.Workers.CycleShare.Pointer;
        ushort* transitShares = state.Workers.TransitShare.Pointer;
        F transitCost = F.All(this.transitCost);
        F transitRate = F.All(1f / (transitSpeed * 60f));
        F transitWait = F.All(this.transitWait);
        F carStart = F.All(this.carStart);
        F carCost = F.All(this.carCost);
        F carRate = F.All(1f / (carSpeed * 60f));
        float* byCars = stackalloc float[4]
        {
            noCar, 0f, twoCars, threeCars,
        };
        F zero = F.All(0f);
        I three = I.All(3);
        for (int row = first; row < end; row += F.Width)
        {
            I whole = I.Load(distances + row);
            F metres = F.FromInt(whole);
            // Further than anyone walks or cycles, or no fixed place to go to: by car.
            I vehicle = I.Equal(I.Load(arrangements + row), I.All((int)WorkArrangement.NoFixedPlace))
                | I.Equal(whole, I.All(0)) | I.Equal(whole, I.All(65535));
            F eWalk = F.Select(vehicle, zero, Polynomials<F, I>.Exp(F.Load(walk + row)));
            F eActive = eWalk + F.Select(vehicle, zero, Polynomials<F, I>.Exp(F.Load(cycle + row)));
            F transit = F.All(transitConstant) + (transitCost * (transitWait + (metres * transitRate)));
            F eTransit = eActive + F.Select(vehicle, zero, Polynomials<F, I>.Exp(transit));
            F car = (carCost * (carStart + (metres * carRate))) + F.Gather(byCars, I.Load(circumstances + row) & three);
            F all = eTransit + Polynomials<F, I>.Exp(car);
            I.Store(Kernels<F, I>.ToShare(eWalk / all), walkShares + row);
            I.Store(Kernels<F, I>.ToShare(eActive / all), cycleShares + row);
            I.Store(Kernels<F, I>.ToShare(eTransit / all), transitShares + row);
        }
    }

    /// <summary>Whose walks raise the breathing, as of the resident.</summary>
    public void Pace(int first, int end)
    {
        int* residents = state.Population.Workers.Resident.Pointer;
        byte* circumstances = state.Workers.Circumstances.Pointer;
        byte* today = state.Residents.Today.Pointer;
        for (int row = first; row < end; row++)
        {
            int brisk = (today[residents[row]] & DayCode.Brisk) != 0 ? WorkerState.Brisk : 0;
            circumstances[row] = (byte)((circumstances[row] & ~WorkerState.Brisk) | brisk);
        }
    }

    private void CountEmployers(int first, int end, BlockScratch scratch)
    {
        int* employer = state.Population.Workers.Employer.Pointer;
        byte* days = state.Workers.ActiveDays.Pointer;
        for (int row = first; row < end; row++)
        {
            scratch.Tally.Employers[employer[row]] += (1L << 32) + System.Numerics.BitOperations.PopCount(days[row]);
        }
    }

    private void MoveHabit(int first, int end)
    {
        WorkerState workers = state.Workers;
        byte* active = state.HabitSeen.Workers.ActiveDays.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            // Of the last eight commuting days, as many of this week's (about four) as their share.
            F done = F.FromInt(Kernels<F, I>.CountByte(I.Load(active + row))) * F.All(0.5f);
            F habit = Kernels<F, I>.FromShare(I.Load(workers.Habit.Pointer + row));
            habit = Kernels<F, I>.WeekOfHabit(habit, F.All(habitCeiling), F.All(habitGain), logKeep, done, F.All(4f) - done);
            I.Store(Kernels<F, I>.ToShare(habit), workers.Habit.Pointer + row);
        }
    }
}
