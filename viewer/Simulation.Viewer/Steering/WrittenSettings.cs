using System.Globalization;
using Simulation.Engine.Parameters;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Reading;
using Simulation.Scenarios.Syntax;

namespace Simulation.Viewer.Steering;

/// <summary>What the command line says, written into the scenario, so that what is saved says it too.</summary>
internal static class WrittenSettings
{
    // The first of September after the run's first day is when everybody is a year older.
    private const int SeptemberOfTheTurn = 9;

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
        return Read(scenario, root);
    }

    /// <summary>
    /// The scenario with what a live run does in it: with which luck, and that the residents of the first day stay as they are where it
    /// goes on into another school year, because each keeps their place on the map.
    /// </summary>
    /// <param name="scenario">A scenario without errors.</param>
    /// <param name="seed">Seed of the luck.</param>
    public static Scenario WriteLive(Scenario scenario, ulong seed)
    {
        MappingNode root = scenario.Syntax.With("seed", Number(seed));
        root = HeldFrom(scenario) is null ? root : root.With("structure.people", "frozen");
        return Read(scenario, root);
    }

    /// <summary>The first day on which people would be a year older in a run, where the scenario goes on so long and lets them; else null.</summary>
    public static DateOnly? HeldFrom(Scenario scenario)
    {
        var turn = new DateOnly(scenario.Start.Year, SeptemberOfTheTurn, 1);
        turn = turn > scenario.Start ? turn : turn.AddYears(1);
        return scenario.People == PeopleStructure.Living && scenario.End > turn ? turn : null;
    }

    // What the command line asks for may be more or less than a scenario can hold.
    private static Scenario Read(Scenario scenario, MappingNode root)
    {
        ScenarioResult result = ScenarioReader.ReadText(scenario.TextWith(root), "scenario");
        return result.Scenario
            ?? throw new ViewerException($"{scenario.Name} cannot be shown so. {string.Join(' ', result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message))}");
    }

    private static string Number<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
