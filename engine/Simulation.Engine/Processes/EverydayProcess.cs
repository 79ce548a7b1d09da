using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// Everyone's day: an errand on foot, a leisure session (play and sport for children), and the day's countable minutes with
/// those that trips gave. The one kernel that passes over all 2.7 million rows every day.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class EverydayProcess<F, I>(ModelState state) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck decisions = new(state.Seed, LuckStream.EverydayDecision);
    private readonly Luck lengths = new(state.Seed, LuckStream.EverydayLength);
    private readonly float sessionMinutes = state.Parameters[EverydayParameters.SessionMinutes];
    private readonly float sessionSpread = state.Parameters[EverydayParameters.SessionSpread];
    private readonly float vigorousYoung = state.Parameters[EverydayParameters.VigorousYoung];
    private readonly float vigorousOld = state.Parameters[EverydayParameters.VigorousOld];
    private readonly float errandMinutes = state.Parameters[EverydayParameters.ErrandMinutes];
    private readonly float errandSpread = state.Parameters[EverydayParameters.ErrandSpread];
    private readonly float moderate = state.Parameters[EverydayParameters.ModerateWalk];

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Everyday activity",
        "day",
        "daily",
        "errand and leisure odds, weather and season of the place, trip minutes",
        "week's minutes, days of leisure, days of travel on foot, the day's code",
        "Walking errands and leisure are decided in odds space; minutes of bouts of ten or more count, vigorous ones twice.");

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        ResidentState residents = state.Residents;
        int place = state.Population.Neighbourhoods.Place[neighbourhood];
        int first = layout.First(neighbourhood);
        int end = layout.PaddedEnd(neighbourhood);
        int day = context.Day.Number;
        ushort* week = residents.WeekMinutes[context.WeekColumn].Pointer;
        if (context.Day.Weekday == 0)
        {
            new Span<ushort>(week + first, end - first).Clear();
        }

        F errandFactor = F.All(context.ErrandFactor[place]);
        F adultFactor = F.All(context.AdultLeisureFactor[place]);
        F childFactor = F.All(context.ChildLeisureFactor[place]);
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I firstOld = I.All(9 * 4);
        I one = I.All(1);
        I ten = I.All(10);
        int* tripMinutes = scratch.TripMinutes.Pointer;
        int* escortMinutes = scratch.EscortMinutes.Pointer;
        byte* tripModes = scratch.TripMode.Pointer;
        for (int row = first; row < end; row += F.Width)
        {
            int local = row - first;
            I rows = I.Counting(row);
            I key = I.Load(residents.Key.Pointer + row);
            I child = I.Less(key, firstAdult);

            decisions.Words<F, I>(rows, day, out I errandWord, out I leisureWord);
            F errandOdds = F.Load(residents.ErrandOdds.Pointer + row) * errandFactor;
            I errand = Kernels<F, I>.Decide(Luck.Uniform<F, I>(errandWord), errandOdds);
            F leisureOdds = F.Load(residents.LeisureOdds.Pointer + row) * F.Select(child, childFactor, adultFactor);
            I leisure = Kernels<F, I>.Decide(Luck.Uniform<F, I>(leisureWord), leisureOdds);

            lengths.Words<F, I>(rows, day, out I errandLength, out I leisureLength);
            I walked = Polynomials<F, I>.Round(
                F.All(errandMinutes) * Polynomials<F, I>.Exp(Luck.Normal<F, I>(errandLength) * F.All(errandSpread)));
            I bout = errand & ~I.Less(walked, ten);
            I escort = I.Load(escortMinutes + local);
            I escortBout = ~I.Less(escort, ten);
            I onFoot = Polynomials<F, I>.Round(F.FromInt((walked & bout) + (escort & escortBout)) * F.All(moderate));

            // A vigorous session counts twice; children's minutes count once, moderate to vigorous alike.
            F vigorous = F.Select(I.Less(key, firstOld), F.All(vigorousYoung), F.All(vigorousOld));
            I twice = F.Less(Luck.Uniform<F, I>((leisureWord << 24) ^ errandWord), vigorous) & ~child;
            F session = F.All(sessionMinutes) * Polynomials<F, I>.Exp(Luck.Normal<F, I>(leisureLength) * F.All(sessionSpread));
            session = F.Select(twice, session + session, session);
            I minutes = onFoot + (Polynomials<F, I>.Round(session) & leisure) + I.Load(tripMinutes + local);
            I.Store(I.Min(I.Load(week + row) + minutes, I.All(65535)), week + row);

            I.Store((I.Load(residents.LeisureDays.Pointer + row) << 1) | (leisure & one), residents.LeisureDays.Pointer + row);
            I mode = I.Load(tripModes + local);
            I travel = (bout & one) | (escortBout & one) | (mode >>> 7);
            I.Store((I.Load(residents.TravelDays.Pointer + row) << 1) | I.Min(travel, one), residents.TravelDays.Pointer + row);

            I code = (I.Load(residents.Today.Pointer + row) & I.All(3 << DayCode.CategoryShift))
                | (mode & I.All(DayCode.ModeMask))
                | (leisure & I.All(DayCode.Leisure))
                | (errand & I.All(DayCode.Errand));
            I.Store(code, residents.Today.Pointer + row);
        }

        // Ready for tomorrow: the workbench is clean when a neighbourhood's day begins.
        new Span<int>(tripMinutes, end - first).Clear();
        new Span<int>(escortMinutes, end - first).Clear();
        new Span<byte>(tripModes, end - first).Clear();
    }
}
