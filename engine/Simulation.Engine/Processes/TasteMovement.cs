using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// A week of the part of a worker's taste for walking and cycling to work that moves: the same autoregression as of the rank
/// of propensity (<see cref="RankMovement{F, I}"/>), with a shorter memory. A taste that stands at nought, which none comes
/// to by itself, begins anew: so does that of a job just begun.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class TasteMovement<F, I>(RunState state)
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private const int DaysOfWeek = 7;
    private readonly Luck luck = new(state.Seed, LuckStream.CommuteTasteDrift);
    private readonly int loss = RankMovement<F, I>.LossOf(state.Parameters[CommuteParameters.TasteYears]);
    private readonly bool moves = state.Structure == PropensityStructure.Moving;

    /// <summary>A week of rows from … to − 1.</summary>
    /// <param name="week">Number of the week.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="scratch">The worker's bench.</param>
    public void Move(int week, int from, int to, BlockScratch scratch) =>
        Move(week, from, to, moves ? loss : 0, moves ? RankMovement<F, I>.GainOf(loss) : 0, scratch);

    /// <summary>Begins the tastes of rows from … to − 1 that stand at nought; the others stay.</summary>
    /// <param name="from">First row.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="scratch">The worker's bench.</param>
    public void Begin(int from, int to, BlockScratch scratch) =>
        // Weeks below nought: their luck is none of the weeks in which tastes move.
        Move(-1 - (state.Clock.Today.DayNumber / DaysOfWeek), from, to, 0, 0, scratch);

    private void Move(int week, int from, int to, int weekLoss, int weekGain, BlockScratch scratch)
    {
        int* words = scratch.Words[0].Pointer - from;
        luck.Fill<F, I>(state.Workers.Identity.Pointer + from, to - from, week, words + from, scratch.Words[1].Pointer);
        ushort* tastes = state.Workers.Taste.Pointer;
        I centre = I.All(ResidentState.Centre);
        I loss = I.All(weekLoss);
        I gain = I.All(weekGain);
        for (int row = from; row < to; row += F.Width)
        {
            I stored = I.Load(tastes + row);
            I step = Luck.ByteSum<F, I>(I.Load(words + row)) - I.All(RankMovement<F, I>.ByteSumMean);
            I now = stored - centre;
            I moved = RankMovement<F, I>.Stepped(now, (gain * step) - (loss * now));
            I begun = Polynomials<F, I>.Round(F.FromInt(step) * F.All(RankMovement<F, I>.BeginningUnit));
            I.Store(I.Select(I.Equal(stored, I.All(0)), begun, moved) + centre, tastes + row);
        }
    }
}
