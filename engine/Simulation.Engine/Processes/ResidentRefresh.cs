using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Simulation.Engine.Interventions;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Once a week for each neighbourhood: habit, fitness and intention move, and the odds of leisure and errands are worked out
/// anew from them, the company of household and neighbourhood, and where the levers stand.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class ResidentRefresh<F, I> : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const float FitnessUnit = 1f / 32768f;

    // Distance to the nearest offer at which access neither helps nor hinders, km.
    private const float Near = 0.5f;

    // First key of those of 65 and over.
    private const int FirstOlderKey = 10 * 4;

    // The last seven days of eight residents.
    private const ulong EightWeeks = 0x7F7F_7F7F_7F7F_7F7F;

    private readonly RunState state;
    private readonly Luck propensity;
    private readonly Luck habitTrait;
    private readonly float meanLeisure;
    private readonly float logGain;
    private readonly float gainSpread;
    private readonly float logKeep;
    private readonly float ceiling;
    private readonly float leverage;
    private readonly float drift;
    private readonly float fitnessUp;
    private readonly float fitnessDown;
    private readonly float fitnessGain;
    private readonly float household;
    private readonly float neighbourhoodPull;
    private readonly float access;
    private readonly float[] price;
    private readonly float timeBudget;
    private readonly float noCar;
    private readonly float green;
    private readonly float errandSpread;
    private readonly float errandGap;
    private readonly float errandHabit;
    private readonly float errandFollows;
    private readonly float brisk;
    private readonly float briskBelow;
    private readonly Luck pace;
    private readonly PropensityMap<F, I> map;
    private readonly RankMovement<F, I> movement;
    private readonly StreetChanges streets;
    private readonly float errandStreets;
    private readonly float leisureStreets;

    /// <summary>A refresh over the run's columns.</summary>
    public ResidentRefresh(RunState state, Streets streets)
    {
        this.state = state;
        this.streets = streets.Changes;
        ParameterSet set = state.Parameters;
        propensity = new Luck(state.Seed, LuckStream.Propensity);
        habitTrait = new Luck(state.Seed, LuckStream.HabitTrait);
        meanLeisure = state.Baseline["mean.leisure"];
        logGain = Scalar.Log(set[EverydayParameters.HabitGain]);
        gainSpread = set[EverydayParameters.HabitGainSpread];
        logKeep = Scalar.Log(1 - set[EverydayParameters.HabitLoss]);
        ceiling = set[EverydayParameters.HabitCeiling];
        leverage = set[EverydayParameters.HabitLeverage];
        drift = set[EverydayParameters.IntentionDrift];
        fitnessUp = 7 / set[EverydayParameters.FitnessUp];
        fitnessDown = 7 / set[EverydayParameters.FitnessDown];
        fitnessGain = set[EverydayParameters.FitnessGain];
        household = set[EverydayParameters.SocialHousehold];
        neighbourhoodPull = set[EverydayParameters.SocialNeighbourhood];
        access = set[EverydayParameters.Access];
        price = [.. Enumerable.Range(0, Demographics.Deciles).Select(decile => Free(set, decile))];
        timeBudget = set[EverydayParameters.TimeBudget];
        noCar = set[EverydayParameters.ErrandNoCar];
        green = set[EverydayParameters.Green];
        errandStreets = set[EverydayParameters.ErrandWalkCost] * set[EverydayParameters.ErrandStreetMinutes];
        leisureStreets = set[EverydayParameters.ErrandWalkCost] * set[EverydayParameters.LeisureStreetMinutes];
        errandGap = set[EverydayParameters.ErrandNonIntenderGap];
        errandSpread = state.Baseline["errand.spread"];
        errandHabit = set[EverydayParameters.ErrandHabit];
        errandFollows = 1 - Scalar.Exp(7 * Scalar.Log(1 - set[EverydayParameters.HabitGain]));
        brisk = set[EverydayParameters.Brisk];
        briskBelow = set[EverydayParameters.BriskNonIntenders];
        pace = new Luck(state.Seed, LuckStream.WalkingPace);
        map = new PropensityMap<F, I>(state);
        movement = new RankMovement<F, I>(state);
        Description = new ProcessDescription(
            "Habit, fitness, intention, company",
            "day",
            "weekly by turns, a seventh of the neighbourhoods each day; at once where an intervention touches",
            "Slow states move by a week, the rank of propensity among them; odds are worked out anew from it, habit, intention, company, access, price and what streets near by have become.")
        {
            Reads =
            [
                state.Population.Residents.Traits, state.Population.Residents.Background, state.Population.Residents.Household,
                state.Population.Households.FirstResident, state.Population.Households.Size,
                state.Population.Neighbourhoods.Decile, state.Population.Neighbourhoods.Settlement, state.Population.Neighbourhoods.GreenSpaceMetres,
                state.Residents.Identity, state.Residents.Key, state.Residents.LeisureDays, state.Residents.FreedHours, .. state.Residents.WeekMinutes.Select(week => week.Info),
                state.Levers.InfoOf(Lever.OfferDistance), state.Levers.InfoOf(Lever.PriceLifted), state.Levers.InfoOf(Lever.LeisureNorm),
                state.Levers.InfoOf(Lever.GreenDeficit), state.Levers.InfoOf(Lever.WalkNorm),
                state.Levers.InfoOf(Lever.LeisureSupport), state.Levers.InfoOf(Lever.TravelSupport),
            ],
            Writes =
            [
                state.Residents.Habit, state.Residents.ErrandHabit, state.Residents.Fitness, state.Residents.Intention, state.Residents.LeisureOdds, state.Residents.ErrandOdds,
                state.Residents.Drift, state.Residents.Follow, state.Residents.Today,
            ],
            Takes = "changes of streets near by",
        };
    }

    /// <inheritdoc/>
    public ProcessDescription Description { get; }

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        bool due = context.RefreshDue(neighbourhood);
        if (due || context.Touched.Residents[neighbourhood])
        {
            FillCompany(neighbourhood, scratch);
            if (due)
            {
                MoveSlowStates(context, neighbourhood, first, end, scratch);
            }

            RefreshOdds(neighbourhood, first, end, first, Neighbours(neighbourhood), scratch);
            if (due)
            {
                Pace(first, end, scratch);
            }
        }
        else if (scratch.TouchedResidents.Count > 0)
        {
            float neighbours = Neighbours(neighbourhood);
            foreach (int row in scratch.TouchedResidents)
            {
                RefreshOnly(neighbourhood, row, neighbours, scratch);
            }
        }
    }

    // One resident is worked out anew; neighbours keep last week's odds, as without the intervention. The whole vector around
    // the row costs less than the row alone, one operation after another.
    private void RefreshOnly(int neighbourhood, int row, float neighbours, BlockScratch scratch)
    {
        int first = state.Population.Residents.Layout.First(neighbourhood);
        int from = first + ((row - first) / F.Width * F.Width);
        float* leisures = state.Residents.LeisureOdds.Pointer;
        float* errands = state.Residents.ErrandOdds.Pointer;
        F otherLeisures = F.Load(leisures + from);
        F otherErrands = F.Load(errands + from);
        scratch.Company.Pointer[row - first] = CompanyOf(row);
        RefreshOdds(neighbourhood, from, from + F.Width, first, neighbours, scratch);
        float leisure = leisures[row];
        float errand = errands[row];
        F.Store(otherLeisures, leisures + from);
        F.Store(otherErrands, errands + from);
        leisures[row] = leisure;
        errands[row] = errand;
    }

    /// <summary>Habit at which a week's gains and losses balance, and the odds that go with it: the stationary start.</summary>
    public void Settle(int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        new Span<float>(scratch.Company.Pointer, end - first).Clear();
        movement.Begin(first, end, scratch);
        for (int round = 0; round < 4; round++)
        {
            RefreshOdds(neighbourhood, first, end, first, 0, scratch);
            int* gainWords = scratch.Words[0].Pointer;
            int* topWords = scratch.Words[1].Pointer;
            habitTrait.Fill<F, I>(state.Residents.Identity.Pointer + first, end - first, 0, gainWords, topWords);
            for (int row = first; row < end; row += F.Width)
            {
                Traits(I.Load(gainWords + (row - first)), I.Load(topWords + (row - first)), out F gain, out F top);
                F odds = F.Load(state.Residents.LeisureOdds.Pointer + row);
                F p = odds / (F.All(1f) + odds);
                F up = p * gain;
                F habit = up * top / (up + ((F.All(1f) - p) * F.All(-logKeep)));
                I.Store(Kernels<F, I>.ToShare(habit), state.Residents.Habit.Pointer + row);
            }

            // Newton's steps: where a habit nearly feeds itself, following alone would take months.
            MoveErrandHabit(first, end, 1, errandHabit);
        }

        RefreshOdds(neighbourhood, first, end, first, 0, scratch);
        Pace(first, end, scratch);
    }

    /// <summary>Odds as they follow from where everybody stands: nothing moves but the odds.</summary>
    public void Renew(int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(neighbourhood);
        int end = layout.VectorEnd(neighbourhood);
        FillCompany(neighbourhood, scratch);
        RefreshOdds(neighbourhood, first, end, first, Neighbours(neighbourhood), scratch);
        Pace(first, end, scratch);
    }

    // Share of days with leisure in the last seven, all residents of the neighbourhood, against the mean.
    private float Neighbours(int neighbourhood)
    {
        Segments layout = state.Population.Residents.Layout;
        int residents = layout.UsedIn(neighbourhood);
        byte* days = state.CompanySeen.Residents.LeisureDays.Pointer;
        int total = 0;
        for (int row = layout.First(neighbourhood); row < layout.VectorEnd(neighbourhood); row += sizeof(ulong))
        {
            total += System.Numerics.BitOperations.PopCount(*(ulong*)(days + row) & EightWeeks);
        }

        return residents > 0 ? (total / (7f * residents)) - meanLeisure : 0f;
    }

    // What the rest of one resident's household did in the last seven days, against the mean.
    private float CompanyOf(int row)
    {
        HouseholdTable households = state.Population.Households;
        int household = state.Population.Residents.Household.Pointer[row];
        int first = households.FirstResident.Pointer[household];
        int size = households.Size.Pointer[household];
        byte* days = state.CompanySeen.Residents.LeisureDays.Pointer;
        int others = 0;
        for (int r = first; r < first + size; r++)
        {
            others += r == row ? 0 : System.Numerics.BitOperations.PopCount((uint)days[r] & 0x7F);
        }

        return size > 1 ? (others * (1f / ((size - 1) * 7))) - meanLeisure : 0f;
    }

    // The same for everyone in the neighbourhood.
    private void FillCompany(int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        int first = layout.First(neighbourhood);
        int rows = layout.VectorEnd(neighbourhood) - first;
        SumHouseholds(neighbourhood, scratch.HouseholdDays.Pointer - first);
        byte* days = state.CompanySeen.Residents.LeisureDays.Pointer + first;
        int* households = scratch.HouseholdDays.Pointer;
        float* company = scratch.Company.Pointer;
        I seven = I.All(0x7F);
        I one = I.All(1);
        for (int i = 0; i < rows; i += F.Width)
        {
            I household = I.Load(households + i);
            I others = (household & I.All(0xFFFF)) - Kernels<F, I>.CountByte(I.Load(days + i) & seven);
            I size = household >>> 16;
            F share = F.FromInt(others) * (F.All(1f) / F.FromInt((size - one) * I.All(7)));
            F.Store(F.Select(I.Less(one, size), share - F.All(meanLeisure), F.All(0f)), company + i);
        }
    }

    // A household is up to eight consecutive bytes of days, counted at once, and eight words written at once: what is written
    // too far the next household overwrites. Larger ones go on in a loop.
    private void SumHouseholds(int neighbourhood, int* sums)
    {
        const int AtOnce = 8;
        HouseholdTable households = state.Population.Households;
        byte* days = state.CompanySeen.Residents.LeisureDays.Pointer;
        int end = households.Layout.End(neighbourhood);
        for (int h = households.Layout.First(neighbourhood); h < end; h++)
        {
            int first = households.FirstResident.Pointer[h];
            int size = households.Size.Pointer[h];
            ulong week = *(ulong*)(days + first) & EightWeeks;
            int sum = System.Numerics.BitOperations.PopCount(size < AtOnce ? week & ((1UL << (8 * size)) - 1) : week);
            for (int r = first + AtOnce; r < first + size; r++)
            {
                sum += System.Numerics.BitOperations.PopCount((uint)days[r] & 0x7F);
            }

            int word = sum | (size << 16);
            Vector256.Create(word).Store(sums + first);
            for (int r = first + AtOnce; r < first + size; r++)
            {
                sums[r] = word;
            }
        }
    }

    private void MoveSlowStates(DayContext context, int neighbourhood, int first, int end, BlockScratch scratch)
    {
        ResidentState residents = state.Residents;
        int column = context.WeekColumn;
        MoveHabit(first, end, scratch);
        MoveErrandHabit(first, end, errandFollows, 0);
        MoveFitness(
            first,
            end,
            residents.WeekMinutes[(column + 1) % 4].Pointer,
            residents.WeekMinutes[(column + 2) % 4].Pointer,
            residents.WeekMinutes[(column + 3) % 4].Pointer);
        movement.Move(
            context.Day.Number / 7, first, end, Moved(neighbourhood), FreedHours(first, scratch), Support(first, scratch), scratch);
    }

    // What levers of the neighbourhood add to leisure beyond the baseline; neither company nor habit, which would feed back.
    private float Moved(int neighbourhood)
    {
        float green = state.Population.Neighbourhoods.GreenSpaceMetres[neighbourhood] / 1000;
        return LeverShift(neighbourhood) - (access * (green - Near));
    }

    // What it does to all leisure of a decile when the part that has a price costs nothing.
    private static float Free(ParameterSet set, int decile)
    {
        float tilt = 1 + ((set[EverydayParameters.PriceDeprived] - 1) * (4.5f - decile) / 4.5f);
        return Scalar.Log(1 + (set[EverydayParameters.PricedShare] * (Scalar.Exp(set[EverydayParameters.Price] * tilt) - 1)));
    }

    private float LeverShift(int neighbourhood)
    {
        float km = Math.Max(0, (state.Population.Neighbourhoods.GreenSpaceMetres[neighbourhood] / 1000) + state.Levers[Lever.OfferDistance]![neighbourhood]);
        return (access * (km - Near))
            + (price[Demographics.DecileIndex(state.Population.Neighbourhoods.Decile[neighbourhood])] * Math.Min(1, state.Levers[Lever.PriceLifted]![neighbourhood]))
            + state.Levers[Lever.LeisureNorm]![neighbourhood]
            - (this.green * state.Levers[Lever.GreenDeficit]![neighbourhood]);
    }

    private float* FreedHours(int first, BlockScratch scratch) =>
        state.Residents.FreedHours.Made is { } hours ? hours.Pointer : scratch.Zeros.Pointer - first;

    private float* Support(int first, BlockScratch scratch) =>
        state.Levers[Lever.LeisureSupport] is { } support ? support.Pointer : scratch.Zeros.Pointer - first;

    // Whose walks raise the breathing: a lasting rank against a share that the hump sets.
    private void Pace(int first, int end, BlockScratch scratch)
    {
        int* words = scratch.Words[0].Pointer - first;
        int* lowers = scratch.Words[2].Pointer - first;
        byte* today = state.Residents.Today.Pointer;
        pace.Fill<F, I>(state.Residents.Identity.Pointer + first, end - first, 0, words + first, scratch.Words[1].Pointer);
        I others = I.All(0xFF & ~DayCode.Brisk);
        for (int row = first; row < end; row += F.Width)
        {
            F share = F.Select(I.Load(lowers + row), F.All(briskBelow), F.All(brisk));
            I walksBriskly = F.Less(Luck.Uniform<F, I>(I.Load(words + row)), share) & I.All(DayCode.Brisk);
            I.Store((I.Load(today + row) & others) | walksBriskly, today + row);
        }
    }

    private void MoveHabit(int first, int end, BlockScratch scratch)
    {
        byte* days = state.HabitSeen.Residents.LeisureDays.Pointer;
        ushort* habits = state.Residents.Habit.Pointer;
        int* gainWords = scratch.Words[0].Pointer - first;
        int* topWords = scratch.Words[1].Pointer - first;
        I seven = I.All(0x7F);
        habitTrait.Fill<F, I>(state.Residents.Identity.Pointer + first, end - first, 0, gainWords + first, topWords + first);
        for (int row = first; row < end; row += F.Width)
        {
            Traits(I.Load(gainWords + row), I.Load(topWords + row), out F gain, out F top);
            F done = F.FromInt(Kernels<F, I>.CountByte(I.Load(days + row) & seven));
            F habit = Kernels<F, I>.FromShare(I.Load(habits + row));
            habit = Kernels<F, I>.WeekOfHabit(habit, top, gain, logKeep, done, F.All(7f) - done);
            I.Store(Kernels<F, I>.ToShare(habit), habits + row);
        }
    }

    // What is usual follows what one is inclined to, by a share of the way, or by more where habit feeds itself.
    private void MoveErrandHabit(int first, int end, float share, float feedback)
    {
        ushort* habits = state.Residents.ErrandHabit.Pointer;
        float* odds = state.HabitSeen.Residents.ErrandOdds.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            F now = F.Load(odds + row);
            F usual = now / (F.All(1f) + now);
            F habit = Kernels<F, I>.FromShare(I.Load(habits + row));
            F step = (usual - habit) * F.All(share) / (F.All(1f) - (F.All(feedback) * usual * (F.All(1f) - usual)));
            I.Store(Kernels<F, I>.ToShare(habit + step), habits + row);
        }
    }

    private void MoveFitness(int first, int end, ushort* a, ushort* b, ushort* c)
    {
        ushort* fitnesses = state.Residents.Fitness.Pointer;
        ushort* intentions = state.Residents.Intention.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            // The three whole weeks before this one: fitness follows what was done, up slowly, down faster.
            F minutes = F.FromInt(I.Load(a + row) + I.Load(b + row) + I.Load(c + row)) * F.All(1f / 3f);
            F target = F.All(1f - (fitnessGain / 2)) + (F.All(fitnessGain / 150f) * F.Min(minutes, F.All(150f)));
            F fitness = F.FromInt(I.Load(fitnesses + row)) * F.All(FitnessUnit);
            F rate = F.Select(F.Less(fitness, target), F.All(fitnessUp), F.All(fitnessDown));
            fitness = fitness + (rate * (target - fitness));
            I.Store(Polynomials<F, I>.Round(fitness * F.All(32768f)), fitnesses + row);

            F intention = F.FromInt(I.Load(intentions + row)) * F.All(1f - drift);
            I.Store(Polynomials<F, I>.Round(intention), intentions + row);
        }
    }

    private void RefreshOdds(int neighbourhood, int from, int to, int first, float neighbours, BlockScratch scratch)
    {
        NeighbourhoodTable table = state.Population.Neighbourhoods;
        int decile = Demographics.DecileIndex(table.Decile[neighbourhood]) * Demographics.AllKeys;
        float leisureShift = LeverShift(neighbourhood) + (neighbourhoodPull * neighbours);
        float errandShift =
            state.Baseline.ErrandSettlement[table.Settlement[neighbourhood]]
            + state.Levers[Lever.WalkNorm]![neighbourhood];
        int* leisureWords = scratch.Words[0].Pointer - from;
        int* errandWords = scratch.Words[1].Pointer - from;
        propensity.Fill<F, I>(state.Residents.Identity.Pointer + from, to - from, 0, leisureWords + from, errandWords + from);
        float* logits = scratch.Parts[0].Pointer - from;
        int* lowers = scratch.Words[2].Pointer - from;
        map.Fill(decile, from, to, leisureWords, logits, lowers);
        float walk = streets.Walk[neighbourhood];
        float walkOlder = streets.WalkOlder[neighbourhood];
        LeisureOdds(
            leisureShift, leisureStreets * walk, leisureStreets * walkOlder, from, to, logits, scratch.Company.Pointer - first, FreedHours(first, scratch));
        ErrandOdds(decile, errandShift + (errandStreets * walk), errandShift + (errandStreets * walkOlder), from, to, errandWords, lowers);
        AddSupport(from, to);
    }

    // Streets act on adults: how much of children's play they decide is not known.
    private void LeisureOdds(float shift, float streets, float streetsOlder, int from, int to, float* logits, float* company, float* freed)
    {
        byte* keys = state.Residents.Key.Pointer;
        ushort* habits = state.Residents.Habit.Pointer;
        ushort* intentions = state.Residents.Intention.Pointer;
        float* odds = state.Residents.LeisureOdds.Pointer;
        I vacant = I.All(Demographics.Vacant);
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I firstOlder = I.All(FirstOlderKey);
        for (int row = from; row < to; row += F.Width)
        {
            I key = I.Load(keys + row);
            F walks = F.Select(I.Less(key, firstOlder), F.Select(I.Less(key, firstAdult), F.All(shift), F.All(shift + streets)), F.All(shift + streetsOlder));
            F logit = F.Load(logits + row)
                + walks
                + (F.Load(company + row) * F.All(household))
                + (F.Load(freed + row) * F.All(timeBudget))
                + (F.FromInt(I.Load(intentions + row)) * F.All(ResidentState.IntentionUnit));
            F habit = Kernels<F, I>.FromShare(I.Load(habits + row));
            F value = Polynomials<F, I>.Exp(logit) * (F.All(1f) + (F.All(leverage) * habit));
            F.Store(F.Select(I.Equal(key, vacant), F.All(0f), value), odds + row);
        }
    }

    private void ErrandOdds(int decile, float shift, float shiftOlder, int from, int to, int* words, int* lowers)
    {
        byte* keys = state.Residents.Key.Pointer;
        byte* traits = state.Population.Residents.Traits.Pointer;
        ushort* habits = state.Residents.ErrandHabit.Pointer;
        float* odds = state.Residents.ErrandOdds.Pointer;
        I vacant = I.All(Demographics.Vacant);
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I firstOlder = I.All(FirstOlderKey);
        I carless = I.All((int)Populations.Traits.NoCar);
        fixed (float* means = state.Baseline.ErrandMean)
        {
            for (int row = from; row < to; row += F.Width)
            {
                I key = I.Load(keys + row);
                I stratum = key + I.All(decile);
                IndexCheck.Assert<F, I>(stratum, state.Baseline.ErrandMean.Length);
                F shifts = F.Select(I.Less(key, firstOlder), F.All(shift), F.All(shiftOlder));
                F logit = F.Gather(means, stratum)
                    + F.Select(I.Load(lowers + row), F.All(-errandGap), F.All(0f))
                    + (Luck.Normal<F, I>(I.Load(words + row)) * F.All(errandSpread))
                    + (Kernels<F, I>.FromShare(I.Load(habits + row)) * F.All(errandHabit))
                    + F.Select(I.Equal(I.Load(traits + row) & carless, carless), shifts + F.All(noCar), shifts);
                I adult = I.Less(key, vacant) & ~I.Less(key, firstAdult);
                F.Store(F.Select(adult, Polynomials<F, I>.Exp(logit), F.All(0f)), odds + row);
            }
        }
    }

    // Levers that hold one value a resident exist only when some intervention moves them.
    private void AddSupport(int from, int to)
    {
        if (state.Levers[Lever.LeisureSupport] is { } leisure)
        {
            Multiply(state.Residents.LeisureOdds.Pointer, leisure.Pointer, from, to);
        }

        if (state.Levers[Lever.TravelSupport] is { } travel)
        {
            Multiply(state.Residents.ErrandOdds.Pointer, travel.Pointer, from, to);
        }
    }

    private static void Multiply(float* odds, float* logits, int from, int to)
    {
        for (int row = from; row < to; row += F.Width)
        {
            F.Store(F.Load(odds + row) * Polynomials<F, I>.Exp(F.Load(logits + row)), odds + row);
        }
    }

    // A resident's own habit gain (lognormal) and ceiling, asked of luck again each time instead of stored.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Traits(I gainWord, I topWord, out F gain, out F top)
    {
        gain = F.Min(
            Polynomials<F, I>.Exp(F.All(logGain) + (Luck.Normal<F, I>(gainWord) * F.All(gainSpread))), F.All(0.5f));
        top = F.All(ceiling - 0.35f) + (Luck.Uniform<F, I>(topWord) * F.All(0.7f));
    }
}
