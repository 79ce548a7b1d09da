using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.RunFiles;

namespace Simulation.Cli.Output;

/// <summary>Prints a comparison for people.</summary>
internal static class ComparisonReport
{
    // Outcomes whose spread is itself a question; the object printed by --json has every share.
    private static readonly string[] Equity =
        ["adults_inactive", "adults_active", "children_less_active", "children_active", "active_travel_adults", "school_walk"];

    private static readonly string[] ByStratum =
        ["adults_inactive", "adults_active", "children_active", "school_walk", "active_travel_adults"];

    /// <summary>Prints the comparison.</summary>
    public static void Print(Terminal terminal, Comparison comparison)
    {
        RunManifest baseline = comparison.Baseline;
        terminal.WriteLine($"Baseline: {baseline.ScenarioName}");
        terminal.WriteParagraph(string.Create(
            CultureInfo.InvariantCulture,
            $"{baseline.Residents:N0} residents ({baseline.PopulationSource}), {baseline.Days:N0} days from {baseline.Start:yyyy-MM-dd}, seed {baseline.Seed}. Same residents and same luck in every run. Figures are {Span(comparison)}."));
        foreach (ScenarioChange scenario in comparison.Scenarios)
        {
            PrintOverall(terminal, scenario);
            PrintEquity(terminal, scenario);
            if (comparison.By is not null)
            {
                PrintStrata(terminal, scenario, comparison.By);
            }
        }

        if (comparison.Package is { } package)
        {
            PackageReport.Print(terminal, comparison, package);
        }
    }

    private static void PrintOverall(Terminal terminal, ScenarioChange scenario)
    {
        terminal.WriteHeading($"{scenario.Name} against the baseline");
        if (scenario.Overall.Count == 0)
        {
            terminal.WriteLine("Nothing to compare: the runs end before their first week does. Weeks end on Sundays.");
            return;
        }

        TextTable table = new(["Indicator", ">Baseline", ">Scenario", ">Difference", ">People", "of"]);
        foreach (Change change in scenario.Overall)
        {
            AddChange(table, change, change.Indicator.Label);
        }

        table.Write(terminal);
        terminal.WriteLine("People: the difference times the number of those it is about (days: a week's).");
        if (scenario.Overall.All(c => c.Difference == 0))
        {
            terminal.WriteLine("No indicator differs: exactly zero.");
        }
    }

    private static void PrintEquity(Terminal terminal, ScenarioChange scenario)
    {
        List<EquityChange> changes = [.. scenario.Equity.Where(c => Equity.Contains(c.Indicator.Key))];
        if (changes.Count == 0)
        {
            return;
        }

        terminal.WriteLine();
        terminal.WriteParagraph(
            $"{scenario.Name}: the most deprived fifth (national deciles 1-2) beside the gap to the least deprived fifth (9-10) and the slope index (SII)");
        TextTable table = new(["Indicator", ">Most deprived", ">Change", ">Gap", ">Change", ">SII", ">Change"]);
        foreach (EquityChange change in changes)
        {
            table.Add(
                change.Indicator.Label,
                Numbers.Value(change.Indicator, change.Baseline.MostDeprived),
                new Cell(Numbers.SignedFixed(100 * change.MostDeprived, 2), Style(change.Indicator.Better, change.MostDeprived)),
                Numbers.SignedFixed(100 * change.Baseline.Gap, 1),
                Numbers.SignedFixed(100 * change.Gap, 2),
                Numbers.SignedFixed(100 * change.Baseline.Slope, 1),
                Numbers.SignedFixed(100 * change.Slope, 2));
        }

        table.Write(terminal);
        foreach (EquityChange change in changes.Where(c => c.LevelsDown))
        {
            terminal.WriteParagraph(
                $"{change.Indicator.Label}: the gap narrows although the most deprived fifth is no better off. Others have fallen towards it; that is no success.");
        }
    }

    private static void PrintStrata(Terminal terminal, ScenarioChange scenario, string by)
    {
        foreach (string name in ByStratum)
        {
            List<Change> changes = [.. scenario.Strata.Where(c => c.Indicator.Key == name)];
            if (changes.Count == 0)
            {
                continue;
            }

            terminal.WriteHeading($"{scenario.Name}: {changes[0].Indicator.Label.ToLowerInvariant()} by {by}");
            TextTable table = new([Heads(by), ">Baseline", ">Scenario", ">Difference", ">People", "of"]);
            foreach (Change change in changes)
            {
                AddChange(table, change, change.Stratum);
            }

            table.Write(terminal);
        }
    }

    private static string Span(Comparison comparison) => comparison.Window.Length == WindowLength.FourWeeks
        ? "those of each indicator's last four weeks with something to measure"
        : comparison.Baseline.Days >= 364 ? "means over the last 52 weeks" : "means over the whole run";

    private static string Heads(string by) => by switch
    {
        "deprivation" => "Decile (1 = most deprived)",
        _ => char.ToUpperInvariant(by[0]) + by[1..],
    };

    private static void AddChange(TextTable table, Change change, string label) => table.Add(
        label,
        Numbers.Value(change.Indicator, change.Baseline.Value, 2),
        Numbers.Value(change.Indicator, change.Scenario.Value, 2),
        new Cell(Numbers.Difference(change.Indicator, change.Difference), Style(change.Indicator.Better, change.Difference)),
        change.Affected is { } affected ? Numbers.SignedCount(affected) : string.Empty,
        change.Affected is not null ? change.Indicator.Of : string.Empty);

    private static Spectre.Console.Style? Style(Better better, double difference) => (better, Math.Sign(difference)) switch
    {
        (Better.Higher, 1) or (Better.Lower, -1) => Cell.Better,
        (Better.Higher, -1) or (Better.Lower, 1) => Cell.Worse,
        _ => null,
    };
}
