using System.Runtime.CompilerServices;
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
internal sealed unsafe class PupilRefresh<F, I> : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly ModelState state;
    private readonly Streets streets;
    private readonly Luck taste;
    private readonly Luck company;
    private readonly ParameterSet set;
    private readonly float[] constants = new float[6];
    private readonly float logKeep;
    private readonly float meanWalk;

    /// <summary>A refresh over the run's columns.</summary>
    public PupilRefresh(ModelState state, Streets streets)
    {
        this.state = state;
        this.streets = streets;
        set = state.Parameters;
        taste = new Luck(state.Seed, LuckStream.SchoolTaste);
        company = new Luck(state.Seed, LuckStream.SchoolCompany);
        string[] names =
        [
            "school.walk.primary", "school.walk.secondary", "school.cycle.primary", "school.cycle.secondary",
            "school.bus.primary", "school.bus.secondary",
        ];
        for (int i = 0; i < names.Length; i++)
        {
            constants[i] = state.Baseline[names[i]];
        }

        logKeep = Scalar.Log(1 - set[EverydayParameters.HabitLoss]);
        meanWalk = state.Baseline["mean.school_walk"];
    }

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
        int end = table.Layout.PaddedEnd(neighbourhood);
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
        FeelRoute(neighbourhood, first, end, routeWords, danger, cost);
        Permit(first, end, rankWords, companyWords, danger);
        OtherModes(first, end, others);
        Fitness.Gather(state.Population.Pupils.Resident, state.Residents.Fitness, first, end, fitness);
        Walk(first, end, state.Levers[Lever.WalkNorm]![neighbourhood], tasteWords, cost, others, fitness);
    }

    // The route: half of it at home, half near school, and something of its own. Leaves the danger felt (z-score) and the
    // cost of a metre's walk (logit).
    private void FeelRoute(int neighbourhood, int first, int end, int* routeWords, float* danger, float* cost)
    {
        PupilTable table = state.Population.Pupils;
        float stressWeight = set[SchoolParameters.StressWeight];
        F half = F.All(0.5f);
        F homeSpeed = F.All(streets.Speed[neighbourhood]);
        F homeStress = F.All(state.StreetStress[neighbourhood]);
        F homeJunctions = F.All(state.Levers[Lever.JunctionStress]![neighbourhood]);
        F homeDetour = F.All(state.Levers[Lever.WalkDetour]![neighbourhood]);
        F homeTraffic = F.All(state.Levers[Lever.StreetTraffic]![neighbourhood]);
        F onStress = F.All(stressWeight / set[StreetParameters.StressDeviation]);
        F onSpeed = F.All((1 - stressWeight) / set[StreetParameters.SpeedDeviation]);
        F routeSpread = F.All(set[StreetParameters.RouteSpread]);
        F feedback = F.All(set[SchoolParameters.TrafficFeedback]);
        F junctionBase = F.All(set[StreetParameters.Junctions]);
        F speedBase = F.All(set[StreetParameters.Speed]);
        F green = F.All(set[SchoolParameters.GreenOnWalk] * state.Levers[Lever.GreenDeficit]![neighbourhood]);
        F speedOn = F.All(set[SchoolParameters.SpeedOnWalk] / 50f);
        F junctionOn = F.All(set[SchoolParameters.JunctionOnWalk]);
        // A minute costs what it costs on today's average street, and what the evidence says of streets that differ from it.
        float seconds = set[SchoolParameters.ChildSpeed] * 60f;
        F primary = F.All(set[SchoolParameters.WalkCostPrimary] / seconds);
        F secondary = F.All(set[SchoolParameters.WalkCostSecondary] / seconds);
        F evidence = F.All(set[SchoolParameters.WalkCost] / seconds);
        ushort* schools = table.School.Pointer;
        byte* ages = state.Pupils.Age.Pointer;
        fixed (float* schoolSpeed = streets.SchoolSpeed)
        fixed (float* schoolStress = streets.SchoolStress)
        fixed (float* schoolJunctions = streets.SchoolJunctions)
        fixed (float* schoolDetour = streets.SchoolDetour)
        fixed (float* schoolTraffic = streets.SchoolTraffic)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I school = I.Load(schools + row);
                F speed = (homeSpeed + F.Gather(schoolSpeed, school)) * half;
                F stress = (homeStress + F.Gather(schoolStress, school)) * half;
                stress = F.Max(stress + (Luck.Normal<F, I>(I.Load(routeWords + row)) * routeSpread), F.All(0.02f));
                stress = stress * (homeJunctions + F.Gather(schoolJunctions, school)) * half;
                F traffic = (homeTraffic + F.Gather(schoolTraffic, school)) * half;
                F felt = ((stress - junctionBase) * onStress) + ((speed - speedBase) * onSpeed) + ((traffic - F.All(1f)) * feedback);
                F.Store(felt, danger + row);
                I age = I.Load(ages + row);
                F differs = green + (speedOn * (speed - speedBase)) + (junctionOn * (stress - junctionBase));
                F perMetre = F.Select(I.Less(I.All(10), age), secondary, primary) + (evidence * differs);
                F detour = (homeDetour + F.Gather(schoolDetour, school)) * half;
                F.Store(perMetre * detour / Pace(F.FromInt(age)), cost + row);
            }
        }
    }

    // Permission: nobody under seven; above, a lasting rank against a chance that falls with danger. Company likewise.
    private void Permit(int first, int end, int* rankWords, int* companyWords, float* danger)
    {
        byte* ages = state.Pupils.Age.Pointer;
        byte* gates = state.Pupils.Gates.Pointer;
        int* residents = state.Population.Pupils.Resident.Pointer;
        ushort* schools = state.Population.Pupils.School.Pointer;
        float* offers = state.Levers[Lever.EscortOffer]!.Pointer;
        F at8 = F.All(set[SchoolParameters.PermissionAt8]);
        F byAge = F.All(set[SchoolParameters.PermissionByAge]);
        F byStress = F.All(set[SchoolParameters.PermissionByStress]);
        F usual = F.All(set[SchoolParameters.OtherEscort]);
        for (int row = first; row < end; row += F.Width)
        {
            F age = F.FromInt(I.Load(ages + row));
            F chance = Polynomials<F, I>.Logistic(at8 + (byAge * (age - F.All(8f))) - (byStress * F.Load(danger + row)));
            I alone = F.Less(Luck.Uniform<F, I>(I.Load(rankWords + row)), chance) & ~F.Less(age, F.All(7f));
            F offer = usual + F.Gather(offers, I.Load(schools + row));
            I together = F.Less(Luck.Uniform<F, I>(I.Load(companyWords + row)), offer);
            I open = (alone & I.All(PupilState.Alone)) | (together & I.All(PupilState.Company));
            I exists = ~I.Less(I.Load(residents + row), I.All(0));
            I.Store(open & exists, gates + row);
        }
    }

    // Car, bus and cycle: what walking is chosen against, and how those who do not walk divide.
    private void OtherModes(int first, int end, float* others)
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
            set[SchoolParameters.NoCar], 0f, set[SchoolParameters.TwoCars], set[SchoolParameters.ThreeCars],
        };
        float limitedCycle = set[SchoolParameters.DisabledCycle];
        F carCost = F.All(set[SchoolParameters.CarCost]);
        F carRate = F.All(1f / (set[SchoolParameters.CarSpeed] * 60f));
        F walkCost = F.All(set[SchoolParameters.WalkCost]);
        F busCost = F.All(set[SchoolParameters.BusCost]);
        F cycleRate = F.All(set[SchoolParameters.CycleCost] / (set[SchoolParameters.CycleSpeed] * 60f));
        F carStart = F.All(set[SchoolParameters.CarStart]);
        F busWait = F.All(set[SchoolParameters.BusWait]);
        F busRate = F.All(1f / (set[SchoolParameters.BusSpeed] * 60f));
        F busShort = F.All(set[SchoolParameters.BusShort]);
        F cycleYoung = F.All(set[SchoolParameters.CycleYoung]);
        for (int row = first; row < end; row += F.Width)
        {
            I school = I.Load(schools + row);
            F metres = F.FromInt(I.Load(distances + row));
            I age = I.Load(ages + row);
            I secondary = I.Less(I.All(10), age);
            I circumstance = I.Load(circumstances + row);
            F car = (carCost * (carStart + (metres * carRate)))
                + (walkCost * F.Gather(access, school))
                + F.Gather(byCars, circumstance & I.All(3));
            // A bus takes a while to reach and wait for, and hardly serves a walk of a kilometre.
            F bus = F.Select(secondary, F.All(constants[5]), F.All(constants[4]))
                + (busCost * (busWait + (metres * busRate)))
                - Polynomials<F, I>.Exp(busShort - (metres * F.All(1f / 1000f)));
            I four = I.All(4);
            F cycle = F.Select(secondary, F.All(constants[3]), F.All(constants[2]))
                + (cycleRate * metres)
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

    private void Walk(int first, int end, float norm, int* tasteWords, float* cost, float* others, float* fitness)
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
        F spread = F.All(set[SchoolParameters.TasteDeviation]);
        F leverage = F.All(set[EverydayParameters.HabitLeverage]);
        F pull = F.All(set[EverydayParameters.SocialClass]);
        F limitedWalk = F.All(set[SchoolParameters.DisabledWalk]);
        I four = I.All(4);
        fixed (float* classShare = state.ClassShare)
        {
            for (int row = first; row < end; row += F.Width)
            {
                I secondary = I.Less(I.All(10), I.Load(ages + row));
                F way = F.FromInt(I.Load(distances + row)) * F.Load(cost + row) / F.Load(fitness + row);
                F peers = (F.Gather(classShare, I.Max(I.Load(classes + row), I.All(0))) - F.All(meanWalk)) * pull;
                F walk = F.Select(secondary, F.All(constants[1]), F.All(constants[0]))
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

    /// <summary>Pace of a child of some age against one of eleven: 0.8 at five, with an adult at its side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Pace(F age) =>
        F.Min(F.Max((age - F.All(5f)) * F.All(0.2f / 6f), F.All(0f)), F.All(0.2f)) + F.All(0.8f);

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
        float gain = set[EverydayParameters.HabitGain];
        float ceiling = set[EverydayParameters.HabitCeiling];
        I recent = I.All((1 << schoolDays) - 1);
        for (int row = first; row < end; row += F.Width)
        {
            F done = F.FromInt(Kernels<F, I>.CountByte(I.Load(pupils.WalkDays.Pointer + row) & recent));
            F habit = Kernels<F, I>.FromShare(I.Load(pupils.Habit.Pointer + row));
            habit = Kernels<F, I>.WeekOfHabit(habit, F.All(ceiling), F.All(gain), logKeep, done, F.All(schoolDays) - done);
            I.Store(Kernels<F, I>.ToShare(habit), pupils.Habit.Pointer + row);
        }
    }
}
