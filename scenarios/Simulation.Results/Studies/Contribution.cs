using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>A scenario with some only of those that carry it, owners or mechanisms, as often as the whole was run with central values.</summary>
/// <param name="Arm">The scenario.</param>
/// <param name="Kept">Owners whose interventions, or mechanisms by which they act, it keeps.</param>
/// <param name="Pairs">Its pairs.</param>
public sealed record Coalition(string Arm, IReadOnlyList<string> Kept, IReadOnlyList<RunPair> Pairs);

/// <summary>What one owner, or one mechanism, carries of a scenario: fewer residents inactive.</summary>
/// <param name="Name">The owner, or the mechanism.</param>
/// <param name="Share">Its share of the whole (Shapley): shares add up to the whole.</param>
/// <param name="Alone">What it does alone.</param>
/// <param name="Withdrawn">What is lost when it withdraws from the others, or is held back.</param>
public sealed record Contribution(string Name, PairedEstimate Share, double Alone, double Withdrawn)
{
    /// <summary>Shares a scenario out among those that carry it; empty where not every combination of them has been run.</summary>
    public static IReadOnlyList<Contribution> Of(StudyArm arm, IReadOnlyList<Coalition> coalitions)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(coalitions);
        Coalition[] own = [.. coalitions.Where(c => c.Arm == arm.Name)];
        string[] names = [.. own.SelectMany(c => c.Kept).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        RunPair[] whole = [.. arm.Pairs.Where(p => p.Draw == 0)];
        if (names.Length < 2 || own.Length != (1 << names.Length) - 2)
        {
            return [];
        }

        List<double[]> worths = [];
        foreach (RunPair pair in whole)
        {
            double[] worth = new double[1 << names.Length];
            worth[^1] = Fewer(pair);
            foreach (Coalition coalition in own)
            {
                if (coalition.Pairs.FirstOrDefault(p => p.Seed == pair.Seed) is not { } same)
                {
                    return [];
                }

                worth[coalition.Kept.Sum(o => 1 << Array.IndexOf(names, o))] = Fewer(same);
            }

            worths.Add(worth);
        }

        double[][] shares = [.. worths.Select(ShapleyValues.Exact)];
        double[][] alone = [.. worths.Select(ShapleyValues.FirstIn)];
        double[][] withdrawn = [.. worths.Select(ShapleyValues.LastOut)];
        return [.. names.Select((name, i) => new Contribution(
            name, PairedEstimate.Of([.. shares.Select((s, r) => new PairedDifference(0, whole[r].Seed, 0, s[i]))]), alone.Average(a => a[i]), withdrawn.Average(w => w[i])))];
    }

    private static double Fewer(RunPair pair) => -(new StudyArm(string.Empty, [pair]).Inactive()?.Mean ?? double.NaN);
}
