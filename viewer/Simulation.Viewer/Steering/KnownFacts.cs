using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Scenarios;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Steering;

/// <summary>Says of an intervention where it acts, what is written of its price, and how well its effect is known.</summary>
internal static class KnownFacts
{
    private const int MostPlaces = 3;

    /// <summary>What is known of it.</summary>
    public static LeverFacts Of(ScenarioIntervention intervention)
    {
        Evidence evidence = intervention.Kind.Evidence;
        return new LeverFacts(Where(intervention.Request.Where), Price(intervention.Request.Costs), Dots(evidence.Design), $"{evidence.Finding} ({evidence.Source})", intervention.Kind.Level.ToString());
    }

    private static int Dots(StudyDesign design) => design switch
    {
        StudyDesign.Randomised or StudyDesign.NaturalExperiment => 4,
        StudyDesign.Uncontrolled or StudyDesign.CrossSectional => 3,
        StudyDesign.Mechanism => 2,
        _ => 1,
    };

    private static string Where(Target target)
    {
        var parts = new List<string>();
        if (target.Places is { Count: > 0 } places)
        {
            parts.Add(places.Count > MostPlaces ? $"{places.Count} places" : string.Join(", ", places));
        }

        if (target.Deciles is { Count: > 0 and < 10 } deciles)
        {
            parts.Add(deciles.Max() <= 5 ? $"poorest {deciles.Count * 10} of 100" : $"{deciles.Count * 10} of 100 neighbourhoods");
        }

        if (target.Rural is { } rural)
        {
            parts.Add(rural ? "country" : "towns");
        }

        return parts.Count == 0 ? "everywhere" : string.Join(", ", parts);
    }

    private static string? Price(IReadOnlyList<CostItem> costs) => costs.Count == 0 ? null : string.Join(", ", costs.Select(cost =>
        $"{Pounds(cost.Pounds)}{(cost.PerUnit is { } unit ? $" per {unit.ToString().ToLowerInvariant()}" : string.Empty)}{(cost.PerYear ? " a year" : " once")}"));

    private static string Pounds(double pounds) =>
        pounds >= 1e6 ? $"£{(pounds / 1e6).ToString("0.#", CultureInfo.InvariantCulture)}m"
        : pounds >= 1e3 ? $"£{(pounds / 1e3).ToString("0.#", CultureInfo.InvariantCulture)}k"
        : $"£{pounds.ToString("0.##", CultureInfo.InvariantCulture)}";
}
