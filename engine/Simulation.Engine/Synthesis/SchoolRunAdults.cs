namespace Simulation.Engine.Synthesis;

/// <summary>The adults of a household who would bring a child to school.</summary>
internal static class SchoolRunAdults
{
    /// <summary>
    /// Rows within the draft of the first and second adult, −1 for none. The two adults of the most parent-like age gap;
    /// of these, one without work comes first.
    /// </summary>
    /// <param name="draft">The neighbourhood.</param>
    /// <param name="household">Household within the draft.</param>
    /// <param name="childAge">Age of the child.</param>
    /// <param name="workerOf">Worker row of each resident of the draft, −1 for none.</param>
    public static (int First, int Second) Of(NeighbourhoodDraft draft, int household, int childAge, int[] workerOf) =>
        Of(draft.Age.AsSpan(draft.First[household], draft.Size[household]), draft.First[household], childAge, workerOf);

    /// <summary>The same of a household's ages.</summary>
    /// <param name="ages">Ages of the members.</param>
    /// <param name="start">Row of the first member.</param>
    /// <param name="childAge">Age of the child.</param>
    /// <param name="workerOf">Worker row of each resident, −1 for none.</param>
    public static (int First, int Second) Of(ReadOnlySpan<byte> ages, int start, int childAge, int[] workerOf)
    {
        int first = -1;
        int second = -1;
        for (int i = 0; i < ages.Length; i++)
        {
            int gap = ages[i] - childAge;
            if (ages[i] < ResidentDraws.AdultAge)
            {
                continue;
            }

            if (first < 0 || Unlikeness(gap) < Unlikeness(ages[first - start] - childAge))
            {
                (first, second) = (start + i, first);
            }
            else if (second < 0 || Unlikeness(gap) < Unlikeness(ages[second - start] - childAge))
            {
                second = start + i;
            }
        }

        return second >= 0 && workerOf[first] >= 0 && workerOf[second] < 0 ? (second, first) : (first, second);
    }

    // Parents are mostly 18–45 years older; a grown sister or brother and a grandparent come after them.
    private static int Unlikeness(int gap) => gap switch
    {
        < 16 => 100 - gap,
        <= 46 => Math.Abs(gap - 30) / 8,
        _ => gap - 40,
    };
}
