using System.Globalization;
using Simulation.Scenarios;
using Simulation.Scenarios.Syntax;

namespace Simulation.Viewer.Steering;

/// <summary>What the command line says, written into the scenario, so that what is saved says it too.</summary>
internal static class WrittenSettings
{
    /// <summary><paramref name="scenario"/> over other days, for other residents or with other luck; null leaves it as it is.</summary>
    /// <param name="scenario">A scenario without errors.</param>
    /// <param name="days">Days from the scenario's own start.</param>
    /// <param name="residents">Number of residents.</param>
    /// <param name="seed">Seed of the luck.</param>
    public static Scenario Write(Scenario scenario, int? days, int? residents, ulong? seed)
    {
        MappingNode root = scenario.Syntax;
        if (days is not null)
        {
            root = root.With("horizon", new MappingNode(root.Span, [])
                .With("start", scenario.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                .With("days", Number(days)));
        }

        root = residents is null ? root : root.With("population.residents", Number(residents));
        root = seed is null ? root : root.With("seed", Number(seed));
        return ScenarioReader.ReadText(scenario.TextWith(root), "scenario").Scenario
            ?? throw new InvalidOperationException("A checked scenario with other days, residents or luck is a scenario.");
    }

    private static string Number<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
