using System.Globalization;
using Simulation.Engine.Observation;
using Simulation.Results.Comparisons;
using Simulation.Results.Indicators;
using Simulation.Results.Runs;
using Simulation.Results.Sentences;

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
            $"{baseline.Residents:N0} residents ({baseline.PopulationSource}), {Numbers.Days(baseline.Days)} from {baseline.Start:yyyy-MM-dd}, seed {baseline.Seed}. Same residents and same luck in every run. Figures are {Span(comparison)}."));
        if (baseline.RegionResidents > 0)
        {
            terminal.WriteParagraph(string.Create(
                CultureInfo.InvariantCulture,
                $"People, cars and pounds are those of the region's {baseline.RegionResidents:N0} residents, estimated from the {baseline.Residents:N0} simulated."));
        }

        foreach (string warning in baseline.Warnings)
        {
            terminal.WriteParagraph("Warning: " + warning);
        }

        if (comparison.Drift is { } drift)
        {
            terminal.WriteParagraph(drift.Sentence);
        }

        foreach (ScenarioChange scenario in comparison.Scenarios)
        {
            PrintOverall(terminal, scenario);
            PrintEquity(terminal, scenario);
            if (scenario is { Gains: { } gains, Overall.Count: > 0 })
            {
                GainsReport.Print(terminal, scenario.Name, gains);
            }

            if (comparison.By is not null)
            {
                PrintStrata(terminal, scenario, comparison.By);
            }
        }

        if (comparison.Package is { } package)
        {
            PackageReport.Print(terminal, comparison, package);
        }

        // Last, because that is what stands above the prompt: a hundred lines of tables are scrolled past.
        foreach (ScenarioChange scenario in comparison.Scenarios.Where(s => s.Overall.Count > 0))
        {
            PrintSummary(terminal, scenario);
        }
    }

    private static void PrintSummary(Terminal terminal, ScenarioChange scenario)
    {
        terminal.WriteHeading($"In short: {scenario.Name}");
        foreach (string line in Summary.Lines(Summary.Of(ComparisonFindings.Of(scenario))))
        {
            terminal.WriteParagraph(line);
        }

        if (TargetAnswer.Of(scenario) is { } answer)
        {
            terminal.WriteParagraph(answer.Replace(SpokenNumber.NoBreak, ' '));
        }

        if (scenario.Manifest.Cost is { } cost)
        {
            terminal.WriteParagraph(CostSentence.Of(cost.Once, cost.Running, cost.Low, cost.High, cost.NotCosted));
        }
    }

    private static void PrintOverall(Terminal terminal, ScenarioChange scenario)
    {
        terminal.WriteHeading($"{scenario.Name} against the baseline");
        if (scenario.Overall.Count == 0)
        {
            terminal.WriteParagraph("Nothing to compare: the runs end before their first week does. Weeks end on Sundays.");
            return;
        }

        TextTable table = new(["Indicator", ">Baseline", ">Scenario", ">Difference", ">People", "Who"]);
        foreach (Change change in scenario.Overall)
        {
            AddChange(table, change, change.Indicator.Label);
        }

        table.Write(terminal);
        terminal.WriteLine("People: the difference times those it is about; of trips, times those who make");
        terminal.WriteLine("them on one day.");
        if (scenario.Overall.Any(c => c.Indicator.Form == IndicatorForm.Slope))
        {
            terminal.WriteParagraph("SII: how many more in 100 are inactive at the most deprived end than at the least deprived.");
        }

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
            $"{scenario.Name}: the most and the least deprived fifth (national deciles 1-2 and 9-10), and the gap between them without the plan and with it");
        TextTable table = new(["Indicator", ">Most", ">Change", ">Least", ">Change", ">Gap", ">With", "The gap"]);
        foreach (EquityChange change in changes)
        {
            GapChange says = change.Finding.Says;
            table.Add(
                change.Indicator.Label,
                Numbers.Value(change.Indicator, change.Baseline.MostDeprived),
                new Cell(Numbers.SignedFixed(100 * change.MostDeprived, 2), Style(change.Indicator.Better, change.MostDeprived)),
                Numbers.Value(change.Indicator, change.Baseline.LeastDeprived),
                new Cell(Numbers.SignedFixed(100 * change.LeastDeprived, 2), Style(change.Indicator.Better, change.LeastDeprived)),
                Numbers.Fixed(100 * Math.Abs(change.Baseline.Gap), 1),
                Numbers.Fixed(100 * Math.Abs(change.Scenario.Gap), 1),
                new Cell(Sentence.WordFor(says), says switch { GapChange.Narrows when !change.LevelsDown => Cell.Better, GapChange.Widens => Cell.Worse, _ => (Spectre.Console.Style?)null }));
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
            // A plan for one place leaves the others as they were: rows of nothing hide the one that matters.
            List<Change> same = [.. changes.Where(Nothing)];
            if (same.Count < changes.Count)
            {
                TextTable table = new([Heads(by), ">Baseline", ">Scenario", ">Difference", ">People", "Who"]);
                foreach (Change change in changes.Where(c => !Nothing(c)))
                {
                    AddChange(table, change, change.Stratum);
                }

                table.Write(terminal);
            }

            Say("No difference", [.. same.Where(c => c.Difference == 0)]);
            Say("Less than 0.005 points either way", [.. same.Where(c => c.Difference != 0)]);

            void Say(string what, List<Change> rows)
            {
                if (rows.Count > 0)
                {
                    terminal.WriteParagraph(rows.Count == changes.Count ? $"{what} in any of the {rows.Count}." : $"{what}: {string.Join(", ", rows.Select(c => c.Stratum))}.");
                }
            }
        }
    }

    private static string Span(Comparison comparison) => comparison.Window.Length == WindowLength.FourWeeks
        ? $"those of the last four weeks of school{Dates(comparison.Window)}"
        : comparison.Baseline.Days >= 364 ? "means over the last 52 weeks" : "means over the whole run";

    private static string Dates(Window window) => window.Span is { } span
        ? string.Create(CultureInfo.InvariantCulture, $", {span.First:d MMMM} to {span.Last:d MMMM yyyy}")
        : string.Empty;

    /// <summary>Whether a difference prints as zero.</summary>
    private static bool Nothing(Change change) => change.Indicator.Unit == IndicatorUnit.Share
        ? Math.Abs(change.Difference) < 0.00005
        : change.Difference == 0;

    private static string Heads(string by) => by switch
    {
        "deprivation" => "Decile (1 poorest)",
        _ => char.ToUpperInvariant(by[0]) + by[1..],
    };

    private static void AddChange(TextTable table, Change change, string label) => table.Add(
        label,
        Numbers.Value(change.Indicator, change.Baseline.Value, Decimals(change)),
        Numbers.Value(change.Indicator, change.Scenario.Value, Decimals(change)),
        new Cell(Numbers.Difference(change.Indicator, change.Difference), Style(change.Indicator.Better, change.Difference)),
        change.Affected is { } affected ? Numbers.SignedCount(affected) : string.Empty,
        change.Affected is not null ? Words.All.Who(change.Indicator.Of) : string.Empty);

    private static int Decimals(Change change) => change.Indicator.Unit == IndicatorUnit.Minutes ? 1 : 2;

    private static Spectre.Console.Style? Style(Better better, double difference) => (better, Math.Sign(difference)) switch
    {
        (Better.Higher, 1) or (Better.Lower, -1) => Cell.Better,
        (Better.Higher, -1) or (Better.Lower, 1) => Cell.Worse,
        _ => (Spectre.Console.Style?)null,
    };
}
