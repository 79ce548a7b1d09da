using Simulation.Engine.Parameters;

namespace Simulation.Engine.Synthesis;

/// <summary>What the households without children under 18 are: couples (with grown children from size 3), one parent with grown children, sharers.</summary>
internal sealed class ChildlessKinds
{
    private const double MostSharers = 0.9;

    /// <summary>Couples by size of household.</summary>
    public int[] Couples { get; } = new int[8];

    /// <summary>One parent with grown children, by size of household.</summary>
    public int[] OneParent { get; } = new int[8];

    /// <summary>Sharers, by size of household.</summary>
    public int[] Sharers { get; } = new int[8];

    /// <summary>Divides the households of <paramref name="plan"/> that have no child.</summary>
    /// <param name="plan">Households by size and children.</param>
    /// <param name="students">Share of full-time students among residents of 18–34.</param>
    /// <param name="luck">Luck of the neighbourhood.</param>
    public static ChildlessKinds Divide(HouseholdPlan plan, double students, ref SynthesisLuck luck)
    {
        var kinds = new ChildlessKinds();
        double factor = students / SynthesisHouseholdParameters.UsualStudents;
        Span<int> counts = stackalloc int[3];
        for (int size = 2; size <= 7; size++)
        {
            int row = Math.Min(size, 4) - 2;
            double sharers = Math.Min(MostSharers, SynthesisHouseholdParameters.Sharers[row] * factor);
            double oneParent = SynthesisHouseholdParameters.OneParentGrown[row] * (1 - sharers);
            Quota.Spread([1 - sharers - oneParent, oneParent, sharers], plan.Households[size, 0], luck.Next(), counts);
            (kinds.Couples[size], kinds.OneParent[size], kinds.Sharers[size]) = (counts[0], counts[1], counts[2]);
        }

        return kinds;
    }
}
