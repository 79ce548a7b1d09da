using Simulation.Engine.Interventions;
using Simulation.Engine.Populations;
using Simulation.Scenarios.Checks;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Scenarios.Reading;

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
        IReadOnlyList<BoundIntervention> bound = Deliver(scenario, population, bag, effects: true);
        foreach (IBindingCheck check in BindingChecks.All)
        {
            check.Check(bound, population, bag);
        }

        return new BindingResult(HeldBack.Left([.. bound.SelectMany(b => b.Effects)], scenario.Held), bag.Ordered(), bound);
    }

    /// <summary>Whom the interventions reach; their effects too when <paramref name="effects"/> are wanted (counting needs none).</summary>
    internal static IReadOnlyList<BoundIntervention> Deliver(Scenario scenario, Population population, DiagnosticBag bag, bool effects)
    {
        var bound = new List<BoundIntervention>();
        foreach (ScenarioIntervention written in scenario.Interventions)
        {
            ScenarioIntervention intervention = written with { Request = Reshaped(written, scenario) };
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
            bound.Add(new BoundIntervention(intervention, delivery, effects ? intervention.Kind.Bind(delivery) : []));
        }

        return bound;
    }

    /// <summary>What the deeper levers of the scenario, where they count, make of an intervention's request.</summary>
    private static InterventionRequest Reshaped(ScenarioIntervention intervention, Scenario scenario)
    {
        InterventionRequest request = intervention.Request;
        foreach (ScenarioIntervention deeper in scenario.Interventions)
        {
            if (!ReferenceEquals(deeper, intervention) && deeper.Kind.Level > intervention.Kind.Level
                && (!deeper.Kind.Exploratory || scenario.IncludeExploratory))
            {
                request = deeper.Kind.Reshape(deeper.Request, request);
            }
        }

        return request;
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
                    NearestWord.Hint(name, table.Name.Concat(table.Code)) ?? "`simulate population describe FILE --neighbourhoods` lists them.");
            }
        }

        return good;
    }
}
