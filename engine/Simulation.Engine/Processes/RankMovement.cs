using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// A week of the two parts of a rank that move: the drift, a first-order autoregression, and what follows levers. Integers
/// only, so that every machine gives the same.
/// </summary>
/// <remarks>
/// drift += (b·e − c·drift + ½) ÷ 2¹⁶ with e the sum of four bytes of luck less its mean, c = 1 − e^(−week/τ) and b what keeps
/// the variance at one; follow += ((target − follow)·d + dither) ÷ 2¹⁶, whose dither leaves no dead band and, without
/// levers, no trace.
/// </remarks>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class RankMovement<F, I>
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    /// <summary>Mean of the sum of a word's four bytes.</summary>
    internal const int ByteSumMean = 510;

    private const double ByteSumVariance = 21_845;
    private const double WeeksAYear = 52.18;
    private const int Half = 1 << 15;

    // The week before the first, whose luck is where a drift begins.
    private const int FirstWeek = -1;

    private readonly RunState state;
    private readonly Luck luck;
    private readonly int lossAdult;
    private readonly int lossChild;
    private readonly int gainAdult;
    private readonly int gainChild;
    private readonly int follow;
    private readonly float leverage;
    private readonly float timeBudget;

    /// <summary>The movement in a run.</summary>
    public RankMovement(RunState state)
    {
        this.state = state;
        ParameterSet set = state.Parameters;
        luck = new Luck(state.Seed, LuckStream.PropensityDrift);
        lossAdult = LossOf(set[PropensityParameters.Years]);
        lossChild = LossOf(set[PropensityParameters.YearsChild]);
        gainAdult = GainOf(lossAdult);
        gainChild = GainOf(lossChild);
        follow = (int)Math.Round(65536 / (WeeksAYear * set[PropensityParameters.Follow]));
        leverage = ResidentState.FollowUnit * set[PropensityParameters.Leverage];
        timeBudget = set[EverydayParameters.TimeBudget];
    }

    /// <summary>A drift's units for each unit of luck with which it begins.</summary>
    internal static float BeginningUnit { get; } = (float)(ResidentState.DriftUnit / Math.Sqrt(ByteSumVariance));

    /// <summary>Share of a drift that a week takes, in 1/65,536.</summary>
    /// <param name="years">Time constant.</param>
    public static int LossOf(double years) => (int)Math.Round(65536 * (1 - Math.Exp(-1 / (WeeksAYear * years))));

    /// <summary>What a unit of the week's luck adds, in 1/65,536, so that the drift's standard deviation stays one.</summary>
    public static int GainOf(int loss) =>
        (int)Math.Round(65536 * ResidentState.DriftUnit * Math.Sqrt(1 - Math.Pow(1 - (loss / 65536.0), 2)) / Math.Sqrt(ByteSumVariance));

    /// <summary>Where drifts of rows from … to − 1 begin: standard normal, as they stay.</summary>
    public void Begin(int from, int to, BlockScratch scratch)
    {
        int* words = scratch.Words[0].Pointer - from;
        luck.Fill<F, I>(state.Residents.Identity.Pointer + from, to - from, FirstWeek, words + from, scratch.Words[1].Pointer);
        ushort* drifts = state.Residents.Drift.Pointer;
        ushort* follows = state.Residents.Follow.Pointer;
        F unit = F.All(BeginningUnit);
        I centre = I.All(ResidentState.Centre);
        for (int row = from; row < to; row += F.Width)
        {
            F deviation = F.FromInt(Luck.ByteSum<F, I>(I.Load(words + row)) - I.All(ByteSumMean));
            I.Store(Polynomials<F, I>.Round(deviation * unit) + centre, drifts + row);
            I.Store(centre, follows + row);
        }
    }

    /// <summary>A week of rows from … to − 1.</summary>
    /// <param name="week">Number of the week.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="shift">What levers of the neighbourhood add to leisure beyond the baseline, logit.</param>
    /// <param name="freed">Hours freed, by row.</param>
    /// <param name="support">What levers of each resident add, logit, by row.</param>
    /// <param name="scratch">The worker's bench.</param>
    public void Move(int week, int from, int to, float shift, float* freed, float* support, BlockScratch scratch)
    {
        if (state.Structure != PropensityStructure.Moving)
        {
            return;
        }

        int* steps = scratch.Words[0].Pointer - from;
        int* dithers = scratch.Words[1].Pointer - from;
        luck.Fill<F, I>(state.Residents.Identity.Pointer + from, to - from, week, steps + from, dithers + from);
        Drift(from, to, steps);
        Follow(from, to, shift, freed, support, dithers);
    }

    private void Drift(int from, int to, int* words)
    {
        byte* keys = state.Residents.Key.Pointer;
        ushort* drifts = state.Residents.Drift.Pointer;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        I centre = I.All(ResidentState.Centre);
        for (int row = from; row < to; row += F.Width)
        {
            I child = I.Less(I.Load(keys + row), firstAdult);
            I drift = I.Load(drifts + row) - centre;
            I step = (I.Select(child, I.All(gainChild), I.All(gainAdult)) * (Luck.ByteSum<F, I>(I.Load(words + row)) - I.All(ByteSumMean)))
                - (I.Select(child, I.All(lossChild), I.All(lossAdult)) * drift);
            I.Store(Stepped(drift, step) + centre, drifts + row);
        }
    }

    private void Follow(int from, int to, float shift, float* freed, float* support, int* dithers)
    {
        ushort* follows = state.Residents.Follow.Pointer;
        ushort* intentions = state.Residents.Intention.Pointer;
        I centre = I.All(ResidentState.Centre);
        I low = I.All(0xFFFF);
        for (int row = from; row < to; row += F.Width)
        {
            F lever = F.All(shift)
                + (F.Load(freed + row) * F.All(timeBudget))
                + F.Load(support + row)
                + (F.FromInt(I.Load(intentions + row)) * F.All(ResidentState.IntentionUnit));
            F wanted = F.Min(F.Max(lever * F.All(leverage), F.All(-32767f)), F.All(32767f));
            I now = I.Load(follows + row) - centre;
            I step = ((Polynomials<F, I>.Round(wanted) - now) * I.All(follow)) + (I.Load(dithers + row) & low);
            I.Store(Bound(now + HighHalf(step)) + centre, follows + row);
        }
    }

    /// <summary>A drift after a step that is given in 1/65,536.</summary>
    internal static I Stepped(I drift, I step) => Bound(drift + HighHalf(step + I.All(Half)));

    // Divided by 65,536 and rounded down: lanes shift zeros in, so the sign is moved out of the way.
    private static I HighHalf(I value) => ((value ^ I.All(int.MinValue)) >>> 16) - I.All(ResidentState.Centre);

    private static I Bound(I value) => I.Min(I.Max(value, I.All(-32767)), I.All(32767));
}
