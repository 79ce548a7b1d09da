using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios;

/// <summary>An intervention brought to a population.</summary>
/// <param name="Intervention">What the scenario asked.</param>
/// <param name="Delivery">Whom it reaches, and from when.</param>
/// <param name="Effects">What it does to the model.</param>
public sealed record BoundIntervention(ScenarioIntervention Intervention, Delivery Delivery, IReadOnlyList<Effect> Effects);

/// <summary>What came of binding a scenario to a population.</summary>
/// <param name="Effects">All effects, in the order of the interventions.</param>
/// <param name="Diagnostics">Warnings, and errors when a neighbourhood is named that the population does not have.</param>
/// <param name="Interventions">Effects by intervention; exploratory ones that were left out are not among them.</param>
public sealed record BindingResult(
    IReadOnlyList<Effect> Effects, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<BoundIntervention> Interventions)
{
    /// <summary>The two parts that a run needs.</summary>
    public void Deconstruct(out IReadOnlyList<Effect> effects, out IReadOnlyList<Diagnostic> diagnostics) =>
        (effects, diagnostics) = (Effects, Diagnostics);

    /// <summary>Whether the scenario names something that the population does not have.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>Brings a scenario to a population: names become rows, shares become residents, dates become days.</summary>
public static class ScenarioBinder
{
    /// <summary>Effects of <paramref name="scenario"/> on <paramref name="population"/>.</summary>
    public static BindingResult Bind(Scenario scenario, Population population)
    {
        var bag = new DiagnosticBag();
        var bound = new List<BoundIntervention>();
        var effects = new List<Effect>();
        foreach (ScenarioIntervention intervention in scenario.Interventions)
        {
            if (intervention.Kind.Exploratory && !scenario.IncludeExploratory)
            {
                bag.Warn(
                    Codes.LeftOut, intervention.Span, $"'{intervention.Name}' is exploratory: no effect size exists for it anywhere, so headline results leave it out.",
                    "Write `exploratory: include` at the top level to see what it would do under its assumption.");
                continue;
            }

            if (!CheckNames(intervention, population, bag))
            {
                continue;
            }

            Delivery delivery = intervention.Kind.Deliver(intervention.Request, population);
            IReadOnlyList<Effect> made = intervention.Kind.Bind(delivery);
            bound.Add(new BoundIntervention(intervention, delivery, made));
            effects.AddRange(made);
            CheckReach(intervention, delivery, population, bag);
        }

        return new BindingResult(effects, bag.Ordered(), bound);
    }

    private static bool CheckNames(ScenarioIntervention intervention, Population population, DiagnosticBag bag)
    {
        bool good = true;
        foreach (string name in intervention.Request.Where.Neighbourhoods ?? [])
        {
            NeighbourhoodTable table = population.Neighbourhoods;
            if (!table.Code.Contains(name, StringComparer.OrdinalIgnoreCase) && !table.Name.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                good = false;
                bag.Error(
                    Codes.UnknownNeighbourhood, intervention.SpanOf("where.neighbourhoods"), $"The population has no neighbourhood called '{name}'.",
                    NearestWord.Hint(name, table.Name.Concat(table.Code)) ?? "Name it by its code or its name as the population has it.");
            }
        }

        return good;
    }

    private static void CheckReach(ScenarioIntervention intervention, Delivery delivery, Population population, DiagnosticBag bag)
    {
        string noun = ReachParser.NounOf(intervention.Kind.Reaches);
        if (delivery.Rows.Length == 0)
        {
            bag.Warn(
                Codes.ReachesNobody, intervention.SpanOf(delivery.Eligible == 0 ? "where.places" : "reach"),
                delivery.Eligible == 0 ? $"'{intervention.Name}' reaches nothing: no {noun} lie within its `where` and `who`." : $"'{intervention.Name}' reaches none of the {delivery.Eligible:N0} eligible {noun}.",
                delivery.Eligible == 0 ? "Widen `where` or `who`." : "Raise `reach`.");
            return;
        }

        if (intervention.Request.Where.Places is { Count: > 1 } places)
        {
            int[] counts = PlaceCounts.Of(intervention.Kind.Reaches, delivery.Rows, population);
            for (int p = 0; p < population.Places.Count; p++)
            {
                Place place = population.Places[p];
                if (counts[p] == 0 && (places.Contains(place.Code, StringComparer.OrdinalIgnoreCase) || places.Contains(place.Name, StringComparer.OrdinalIgnoreCase)))
                {
                    bag.Warn(Codes.PlaceWithoutReach, intervention.SpanOf("where.places"), $"'{intervention.Name}' reaches 0 {noun} in {place.Name}.", "Nothing there fits `where`, `who` and `reach` together.");
                }
            }
        }
    }
}
