using System.Globalization;
using Simulation.Engine.Interventions;
using Simulation.Results.Sentences;
using Simulation.Scenarios;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Steering;

/// <summary>Says of an intervention where it acts, what is written of its price, and how well its effect is known.</summary>
internal static class KnownFacts
{
    private const int MostPlaces = 3;

    /// <summary>What is known of it.</summary>
    /// <param name="intervention">The intervention.</param>
    /// <param name="effect">What a kept study found it to do alone, or null.</param>
    public static LeverFacts Of(ScenarioIntervention intervention, LeverEffect? effect)
    {
        Evidence evidence = intervention.Kind.Evidence;
        return new LeverFacts(Where(intervention.Request.Where), Price(intervention), Dots(evidence.Design), $"{RoomWords.Plain(evidence.Finding)} ({evidence.Source})", intervention.Kind.Level.ToString(), effect);
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

    // What the scenario writes, else what is published; what neither prices is named.
    private static string? Price(ScenarioIntervention intervention)
    {
        (InterventionKind kind, InterventionRequest request) = (intervention.Kind, intervention.Request);
        IEnumerable<string> known = request.Costs.Count > 0
            ? request.Costs.Select(cost => Said(cost.Pounds, cost.PerUnit is { } unit ? One(unit) : null, cost.PerYear))
            : kind.UnitCosts.Select(cost => Said(cost.Today.Central, Each(cost.Basis, kind.Reaches), cost.PerYear));
        string priced = string.Join(", ", known);
        string missing = string.Join(", ", kind.NotCosted(request));
        return priced.Length == 0 ? null : missing.Length == 0 ? priced : $"{priced}; no price yet for {missing}";
    }

    private static string Said(double pounds, string? each, bool perYear) =>
        $"{(pounds < 10 ? $"£{pounds.ToString("0.00", CultureInfo.InvariantCulture)}" : CostSentence.Pounds(pounds))}{(each is null ? string.Empty : $" for each {each}")}{(perYear ? " a year" : " once")}";

    private static string Each(CostBasis basis, ReachUnit unit) => basis switch
    {
        CostBasis.Resident => "resident",
        CostBasis.Place => "place",
        _ => One(unit),
    };

    private static string One(ReachUnit unit) => unit switch
    {
        ReachUnit.Schools => "school",
        ReachUnit.Neighbourhoods => "neighbourhood",
        ReachUnit.Employees => "employee",
        ReachUnit.Residents => "resident",
        _ => "employer",
    };
}
