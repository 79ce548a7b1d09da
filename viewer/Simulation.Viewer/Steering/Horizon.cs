using System.Globalization;
using Simulation.Scenarios;
using Simulation.Scenarios.Syntax;

namespace Simulation.Viewer.Steering;

/// <summary>Another length of a scenario's run, written into the scenario, so that what is saved says it too.</summary>
internal static class Horizon
{
    /// <summary><paramref name="scenario"/> over <paramref name="days"/> days from its own start.</summary>
    public static Scenario Set(Scenario scenario, int days)
    {
        MappingNode horizon = new MappingNode(scenario.Syntax.Span, [])
            .With("start", scenario.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .With("days", days.ToString(CultureInfo.InvariantCulture));
        MappingNode root = scenario.Syntax.Without("extends", "include", "without").With("horizon", horizon);
        return ScenarioReader.ReadText(YamlText.Write(root), "scenario").Scenario
            ?? throw new InvalidOperationException("A checked scenario with another length is a scenario.");
    }
}
