namespace Simulation.Scenarios.Checks;

/// <summary>What has no price: neither the scenario gives one nor is one published.</summary>
public static class NotCosted
{
    /// <summary>Names of interventions, and of parts of them, that a sum leaves out.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<ScenarioIntervention> interventions)
    {
        ArgumentNullException.ThrowIfNull(interventions);
        List<string> names = [];
        foreach (ScenarioIntervention one in interventions)
        {
            string whole = one.Kind.Key.Replace('_', ' ');
            string name = one.Name.Replace('_', ' ');
            names.AddRange(one.Kind.NotCosted(one.Request).Select(part => part == whole ? name : $"{part} of {name}"));
        }

        return names;
    }
}
