using Simulation.Engine.Numerics;
using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Gives the residents of a neighbourhood, who live in their households by now, an ethnic group and a highest qualification.
/// </summary>
/// <remarks>
/// A household is of one ethnic group, as most are; so are those of Mixed groups here, whose members are in truth often the
/// children of parents of two. Qualifications follow age, work and disability by profiles whose odds are scaled until the
/// neighbourhood's own totals are met. A child takes after an adult at home.
/// </remarks>
internal static class BackgroundDraws
{
    private const int Adult = 16;

    /// <summary>Backgrounds of the draft's residents, in their order.</summary>
    public static byte[] Draw(NeighbourhoodDraft draft, NeighbourhoodInput input, SynthesisLuck luck)
    {
        EthnicGroup[] groups = Groups(draft, input.EthnicGroups, ref luck);
        Qualification[] qualifications = Adults(draft, input.Qualifications, ref luck);
        var backgrounds = new byte[draft.Age.Length];
        for (int h = 0; h < draft.Size.Length; h++)
        {
            int first = draft.First[h];
            int parent = first;
            for (int r = first; r < first + draft.Size[h]; r++)
            {
                parent = draft.Age[r] >= Adult && (draft.Age[parent] < Adult || qualifications[r] > qualifications[parent]) ? r : parent;
            }

            for (int r = first; r < first + draft.Size[h]; r++)
            {
                backgrounds[r] = Background.Of(qualifications[draft.Age[r] < Adult ? parent : r], groups[h]);
            }
        }

        return backgrounds;
    }

    // Households in random order along a line that the groups divide: whose middle lies in a group's part is of it.
    private static EthnicGroup[] Groups(NeighbourhoodDraft draft, IReadOnlyList<double> shares, ref SynthesisLuck luck)
    {
        var groups = new EthnicGroup[draft.Size.Length];
        int[] order = [.. Enumerable.Range(0, draft.Size.Length)];
        luck.Shuffle<int>(order);
        double sum = shares.Sum();
        double before = draft.Age.Length * luck.Next();
        foreach (int h in order)
        {
            double at = (before + (draft.Size[h] / 2.0)) / draft.Age.Length % 1 * sum;
            before += draft.Size[h];
            int group = 0;
            while (group + 1 < shares.Count && at >= shares[group])
            {
                at -= shares[group++];
            }

            groups[h] = (EthnicGroup)group;
        }

        return groups;
    }

    private static Qualification[] Adults(NeighbourhoodDraft draft, IReadOnlyList<double> shares, ref SynthesisLuck luck)
    {
        int residents = draft.Age.Length;
        var none = new double[residents];
        var degree = new double[residents];
        for (int r = 0; r < residents; r++)
        {
            bool works = draft.Status[r] == (byte)EconomicStatus.Employed;
            bool disabled = (draft.Traits[r] & (byte)Traits.Disabled) != 0;
            bool adult = draft.Age[r] >= Adult;
            none[r] = adult ? Odds.Times(SynthesisResidentParameters.NoQualification[draft.Age[r]], (works ? SynthesisResidentParameters.NoQualificationEmployedOdds : 1) * (disabled ? SynthesisResidentParameters.NoQualificationDisabledOdds : 1)) : 0;
            degree[r] = adult ? SynthesisResidentParameters.Degree[draft.Age[r]] : 0;
        }

        int adults = draft.Age.Count(age => age >= Adult);
        double all = shares.Sum();
        bool[] without = Chosen(none, shares[(int)Qualification.None] / all * adults, luck.Next());
        for (int r = 0; r < residents; r++)
        {
            degree[r] = without[r] ? 0 : degree[r];
        }

        bool[] graduates = Chosen(degree, shares[(int)Qualification.Degree] / all * adults, luck.Next());
        return [.. Enumerable.Range(0, residents).Select(r => without[r] ? Qualification.None : graduates[r] ? Qualification.Degree : Qualification.Some)];
    }

    private static bool[] Chosen(double[] chances, double target, double start)
    {
        var chosen = new bool[chances.Length];
        Quota.Calibrate(chances, target);
        Quota.Choose(chances, start, chosen);
        return chosen;
    }
}
