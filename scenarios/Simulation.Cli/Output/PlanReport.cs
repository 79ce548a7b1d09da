using System.Globalization;
using System.Text.Json;
using Simulation.Cli.Running;
using Simulation.Engine.Running;
using Simulation.Experiments.Running;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Output;

/// <summary>Prints what a study takes.</summary>
internal static class PlanReport
{
    /// <summary>Longer lists are for programs.</summary>
    private const int MostShown = 100;

    /// <summary>What it takes, where the rate comes from, and the runs.</summary>
    public static void Print(Terminal terminal, LoadedScenario scenario, StudyPlan plan, MeasuredRate rate, bool measured)
    {
        bool filtered = scenario.Scenario.Indicators is not null || scenario.Scenario.Strata is not null;
        terminal.WriteHeading(scenario.Scenario.Name);
        TextTable table = new(["What", "How much"], wrapping: 1);
        table.Add("Runs", Runs(plan));
        table.Add("Residents", $"{plan.Residents:N0} in each");
        table.Add("Days", string.Create(CultureInfo.InvariantCulture, $"{plan.Days:N0} from {scenario.Scenario.Start:yyyy-MM-dd}, after {ModelRun.WarmUpDays} days of warm-up"));
        table.Add("Time", $"about {Numbers.Time(plan.Seconds)}, one run after another");
        table.Add("Memory", $"about {Numbers.Bytes(plan.MemoryBytes)}");
        table.Add("Disk", $"{(filtered ? "at most" : "about")} {Numbers.Bytes(plan.DiskBytes)} of run files");
        table.Write(terminal);
        terminal.WriteLine();
        terminal.WriteParagraph(
            $"Rate: {Numbers.Fixed(rate.ResidentDaysPerSecond / 1e6, 1)} million residents x days a second, "
            + (measured ? "measured just now on " : "that of the last run on this machine: ")
            + $"{rate.Residents:N0} residents, {rate.Days} days, {(rate.Workers == 1 ? "1 worker" : $"{rate.Workers} workers")}.");
        if (plan.Runs.Count > 1)
        {
            PrintRuns(terminal, scenario, plan);
        }
    }

    /// <summary>Writes the members of the object that <c>plan --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, LoadedScenario scenario, StudyPlan plan, MeasuredRate? rate, bool measured, IReadOnlyList<string> files)
    {
        json.WriteString("scenario", scenario.Scenario.Name);
        json.WriteString("scenarioHash", scenario.Scenario.Hash);
        json.WriteNumber("runs", plan.Runs.Count);
        json.WriteNumber("baselineRuns", plan.BaselineRuns);
        json.WriteNumber("residents", plan.Residents);
        json.WriteNumber("days", plan.Days);
        if (rate is null)
        {
            foreach (string unknown in (string[])["seconds", "memoryBytes", "diskBytes", "rate"])
            {
                json.WriteNull(unknown);
            }
        }
        else
        {
            json.WriteFinite("seconds", plan.Seconds);
            json.WriteNumber("memoryBytes", plan.MemoryBytes);
            json.WriteNumber("diskBytes", plan.DiskBytes);
            json.WriteObject("rate", () =>
            {
                json.WriteString("from", measured ? "measurement" : "last run");
                json.WriteFinite("residentDaysPerSecond", rate.ResidentDaysPerSecond);
                json.WriteNumber("residents", rate.Residents);
                json.WriteNumber("days", rate.Days);
                json.WriteNumber("workers", rate.Workers);
            });
        }

        json.WriteStrings("files", files);
        json.WriteObjects("list", plan.Runs, run =>
        {
            json.WriteNumber("number", run.Index);
            json.WriteString("name", run.Name);
            json.WriteStartArray("settings");
            foreach (string setting in run.Settings)
            {
                json.WriteStringValue(setting);
            }

            json.WriteEndArray();
            json.WriteNumber("seed", run.Seed);
            json.WriteNumber("replicate", run.Replicate);
            json.WriteNumber("draw", run.Draw);
            json.WriteNumber("days", run.Scenario.Days);
            json.WriteNumber("residents", run.Scenario.Residents ?? ScenarioPlanner.DefaultResidents);
            json.WriteString("scenarioHash", run.Scenario.Hash);
        });
    }

    private static string Runs(StudyPlan plan) =>
        $"{plan.Runs.Count:N0} of the scenario, {plan.BaselineRuns:N0} of the baseline to compare with";

    private static void PrintRuns(Terminal terminal, LoadedScenario scenario, StudyPlan plan)
    {
        bool draws = scenario.Scenario.Draws > 0;
        terminal.WriteHeading("The runs");
        TextTable table = new(draws ? [">Run", "Settings", ">Days", ">Seed", ">Draw"] : [">Run", "Settings", ">Days", ">Seed"], wrapping: 1);
        foreach (PlannedRun run in plan.Runs.Take(MostShown))
        {
            string settings = run.Settings.Count == 0 ? "as written" : string.Join("; ", run.Settings);
            Cell[] cells = [Numbers.Count(run.Index), settings, Numbers.Count(run.Scenario.Days), run.Seed.ToString(CultureInfo.InvariantCulture)];
            table.Add(draws ? [.. cells, Numbers.Count(run.Draw)] : cells);
        }

        table.Write(terminal);
        terminal.WriteLine();
        if (plan.Runs.Count > MostShown)
        {
            terminal.WriteLine($"... and {plan.Runs.Count - MostShown:N0} more; --json lists them all.");
        }

        terminal.WriteParagraph($"All of them, with their baselines: simulate study run {scenario.Path}");
    }
}
