using System.Runtime.CompilerServices;
using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;
using Simulation.Engine.Randomness;
using Simulation.Engine.State;

namespace Simulation.Engine.Processes;

/// <summary>
/// From a resident's rank to propensity. A rank is standard normal: a lasting part, a part that drifts, and what levers have
/// brought about. Below the threshold of the stratum a resident is in the lower hump, above it in the upper; within a hump
/// propensity rises with the same rank. Under <see cref="PropensityStructure.Fixed"/> two lasting groups stand in for it.
/// </summary>
/// <typeparam name="F">Float lanes.</typeparam>
/// <typeparam name="I">Integer lanes.</typeparam>
internal sealed unsafe class PropensityMap<F, I>
    where F : struct, IFloatLanes<F, I>
    where I : struct, IIntLanes<I, F>
{
    private readonly RunState state;
    private readonly bool grouped;
    private readonly float lasting;
    private readonly float drifting;
    private readonly float slope;
    private readonly float slopeChild;
    private readonly float lower;
    private readonly float perWidth;
    private readonly float spreadAdult;
    private readonly float spreadChild;
    private readonly float gap;
    private readonly float[] ofBackground;

    /// <summary>The map of a run.</summary>
    public PropensityMap(RunState state)
    {
        this.state = state;
        ParameterSet set = state.Parameters;
        grouped = state.Structure == PropensityStructure.Fixed;
        lasting = MathF.Sqrt(set[PropensityParameters.Lasting]);
        drifting = MathF.Sqrt(1 - set[PropensityParameters.Lasting]) / ResidentState.DriftUnit;
        slope = set[PropensityParameters.Slope];
        slopeChild = set[PropensityParameters.SlopeChild];
        lower = set[PropensityParameters.Lower];
        perWidth = 1 / MathF.Max(set[PropensityParameters.StepWidth], 1e-4f);
        spreadAdult = set[EverydayParameters.SpreadAdult];
        spreadChild = set[EverydayParameters.SpreadChild];
        gap = set[EverydayParameters.NonIntenderGap];
        ofBackground = Shifts(set);
    }

    // By background, standard deviations of rank.
    private static float[] Shifts(ParameterSet set)
    {
        float[] qualifications = [set[PropensityParameters.NoQualification], 0, set[PropensityParameters.Degree]];
        float[] groups = [0, set[PropensityParameters.Asian], set[PropensityParameters.Black], set[PropensityParameters.Mixed], set[PropensityParameters.OtherGroups]];
        float[] shifts = new float[Background.Count];
        for (int i = 0; i < shifts.Length; i++)
        {
            shifts[i] = qualifications[(int)Background.QualificationOf((byte)i)] + groups[(int)Background.GroupOf((byte)i)];
        }

        return shifts;
    }

    /// <summary>Propensities (logit a day, before what shifts everybody) and who is in the lower hump, of rows from … to − 1.</summary>
    /// <param name="decile">First stratum of the neighbourhood's decile.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">One past the last.</param>
    /// <param name="words">Lasting words of luck, by row.</param>
    /// <param name="logits">Propensities, by row.</param>
    /// <param name="lowers">All bits set where in the lower hump, by row.</param>
    public void Fill(int decile, int from, int to, int* words, float* logits, int* lowers)
    {
        if (grouped)
        {
            FillGroups(decile, from, to, words, logits, lowers);
        }
        else
        {
            FillRanks(decile, from, to, words, logits, lowers);
        }
    }

    /// <summary>Ranks of Width rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public F Rank(I word, I drift, I follow) =>
        (Luck.Normal<F, I>(word) * F.All(lasting))
        + (F.FromInt(drift - I.All(ResidentState.Centre)) * F.All(drifting))
        + (F.FromInt(follow - I.All(ResidentState.Centre)) * F.All(1f / ResidentState.FollowUnit));

    private void FillRanks(int decile, int from, int to, int* words, float* logits, int* lowers)
    {
        byte* keys = state.Residents.Key.Pointer;
        ushort* drifts = state.Residents.Drift.Pointer;
        ushort* follows = state.Residents.Follow.Pointer;
        byte* backgrounds = state.Population.Residents.Background.Pointer;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        fixed (float* means = state.Baseline.LeisureMean)
        fixed (float* shifts = ofBackground)
        fixed (float* thresholds = state.Baseline.Threshold)
        {
            for (int row = from; row < to; row += F.Width)
            {
                I key = I.Load(keys + row);
                I stratum = key + I.All(decile);
                IndexCheck.Assert<F, I>(stratum, state.Baseline.LeisureMean.Length);
                I background = I.Load(backgrounds + row);
                IndexCheck.Assert<F, I>(background, Background.Count);
                I isChild = I.Less(key, firstAdult);
                F rank = Rank(I.Load(words + row), I.Load(drifts + row), I.Load(follows + row)) + F.Select(isChild, F.All(0f), F.Gather(shifts, background));
                F threshold = F.Gather(thresholds, stratum);
                F above = rank - threshold;
                F rises = F.Select(isChild, F.All(slopeChild), F.All(slope));
                F share = F.Min(F.Max((above * F.All(perWidth)) + F.All(0.5f), F.All(0f)), F.All(1f));
                // The upper hump lies above the lower one at the threshold, or there is none: who rises in rank never falls.
                F step = F.Max(F.Gather(means, stratum) + (rises * threshold) - F.All(lower), F.All(0f));
                F.Store(F.All(lower) + (rises * above) + (share * step), logits + row);
                I.Store(F.Less(above, F.All(0f)), lowers + row);
            }
        }
    }

    private void FillGroups(int decile, int from, int to, int* words, float* logits, int* lowers)
    {
        byte* keys = state.Residents.Key.Pointer;
        byte* backgrounds = state.Population.Residents.Background.Pointer;
        I firstAdult = I.All(Demographics.FirstAdultKey);
        fixed (float* means = state.Baseline.LeisureMean)
        fixed (float* shifts = ofBackground)
        fixed (float* shares = state.Baseline.NonIntenders)
        {
            for (int row = from; row < to; row += F.Width)
            {
                I key = I.Load(keys + row);
                I stratum = key + I.All(decile);
                IndexCheck.Assert<F, I>(stratum, state.Baseline.LeisureMean.Length);
                I word = I.Load(words + row);
                I without = F.Less(NonIntention.Rank<F, I>(word), F.Gather(shares, stratum));
                I isChild = I.Less(key, firstAdult);
                IndexCheck.Assert<F, I>(I.Load(backgrounds + row), Background.Count);
                F shift = F.Select(isChild, F.All(0f), F.Gather(shifts, I.Load(backgrounds + row)));
                F logit = F.Gather(means, stratum)
                    + (F.Select(isChild, F.All(spreadChild), F.All(spreadAdult)) * (Luck.Normal<F, I>(word) + shift))
                    + F.Select(without, F.All(-gap), F.All(0f));
                F.Store(logit, logits + row);
                I.Store(without, lowers + row);
            }
        }
    }
}
