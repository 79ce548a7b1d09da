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
    // Spreads of speed and stress between routes, by which danger is standardised (z-scores).
    private const float SpeedDeviation = 3.5f;
    private const float StressDeviation = 0.2f;

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
        else if (context.TouchedNeighbourhood[neighbourhood])
        {
            Refresh(neighbourhood, first, end, scratch);
        }
        else if (context.AnyTouched)
        {
            int used = table.Layout.End(neighbourhood);
            for (int row = first; row < used; row++)
            {
                if (context.TouchedSchool[table.School.Pointer[row]])
                {
                    streets.RefreshOnePupil(neighbourhood, row, scratch);
                }
            }
        }
    }

    /// <summary>Works out odds, shares and gates of rows first … end − 1.</summary>
    public void Refresh(int neighbourhood, int first, int end, BlockScratch scratch)
    {
        PupilTable table = state.Population.Pupils;
        PupilState pupils = state.Pupils;
        float walkCost = set[SchoolParameters.WalkCost];
        float speedOn = set[SchoolParameters.SpeedOnWalk] / 50f;
        float junctionOn = set[SchoolParameters.JunctionOnWalk];
        float greenOn = set[SchoolParameters.GreenOnWalk];
        float tasteSpread = set[SchoolParameters.TasteDeviation];
        float leverage = set[EverydayParameters.HabitLeverage];
        float pull = set[EverydayParameters.SocialClass];
        float stressWeight = set[SchoolParameters.StressWeight];
        float feedback = set[SchoolParameters.TrafficFeedback];
        float speedBase = set[EverydayParameters.SpeedBase];
        float junctionBase = set[EverydayParameters.Junctions];
        float homeSpeed = streets.Speed[neighbourhood];
        float homeStress = state.StreetStress[neighbourhood];
        float homeJunctions = state.Levers[Lever.JunctionStress]![neighbourhood];
        float homeDetour = state.Levers[Lever.WalkDetour]![neighbourhood];
        float homeTraffic = state.Levers[Lever.StreetTraffic]![neighbourhood];
        float homeGreen = state.Levers[Lever.GreenDeficit]![neighbourhood];
        float walkNorm = state.Levers[Lever.WalkNorm]![neighbourhood];
        F zero = F.All(0f);
        F one = F.All(1f);
        ResidentState residents = state.Residents;
        fixed (float* schoolSpeed = streets.SchoolSpeed)
        fixed (float* schoolStress = streets.SchoolStress)
        fixed (float* schoolJunctions = streets.SchoolJunctions)
        fixed (float* schoolDetour = streets.SchoolDetour)
        fixed (float* schoolTraffic = streets.SchoolTraffic)
        fixed (float* classShare = state.ClassShare)
        {
            int* fitness = stackalloc int[16];
            int* tasteWords = scratch.Words[0].Pointer;
            int* rankWords = scratch.Words[1].Pointer;
            int* companyWords = scratch.Words[2].Pointer;
            int* routeWords = scratch.Words[3].Pointer;
            taste.Fill<F, I>(first, end, 0, tasteWords, rankWords);
            company.Fill<F, I>(first, end, 0, companyWords, routeWords);
            for (int row = first; row < end; row += F.Width)
            {
                I exists = ~I.Less(I.Load(table.Resident.Pointer + row), I.All(0));
                I school = I.Load(table.School.Pointer + row);
                int local = row - first;
                I tasteWord = I.Load(tasteWords + local);
                I rankWord = I.Load(rankWords + local);
                I companyWord = I.Load(companyWords + local);
                I routeWord = I.Load(routeWords + local);
                F age = F.FromInt(I.Load(pupils.Age.Pointer + row));
                I secondary = F.Less(F.All(10.5f), age);
                I circumstances = I.Load(pupils.Circumstances.Pointer + row);
                I limited = ~I.Equal(circumstances & I.All(4), I.All(0));
                I cars = circumstances & I.All(3);
                for (int lane = 0; lane < F.Width; lane++)
                {
                    int resident = table.Resident.Pointer[row + lane];
                    fitness[lane] = resident < 0 ? 32768 : residents.Fitness.Pointer[resident];
                }

                F fit = F.FromInt(I.Load(fitness)) * F.All(1f / 32768f);
                F metres = F.FromInt(I.Load(table.Distance.Pointer + row));

                // The route: half of it at home, half near school, and something of its own.
                F route = Luck.Normal<F, I>(routeWord);
                F speed = (F.All(homeSpeed) + F.Gather(schoolSpeed, school)) * F.All(0.5f);
                F stress = (F.All(homeStress) + F.Gather(schoolStress, school)) * F.All(0.5f);
                stress = F.Max(stress + (route * F.All(0.15f)), F.All(0.02f));
                stress = stress * (F.All(homeJunctions) + F.Gather(schoolJunctions, school)) * F.All(0.5f);
                F traffic = (F.All(homeTraffic) + F.Gather(schoolTraffic, school)) * F.All(0.5f);
                F detour = (F.All(homeDetour) + F.Gather(schoolDetour, school)) * F.All(0.5f);
                F danger = ((stress - F.All(junctionBase)) * F.All(stressWeight / StressDeviation))
                    + ((speed - F.All(speedBase)) * F.All((1 - stressWeight) / SpeedDeviation))
                    + ((traffic - one) * F.All(feedback));

                // Permission: nobody under seven; above, a lasting rank against a chance that falls with danger.
                F permission = Polynomials<F, I>.Logistic(
                    F.All(set[SchoolParameters.PermissionAt8])
                    + (F.All(set[SchoolParameters.PermissionByAge]) * (age - F.All(8f)))
                    - (F.All(set[SchoolParameters.PermissionByStress]) * danger));
                I alone = F.Less(Luck.Uniform<F, I>(rankWord), permission) & ~F.Less(age, F.All(7f));
                F offer = F.All(set[SchoolParameters.OtherEscort]) + Offer(school);
                I together = F.Less(Luck.Uniform<F, I>(companyWord), offer);
                I gates = (alone & I.All(PupilState.Alone)) | (together & I.All(PupilState.Company));
                I.Store(gates & exists, pupils.Gates.Pointer + row);

                F pace = F.All(set[SchoolParameters.ChildSpeed]) * Pace(age);
                F walkMinutes = metres * detour / (pace * F.All(60f));
                F habit = Kernels<F, I>.FromShare(I.Load(pupils.Habit.Pointer + row));
                F weight = one
                    + (F.All(speedOn) * speed)
                    + (F.All(junctionOn) * stress)
                    + F.All(greenOn * homeGreen);
                F walk = F.Select(secondary, F.All(constants[1]), F.All(constants[0]))
                    + (F.All(walkCost) * walkMinutes * weight / fit)
                    + (Luck.Normal<F, I>(tasteWord) * F.All(tasteSpread))
                    + Polynomials<F, I>.Log(one + (F.All(leverage) * habit))
                    + ((F.Gather(classShare, I.Max(I.Load(table.Class.Pointer + row), I.All(0))) - F.All(meanWalk)) * F.All(pull))
                    + LeverOf(Lever.SchoolWalkNorm, school)
                    + F.All(walkNorm)
                    + F.Select(limited, F.All(set[SchoolParameters.DisabledWalk]), zero);

                F carMinutes = F.All(4f) + (metres / F.All(set[SchoolParameters.CarSpeed] * 60f));
                F car = (F.All(set[SchoolParameters.CarCost]) * carMinutes)
                    + (F.All(walkCost) * LeverOf(Lever.CarAccessMinutes, school))
                    + F.Select(I.Equal(cars, I.All(0)), F.All(set[SchoolParameters.NoCar]),
                        F.Select(I.Equal(cars, I.All(1)), zero,
                        F.Select(I.Equal(cars, I.All(2)), F.All(set[SchoolParameters.TwoCars]), F.All(set[SchoolParameters.ThreeCars]))));
                F busMinutes = F.All(12f) + (metres / F.All(5.5f * 60f));
                F bus = F.Select(secondary, F.All(constants[5]), F.All(constants[4]))
                    + (F.All(set[SchoolParameters.BusCost]) * busMinutes)
                    - Polynomials<F, I>.Exp(F.All(1.5f) - (metres * F.All(1f / 1000f)));
                F cycleMinutes = metres / F.All(3.3f * 60f);
                F cycle = F.Select(secondary, F.All(constants[3]), F.All(constants[2]))
                    + (F.All(set[SchoolParameters.CycleCost]) * cycleMinutes)
                    + LeverOf(Lever.SchoolCycleSkill, school)
                    + F.Select(limited, F.All(set[SchoolParameters.DisabledCycle]), zero)
                    + F.Select(F.Less(age, F.All(7f)), F.All(-2f), zero);

                F eCar = Polynomials<F, I>.Exp(car);
                F eBus = Polynomials<F, I>.Exp(bus);
                F eCycle = Polynomials<F, I>.Exp(cycle);
                F others = eCar + eBus + eCycle;
                F odds = Polynomials<F, I>.Exp(walk) / others;
                F.Store(F.Select(exists, odds, zero), pupils.WalkOdds.Pointer + row);
                I.Store(Kernels<F, I>.ToShare(eCycle / others), pupils.CycleShare.Pointer + row);
                I.Store(Kernels<F, I>.ToShare((eCycle + eBus) / others), pupils.BusShare.Pointer + row);
            }
        }
    }

    /// <summary>Pace of a child of some age against one of eleven: 0.8 at five, with an adult at its side.</summary>
    public static F Pace(F age) =>
        F.Min(F.Max((age - F.All(5f)) * F.All(0.2f / 6f), F.All(0f)), F.All(0.2f)) + F.All(0.8f);

    private F Offer(I school) => LeverOf(Lever.EscortOffer, school);

    private F LeverOf(Lever lever, I school) => F.Gather(state.Levers[lever]!.Pointer, school);

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
