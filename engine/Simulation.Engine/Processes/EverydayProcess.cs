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
internal sealed unsafe class EverydayProcess<F, I>(RunState state) : IBlockProcess
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly Luck decisions = new(state.Seed, LuckStream.EverydayDecision);
    private readonly Luck lengths = new(state.Seed, LuckStream.EverydayLength);
    private readonly float sessionMinutes = state.Parameters[EverydayParameters.SessionMinutes];
    private readonly float childMinutes = state.Parameters[EverydayParameters.ChildSessionMinutes];
    private readonly Luck person = new(state.Seed, LuckStream.WalkingPace);
    private readonly float sessionSpread = SpreadOfADay(state);
    private readonly float personSpread = state.Structure == PropensityStructure.Fixed ? 0 : state.Parameters[PropensityParameters.PersonLength];
    private readonly float vigorousYoung = state.Parameters[EverydayParameters.VigorousYoung];
    private readonly float vigorousOld = state.Parameters[EverydayParameters.VigorousOld];
    private readonly float errandMinutes = state.Parameters[EverydayParameters.ErrandMinutes];
    private readonly float errandOwn = state.Parameters[EverydayParameters.ErrandSpread] * MathF.Sqrt(state.Parameters[EverydayParameters.ErrandLasting]);
    private readonly float errandSpread = state.Parameters[EverydayParameters.ErrandSpread] * MathF.Sqrt(1 - state.Parameters[EverydayParameters.ErrandLasting]);

    /// <inheritdoc/>
    public ProcessDescription Description { get; } = new(
        "Everyday activity",
        "day",
        "daily",
        "Walking errands and leisure are decided in odds space; minutes of bouts of ten or more count, vigorous ones twice.")
    {
        Reads =
        [
            state.Residents.Identity, state.Residents.LeisureOdds, state.Residents.ErrandOdds, state.Residents.Key,
        ],
        Writes =
        [
            state.Residents.LeisureDays, state.Residents.TravelDays, state.Residents.Today,
            .. state.Residents.WeekMinutes.Select(week => week.Info),
        ],
        Takes = "weather and season of the place; trips of workers, pupils and escorts",
    };

    /// <inheritdoc/>
    public void Run(DayContext context, int neighbourhood, BlockScratch scratch)
    {
        Segments layout = state.Population.Residents.Layout;
        int place = state.Population.Neighbourhoods.Place[neighbourhood];
        int first = layout.First(neighbourhood);
        int rows = layout.VectorEnd(neighbourhood) - first;
        int day = context.Day.Number;
        ushort* week = state.Residents.WeekMinutes[context.WeekColumn].Pointer + first;
        if (context.Day.Weekday == 0)
        {
            new Span<ushort>(week, rows).Clear();
        }

        int* words = scratch.Words[0].Pointer;
        int* moreWords = scratch.Words[1].Pointer;
        int* days = scratch.Days.Pointer;
        int* identities = state.Residents.Identity.Pointer + first;
        decisions.Fill<F, I>(identities, rows, day, words, moreWords);
        Decide(
            first, rows, words, moreWords, days,
            context.ErrandFactor[place], context.AdultLeisureFactor[place], context.ChildLeisureFactor[place]);
        lengths.Fill<F, I>(identities, rows, day, words, moreWords);
        int* lasting = scratch.Words[2].Pointer;
        person.Fill<F, I>(identities, rows, 0, scratch.Words[3].Pointer, lasting);
        MeasureErrands(first, rows, words, lasting, days, scratch.EscortMinutes.Pointer);
        float* lengthsOfSessions = scratch.Parts[0].Pointer;
        Lengthen(rows, moreWords, lasting, lengthsOfSessions);
        MeasureSessions(first, rows, moreWords, lengthsOfSessions, days, week);
        Note(first, rows, days);
    }

    // The day is four short passes over rows that lie in the first-level cache rather than one long one: the JIT stops
    // inlining when a loop grows too large, and a lane operation that is called instead of inlined costs twenty.
    private void Decide(int first, int rows, int* errandWords, int* leisureWords, int* days, float errandDay, float adultDay, float childDay)
    {
        byte* keys = state.Residents.Key.Pointer + first;
        byte* leisureDays = state.Residents.LeisureDays.Pointer + first;
        float* errands = state.Residents.ErrandOdds.Pointer + first;
        float* leisures = state.Residents.LeisureOdds.Pointer + first;
        F errandFactor = F.All(errandDay);
        F adultFactor = F.All(adultDay);
        F childFactor = F.All(childDay);
        I firstAdult = I.All(Demographics.FirstAdultKey);
        for (int i = 0; i < rows; i += F.Width)
        {
            I child = I.Less(I.Load(keys + i), firstAdult);
            I errandWord = I.Load(errandWords + i);
            I errand = Kernels<F, I>.Decide(Luck.Uniform<F, I>(errandWord), F.Load(errands + i) * errandFactor);
            I leisureWord = I.Load(leisureWords + i);
            F odds = F.Load(leisures + i) * F.Select(child, childFactor, adultFactor);
            I leisure = Kernels<F, I>.Decide(Luck.Uniform<F, I>(leisureWord), odds);
            I.Store((I.Load(leisureDays + i) << 1) | (leisure & I.All(1)), leisureDays + i);
            I.Store(I.Load(days + i) | (leisure & I.All(DayWord.Leisure)) | (errand & I.All(DayWord.Errand)), days + i);
        }
    }

    private void MeasureErrands(int first, int rows, int* words, int* lasting, int* days, int* escorts)
    {
        I ten = I.All(10);
        I errandBit = I.All(DayWord.Errand);
        I brisk = I.All(DayCode.Brisk);
        byte* today = state.Residents.Today.Pointer + first;
        for (int i = 0; i < rows; i += F.Width)
        {
            I did = I.Load(days + i);
            F own = NonIntention.Other<F, I>(I.Load(lasting + i)) * F.All(errandOwn);
            F length = F.All(errandMinutes) * Polynomials<F, I>.Exp((Luck.Normal<F, I>(I.Load(words + i)) * F.All(errandSpread)) + own);
            I walked = Polynomials<F, I>.Round(length);
            I bout = I.Equal(did & errandBit, errandBit) & ~I.Less(walked, ten);
            I escort = I.Load(escorts + i);
            I escortBout = ~I.Less(escort, ten);
            I onFoot = (walked & bout) + (escort & escortBout);
            I counts = I.Equal(I.Load(today + i) & brisk, brisk);
            I.Store((did + (onFoot & counts)) | ((bout | escortBout) & I.All(DayWord.Travel)), days + i);
            // Ready for tomorrow: the workbench is clean when a neighbourhood's day begins.
            I.Store(I.All(0), escorts + i);
        }
    }

    // Logarithms of what lengthens each resident's session today: the day's luck, and a usual length of one's own.
    private void Lengthen(int rows, int* words, int* lasting, float* logs)
    {
        for (int i = 0; i < rows; i += F.Width)
        {
            F own = Luck.Normal<F, I>(I.Load(lasting + i)) * F.All(personSpread);
            F.Store((Luck.Normal<F, I>(I.Load(words + i)) * F.All(sessionSpread)) + own, logs + i);
        }
    }

    // Where groups are fixed nobody has a length of their own, and all of the spread is the day's.
    private static float SpreadOfADay(RunState state)
    {
        double day = state.Parameters[EverydayParameters.SessionSpread];
        double person = state.Parameters[PropensityParameters.PersonLength];
        return state.Structure == PropensityStructure.Fixed ? (float)Math.Sqrt((day * day) + (person * person)) : (float)day;
    }

    private void MeasureSessions(int first, int rows, int* words, float* logs, int* days, ushort* week)
    {
        byte* keys = state.Residents.Key.Pointer + first;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I firstOld = I.All(9 * 4);
        I leisureBit = I.All(DayWord.Leisure);
        for (int i = 0; i < rows; i += F.Width)
        {
            I word = I.Load(words + i);
            I key = I.Load(keys + i);
            // A vigorous session counts twice; children's minutes count once, moderate to vigorous alike.
            F vigorous = F.Select(I.Less(key, firstOld), F.All(vigorousYoung), F.All(vigorousOld));
            F chance = NonIntention.Rank<F, I>(word);
            I child = I.Less(key, firstAdult);
            I twice = F.Less(chance, vigorous) & ~child;
            F session = F.Select(child, F.All(childMinutes), F.All(sessionMinutes)) * Polynomials<F, I>.Exp(F.Load(logs + i));
            session = F.Select(twice, session + session, session);
            I did = I.Load(days + i);
            I leisure = I.Equal(did & leisureBit, leisureBit);
            I all = (did & I.All(DayWord.Minutes)) + (Polynomials<F, I>.Round(session) & leisure);
            I.Store(I.Min(I.Load(week + i) + all, I.All(65535)), week + i);
        }
    }

    private void Note(int first, int rows, int* days)
    {
        int* travelDays = state.Residents.TravelDays.Pointer + first;
        byte* today = state.Residents.Today.Pointer + first;
        I one = I.All(1);
        I lasting = I.All((DayCode.CategoryMask << DayCode.CategoryShift) | DayCode.Brisk);
        I daily = I.All(DayCode.ModeMask | DayCode.Leisure | DayCode.Errand);
        for (int i = 0; i < rows; i += F.Width)
        {
            I did = I.Load(days + i);
            I.Store((I.Load(travelDays + i) << 1) | ((did >>> DayWord.TravelShift) & one), travelDays + i);
            I.Store((I.Load(today + i) & lasting) | ((did >>> DayWord.CodeShift) & daily), today + i);
            I.Store(I.All(0), days + i);
        }
    }
}
