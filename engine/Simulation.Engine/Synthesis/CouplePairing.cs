using Simulation.Engine.Parameters;
using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>
/// Pairs the adults left over for households of two. Men and women are paired by rank of age; those of the larger sex who
/// are over, spread over all ages, pair up with the next of their own (sisters, friends, same-sex couples).
/// </summary>
internal static class CouplePairing
{
    /// <summary>Pairs of residents; <paramref name="rest"/> holds an even number.</summary>
    public static List<(int First, int Second)> Pair(int[] rest, ResidentDraws draws, ref SynthesisLuck luck)
    {
        int[] men = ByAge(rest, draws, woman: false, ref luck);
        int[] women = ByAge(rest, draws, woman: true, ref luck);
        (int[] more, int[] fewer) = men.Length > women.Length ? (men, women) : (women, men);
        var over = new int[more.Length];
        Quota.Spread(new double[more.Length], (more.Length - fewer.Length) / 2 * 2, luck.Next(), over);
        int[] own = [.. more.Where((_, i) => over[i] > 0)];
        int[] mixed = [.. more.Where((_, i) => over[i] == 0)];
        var pairs = new List<(int, int)>(rest.Length / 2);
        for (int i = 0; i < own.Length; i += 2)
        {
            pairs.Add((own[i], own[i + 1]));
        }

        for (int i = 0; i < mixed.Length; i++)
        {
            pairs.Add((mixed[i], fewer[i]));
        }

        return pairs;
    }

    // In order of age, blurred by the spread of couples' age gaps.
    private static int[] ByAge(int[] rest, ResidentDraws draws, bool woman, ref SynthesisLuck luck)
    {
        int[] own = [.. rest.Where(r => ((draws.Traits[r] & (byte)Traits.Female) != 0) == woman)];
        var keys = new double[own.Length];
        for (int i = 0; i < own.Length; i++)
        {
            keys[i] = draws.Age[own[i]] + ((luck.Next() - luck.Next()) * SynthesisHouseholdParameters.PartnerSpread);
        }

        Array.Sort(keys, own);
        return own;
    }
}
