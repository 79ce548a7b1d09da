using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>How families of a phase choose a school: by the way to it, bent by how much they like it.</summary>
/// <param name="Choosers">Share of families who choose by more than the way.</param>
/// <param name="Indifferent">Metres that do not matter to anybody.</param>
/// <param name="Considered">Nearest schools that are considered.</param>
internal readonly record struct SchoolChoice(double Choosers, double Indifferent, int Considered)
{
    /// <summary>Of a phase: 0 primary, 1 secondary.</summary>
    public static SchoolChoice Of(int phase) => phase == 0
        ? new SchoolChoice(SynthesisSchoolParameters.PrimaryChoosers, SynthesisSchoolParameters.PrimaryIndifferent, (int)SynthesisSchoolParameters.PrimaryConsidered)
        : new SchoolChoice(SynthesisSchoolParameters.SecondaryChoosers, SynthesisSchoolParameters.SecondaryIndifferent, (int)SynthesisSchoolParameters.SecondaryConsidered);

    /// <summary>The schools considered in a neighbourhood, the nearest to its centre first.</summary>
    /// <param name="schools">The schools of the phase; not changed.</param>
    /// <param name="metres">Way from the centre to each.</param>
    public int[] Nearest(ReadOnlySpan<int> schools, Func<int, double> metres)
    {
        int[] near = [.. schools];
        double[] ways = [.. near.Select(metres)];
        Array.Sort(ways, near);
        return near[..Math.Min(near.Length, Considered)];
    }

    /// <summary>What stands against a school; the least is wished for first. A chooser's liking makes it seem nearer than it is; others mind little but the way.</summary>
    /// <param name="metres">Way from home.</param>
    /// <param name="liking">From 0, liked most, to 1.</param>
    /// <param name="chooser">Whether the family chooses by more than the way.</param>
    public double Cost(double metres, double liking, bool chooser)
    {
        double floor = SynthesisSchoolParameters.LikingFloor;
        double slack = SynthesisSchoolParameters.NearnessSlack;
        return (metres + Indifferent) * (chooser ? floor + ((1 - floor) * liking) : 1 + (slack * ((2 * liking) - 1)));
    }
}
