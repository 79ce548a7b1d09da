using Simulation.Engine.Synthesis;

namespace Simulation.Engine.Populations;

/// <summary>
/// The published figures that the synthesis was to meet, kept beside the population so that a population file can be held
/// against them without the inputs.
/// </summary>
/// <param name="neighbourhoods">Number of neighbourhoods.</param>
public sealed class PublishedTargets(int neighbourhoods) : IDisposable
{
    /// <summary>Number of neighbourhoods.</summary>
    public int Count { get; } = neighbourhoods;

    /// <summary>Figures of each place, in the order of the places: key (<c>residents</c>, <c>no_car_pct</c>, …) → value.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, double>> Places { get; init; } = [];

    /// <summary>Residents in the source, before scaling.</summary>
    public Column<float> Residents { get; init; } = Column<float>.Allocate(neighbourhoods);

    /// <summary>Households in the source, before scaling.</summary>
    public Column<float> Households { get; init; } = Column<float>.Allocate(neighbourhoods);

    /// <summary>Shares of residents aged 0–15, 16–24, 25–34, 35–49, 50–64, 65+: six values a neighbourhood.</summary>
    public Column<float> AgeBands { get; init; } = Column<float>.Allocate(neighbourhoods * 6);

    /// <summary>Shares of households with 1, 2, 3, 4+ members: four values a neighbourhood.</summary>
    public Column<float> HouseholdSize { get; init; } = Column<float>.Allocate(neighbourhoods * 4);

    /// <summary>Shares of households with 0, 1, 2, 3+ cars: four values a neighbourhood.</summary>
    public Column<float> Cars { get; init; } = Column<float>.Allocate(neighbourhoods * 4);

    /// <summary>Share of residents disabled.</summary>
    public Column<float> Disabled { get; init; } = Column<float>.Allocate(neighbourhoods);

    /// <summary>Share of residents 16+ in employment.</summary>
    public Column<float> Employed { get; init; } = Column<float>.Allocate(neighbourhoods);

    /// <summary>Share of workers mainly at home in Census 2021.</summary>
    public Column<float> MainlyHome { get; init; } = Column<float>.Allocate(neighbourhoods);

    /// <summary>The targets in <paramref name="inputs"/>; shares are scaled to sum to 1.</summary>
    public static PublishedTargets From(SynthesisInputs inputs)
    {
        var targets = new PublishedTargets(inputs.Neighbourhoods.Count) { Places = [.. inputs.Places.Select(p => p.Published)] };
        for (int n = 0; n < targets.Count; n++)
        {
            NeighbourhoodInput input = inputs.Neighbourhoods[n];
            targets.Residents[n] = (float)input.Residents;
            targets.Households[n] = (float)input.Households;
            SetShares(targets.AgeBands, n, input.AgeBands);
            SetShares(targets.HouseholdSize, n, input.HouseholdSize);
            SetShares(targets.Cars, n, input.Cars);
            targets.Disabled[n] = (float)input.Disabled;
            targets.Employed[n] = (float)input.Employed;
            targets.MainlyHome[n] = (float)(input.WorkTravel[2] / Math.Max(1e-12, input.WorkTravel.Sum()));
        }

        return targets;
    }

    /// <summary>Releases the columns.</summary>
    public void Dispose()
    {
        Residents.Dispose();
        Households.Dispose();
        AgeBands.Dispose();
        HouseholdSize.Dispose();
        Cars.Dispose();
        Disabled.Dispose();
        Employed.Dispose();
        MainlyHome.Dispose();
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
