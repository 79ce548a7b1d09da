using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>How pupils choose between walking, cycling, the bus and the car.</summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
/// <param name="state">The run's columns.</param>
/// <param name="streets">Speed, stress and traffic at home and at school.</param>
internal sealed unsafe class SchoolModeChoice<F, I>(RunState state, Streets streets)
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    // Beyond these a council must take pupils to school for nothing: under eight, and from eight.
    private const int TwoMiles = 3219;
    private const int ThreeMiles = 4828;
    private const int EntitledFromLater = 8;

    private readonly float walkPrimary = state.Baseline["school.walk.primary"];
    private readonly float walkSecondary = state.Baseline["school.walk.secondary"];
    private readonly float cyclePrimary = state.Baseline["school.cycle.primary"];
    private readonly float cycleSecondary = state.Baseline["school.cycle.secondary"];
    private readonly float busPrimary = state.Baseline["school.bus.primary"];
    private readonly float busSecondary = state.Baseline["school.bus.secondary"];
    private readonly float meanWalk = state.Baseline["mean.school_walk"];
    private readonly float noCar = state.Parameters[SchoolParameters.NoCar];
    private readonly float twoCars = state.Parameters[SchoolParameters.TwoCars];
    private readonly float threeCars = state.Parameters[SchoolParameters.ThreeCars];
    private readonly float disabledCycle = state.Parameters[SchoolParameters.DisabledCycle];
    private readonly float carCost = state.Parameters[SchoolParameters.CarCost];
    private readonly float carSpeed = state.Parameters[SchoolParameters.CarSpeed];
    private readonly float walkCost = state.Parameters[SchoolParameters.WalkCost];
    private readonly float busCost = state.Parameters[SchoolParameters.BusCost];
    private readonly float cycleCost = state.Parameters[SchoolParameters.CycleCost];
    private readonly float cycleSpeed = state.Parameters[SchoolParameters.CycleSpeed];
    private readonly float carStart = state.Parameters[SchoolParameters.CarStart];
    private readonly float busWait = state.Parameters[SchoolParameters.BusWait];
    private readonly float busSpeed = state.Parameters[SchoolParameters.BusSpeed];
    private readonly float busShort = state.Parameters[SchoolParameters.BusShort];
    private readonly float busEntitled = state.Parameters[SchoolParameters.BusEntitled];
    private readonly float cycleYoung = state.Parameters[SchoolParameters.CycleYoung];
    private readonly float tasteDeviation = state.Parameters[SchoolParameters.TasteDeviation];
    private readonly float habitLeverage = state.Parameters[EverydayParameters.HabitLeverage];
    private readonly float socialClass = state.Parameters[EverydayParameters.SocialClass];
    private readonly float stressOnCycle = state.Parameters[SchoolParameters.StressOnCycle];
    private readonly float permissionByStress = state.Parameters[SchoolParameters.PermissionByStress];
    private readonly float disabledWalk = state.Parameters[SchoolParameters.DisabledWalk];

    /// <summary>Car, bus and cycle: what walking is chosen against, and how those who do not walk divide.</summary>
    /// <param name="neighbourhood">Where the pupils live.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">Row after the last.</param>
    /// <param name="others">In: how much more danger crossings give than in the baseline; speed and traffic act on a ride as link stress. Out: the weight of the other modes.</param>
    public void OtherModes(int neighbourhood, int first, int end, float* others)
    {
        PupilTable table = state.Population.Pupils;
        ushort* schools = table.School.Pointer;
        ushort* distances = table.Distance.Pointer;
        byte* ages = state.Pupils.Age.Pointer;
        byte* circumstances = state.Pupils.Circumstances.Pointer;
        ushort* cycleShares = state.Pupils.CycleShare.Pointer;
        ushort* busShares = state.Pupils.BusShare.Pointer;
        float* access = state.Levers[Lever.CarAccessMinutes]!.Pointer;
        float* skill = state.Levers[Lever.SchoolCycleSkill]!.Pointer;
        float* byCars = stackalloc float[4]
        {
            noCar, 0f, twoCars, threeCars,
        };
        float limitedCycle = disabledCycle;
        F carCost = F.All(this.carCost);
        F carRate = F.All(1f / (carSpeed * 60f));
        F walkCost = F.All(this.walkCost);
        F busCost = F.All(this.busCost);
        F cycleRate = F.All(cycleCost / (cycleSpeed * 60f));
        F carStart = F.All(this.carStart);
        F busWait = F.All(this.busWait);
        F busRate = F.All(1f / (busSpeed * 60f));
        F busShort = F.All(this.busShort);
        F cycleYoung = F.All(this.cycleYoung);
        F entitled = F.All(busEntitled);
        F allowed = F.All(-permissionByStress);
        // Half of the way lies at home, half near school.
        F homeStress = F.All(streets.Changes.CycleStress[neighbourhood]);
        F homeDetour = F.All(0.5f * state.Levers[Lever.WalkDetour]![neighbourhood]);
        F onRide = F.All(stressOnCycle);
        fixed (float* schoolStress = streets.SchoolCycleStress)
        fixed (float* schoolDetour = streets.SchoolDetour)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I school = I.Load(schools + row);
                IndexCheck.Assert<F, I>(school, state.Population.Schools.Count);
                I whole = I.Load(distances + row);
                F metres = F.FromInt(whole);
                I age = I.Load(ages + row);
                I far = I.Less(I.Select(I.Less(age, I.All(EntitledFromLater)), I.All(TwoMiles), I.All(ThreeMiles)), whole);
                I secondary = I.Less(I.All(10), age);
                I circumstance = I.Load(circumstances + row);
                F car = (carCost * (carStart + (metres * carRate)))
                    + (walkCost * F.Gather(access, school))
                    + F.Gather(byCars, circumstance & I.All(3));
                // A bus takes a while to reach and wait for, and hardly serves a walk of a kilometre.
                F bus = F.Select(secondary, F.All(busSecondary), F.All(busPrimary))
                    + (busCost * (busWait + (metres * busRate)))
                    + F.Select(far, entitled, F.All(0f))
                    - Polynomials<F, I>.Exp(busShort - (metres * F.All(1f / 1000f)));
                I four = I.All(4);
                F cycle = F.Select(secondary, F.All(cycleSecondary), F.All(cyclePrimary))
                    + (cycleRate * metres * (homeDetour + (F.All(0.5f) * F.Gather(schoolDetour, school))) * (F.All(1f) + (onRide * (homeStress + F.Gather(schoolStress, school)))))
                    + (allowed * F.Load(others + row))
                    + F.Gather(skill, school)
                    + F.Select(I.Equal(circumstance & four, four), F.All(limitedCycle), F.All(0f))
                    + F.Select(I.Less(age, I.All(7)), cycleYoung, F.All(0f));
                F eCycle = Polynomials<F, I>.Exp(cycle);
                F ePublic = eCycle + Polynomials<F, I>.Exp(bus);
                F all = ePublic + Polynomials<F, I>.Exp(car);
                F.Store(all, others + row);
                I.Store(Kernels<F, I>.ToShare(eCycle / all), cycleShares + row);
                I.Store(Kernels<F, I>.ToShare(ePublic / all), busShares + row);
            }
        }
    }

    /// <summary>Odds of walking against the other modes together.</summary>
    public void Walk(int first, int end, float norm, int* tasteWords, float* cost, float* others, float* fitness)
    {
        PupilTable table = state.Population.Pupils;
        ushort* schools = table.School.Pointer;
        ushort* distances = table.Distance.Pointer;
        int* classes = table.Class.Pointer;
        int* residents = table.Resident.Pointer;
        byte* ages = state.Pupils.Age.Pointer;
        byte* circumstances = state.Pupils.Circumstances.Pointer;
        ushort* habits = state.Pupils.Habit.Pointer;
        float* odds = state.Pupils.WalkOdds.Pointer;
        float* norms = state.Levers[Lever.SchoolWalkNorm]!.Pointer;
        F spread = F.All(tasteDeviation);
        F leverage = F.All(habitLeverage);
        F pull = F.All(socialClass);
        F limitedWalk = F.All(disabledWalk);
        I four = I.All(4);
        float* classShare = state.CompanySeen.Classes.WalkShare.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            I secondary = I.Less(I.All(10), I.Load(ages + row));
            F way = F.FromInt(I.Load(distances + row)) * F.Load(cost + row) / F.Load(fitness + row);
            IndexCheck.Assert<F, I>(I.Max(I.Load(classes + row), I.All(0)), state.Classes.WalkShare.Length);
            IndexCheck.Assert<F, I>(I.Load(schools + row), state.Population.Schools.Count);
            F peers = (F.Gather(classShare, I.Max(I.Load(classes + row), I.All(0))) - F.All(meanWalk)) * pull;
            F walk = F.Select(secondary, F.All(walkSecondary), F.All(walkPrimary))
                + way
                + (Luck.Normal<F, I>(I.Load(tasteWords + row)) * spread)
                + peers
                + F.Gather(norms, I.Load(schools + row))
                + F.All(norm)
                + F.Select(I.Equal(I.Load(circumstances + row) & four, four), limitedWalk, F.All(0f));
            F habit = F.All(1f) + (leverage * Kernels<F, I>.FromShare(I.Load(habits + row)));
            F value = Polynomials<F, I>.Exp(walk) * habit / F.Load(others + row);
            I exists = ~I.Less(I.Load(residents + row), I.All(0));
            F.Store(F.Select(exists, value, F.All(0f)), odds + row);
        }
    }
}
