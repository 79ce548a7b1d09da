using Simulation.Engine.Populations;

namespace Simulation.Engine.Synthesis;

/// <summary>The published figures among the inputs of a synthesis, to be kept beside the population.</summary>
internal static class InputTargets
{
    /// <summary>The targets in <paramref name="inputs"/>; shares are scaled to sum to 1.</summary>
    public static PublishedTargets Of(SynthesisInputs inputs)
    {
        var targets = new PublishedTargets(inputs.Neighbourhoods.Count) { Places = [.. inputs.Places.Select(p => p.Published)] };
        for (int n = 0; n < targets.Count; n++)
        {
            NeighbourhoodInput input = inputs.Neighbourhoods[n];
            targets.Residents.ToFill()[n] = (float)input.Residents;
            targets.Households.ToFill()[n] = (float)input.Households;
            SetShares(targets.AgeBands.ToFill(), n, input.AgeBands);
            SetShares(targets.HouseholdSize.ToFill(), n, input.HouseholdSize);
            SetShares(targets.Cars.ToFill(), n, input.Cars);
            targets.Disabled.ToFill()[n] = (float)input.Disabled;
            targets.Employed.ToFill()[n] = (float)input.Employed;
            targets.MainlyHome.ToFill()[n] = (float)(input.WorkTravel[2] / Math.Max(1e-12, input.WorkTravel.Sum()));
        }

        return targets;
    }

    private static void SetShares(Column<float> column, int n, IReadOnlyList<double> shares)
    {
        double sum = Math.Max(1e-12, shares.Sum());
        for (int i = 0; i < shares.Count; i++)
        {
            column[(n * shares.Count) + i] = (float)(shares[i] / sum);
        }
    }
}
