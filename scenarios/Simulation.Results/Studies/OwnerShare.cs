using Simulation.Results.Statistics;

namespace Simulation.Results.Studies;

/// <summary>A scenario with some of its owners only, as often as the whole was run with central values.</summary>
/// <param name="Arm">The scenario.</param>
/// <param name="Owners">Those whose interventions it keeps.</param>
/// <param name="Pairs">Its pairs.</param>
public sealed record Coalition(string Arm, IReadOnlyList<string> Owners, IReadOnlyList<RunPair> Pairs);

/// <summary>What one owner carries of a scenario: fewer residents inactive.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Share">Its share of the whole (Shapley): shares add up to the whole.</param>
/// <param name="Alone">What it does alone.</param>
/// <param name="Withdrawn">What is lost when it withdraws from the others.</param>
public sealed record OwnerShare(string Owner, PairedEstimate Share, double Alone, double Withdrawn)
{
    /// <summary>Shares a scenario out among its owners; empty where not every combination of them has been run.</summary>
    public static IReadOnlyList<OwnerShare> Of(StudyArm arm, IReadOnlyList<Coalition> coalitions)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentNullException.ThrowIfNull(coalitions);
        Coalition[] own = [.. coalitions.Where(c => c.Arm == arm.Name)];
        string[] owners = [.. own.SelectMany(c => c.Owners).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        RunPair[] whole = [.. arm.Pairs.Where(p => p.Draw == 0)];
        if (owners.Length < 2 || own.Length != (1 << owners.Length) - 2)
        {
            return [];
        }

        List<double[]> worths = [];
        foreach (RunPair pair in whole)
        {
            double[] worth = new double[1 << owners.Length];
            worth[^1] = Fewer(pair);
            foreach (Coalition coalition in own)
            {
                if (coalition.Pairs.FirstOrDefault(p => p.Seed == pair.Seed) is not { } same)
                {
                    return [];
                }

                worth[coalition.Owners.Sum(o => 1 << Array.IndexOf(owners, o))] = Fewer(same);
            }

            worths.Add(worth);
        }

        double[][] shares = [.. worths.Select(ShapleyValues.Exact)];
        double[][] alone = [.. worths.Select(ShapleyValues.FirstIn)];
        double[][] withdrawn = [.. worths.Select(ShapleyValues.LastOut)];
        return [.. owners.Select((owner, i) => new OwnerShare(
            owner, PairedEstimate.Of([.. shares.Select((s, r) => new PairedDifference(0, whole[r].Seed, 0, s[i]))]), alone.Average(a => a[i]), withdrawn.Average(w => w[i])))];
    }

    private static double Fewer(RunPair pair) => -(new StudyArm(string.Empty, [pair]).Inactive()?.Mean ?? double.NaN);
}
