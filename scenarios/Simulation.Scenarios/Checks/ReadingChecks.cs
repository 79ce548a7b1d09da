using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Sources;

namespace Simulation.Scenarios.Checks;

/// <summary>Warnings that a sound scenario deserves before anybody is counted.</summary>
internal static class ReadingChecks
{
    /// <summary>Adds warnings of <paramref name="scenario"/> to <paramref name="bag"/>.</summary>
    public static void Check(Scenario scenario, DiagnosticBag bag)
    {
        NoPrice(scenario, bag);
        TimingChecks.Check(scenario, bag);
        if (FrozenPeople.Warning(scenario.Start, scenario.Days, scenario.People) is { } warning)
        {
            SourceSpan span = scenario.Syntax.Find("horizon")?.Value.Span ?? scenario.Syntax.Span;
            bag.Warn(Codes.FrozenPeople, span, warning, scenario.People == Simulation.Engine.Parameters.PeopleStructure.Frozen
                ? "Let people live (`structure: { people: living }`), shorten the horizon to three years, or read later years as the first day's residents living on unchanged."
                : "Compare with a baseline of the same horizon: its gap moves too, and the comparison says by how much.");
        }
    }

    private static void NoPrice(Scenario scenario, DiagnosticBag bag)
    {
        ScenarioIntervention[] counted = [.. scenario.Interventions.Where(i => !i.Kind.Exploratory || scenario.IncludeExploratory)];
        IReadOnlyList<string> names = NotCosted.Of(counted);
        if (names.Count > 0)
        {
            bag.Warn(
                Codes.NotCosted, counted.First(i => NotCosted.Of([i]).Count > 0).Span, $"Not costed: {string.Join(", ", names)}. The file gives no price and no published one stands in, so every sum leaves {(names.Count == 1 ? "it" : "them")} out.",
                "Add `cost: { capital: £18k per school, running: £4k per school per year }` with your own prices; what costs nothing is £0.");
        }
    }
}
