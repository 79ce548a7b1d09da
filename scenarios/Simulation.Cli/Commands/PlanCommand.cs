using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Studies;
using Simulation.Scenarios.Sweeps;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate plan</c>: the runs that a scenario makes, and what they take.</summary>
internal static class PlanCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> file = new("FILE") { Description = "Scenario file, or name of a library scenario." };
        Option<string[]> settings = SettingOption.Make();
        Option<bool> measure = new("--measure")
        {
            Description = "Measure the speed of this machine now, even when that of the last run is known.",
        };
        Command command = new("plan", "List the runs that a scenario makes: time, memory and disk.") { file, settings, measure };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            LoadedScenario scenario = LoadedScenario.Read(path, result.GetValue(settings)!, terminal);
            MeasuredRate? kept = result.GetValue(measure) ? null : KeptRate.Find(scenario.Scenario.Residents ?? ScenarioPlanner.DefaultResidents);

            // A program that asks what will be written need not wait for a measurement that it did not ask for.
            MeasuredRate? rate = kept ?? (result.IsJson() && !result.GetValue(measure) ? null : RateMeter.Measure(terminal, cancellation));
            StudyPlan plan = ScenarioPlanner.Plan(scenario.Scenario, rate?.ForPlanning() ?? new MachineRate(1, 0, 0, 0, 0));
            if (plan.Diagnostics.Count > 0)
            {
                throw new ExperimentException(path + " cannot be planned", plan.Diagnostics);
            }

            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => PlanReport.WriteJson(writer, scenario, plan, rate, measured: kept is null, Files(scenario)));
            }
            else
            {
                PlanReport.Print(terminal, scenario, plan, rate!, measured: kept is null);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>The run files that <c>run</c> writes, or <c>study run</c> for more runs than one, when they are given no name.</summary>
    private static IReadOnlyList<string> Files(LoadedScenario scenario)
    {
        string stem = Path.GetFileNameWithoutExtension(scenario.Path);
        return scenario.Scenario is { Draws: > 0 } or { Replicates: > 1 } or { Sweep: not null }
            ? [.. FrozenPlan.FilesOf(Study.Of(scenario.Scenario), new RunRequest { Workers = 1, Population = new PopulationRequest(null, null, null) }).Select(file => Path.Combine(stem, file))]
            : [stem + RunFileFormat.Extension];
    }
}
