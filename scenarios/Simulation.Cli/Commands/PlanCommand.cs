using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments.Running;
using Simulation.Scenarios.Diagnostics;
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
        Option<bool> json = new("--json") { Description = "Print one JSON object, with every run, instead of a table." };
        Command command = new("plan", "List the runs that a scenario makes: time, memory and disk.") { file, settings, measure, json };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            LoadedScenario scenario = LoadedScenario.Read(path, result.GetValue(settings)!, terminal);
            MeasuredRate? kept = result.GetValue(measure) ? null : KeptRate.Find(scenario.Scenario.Residents ?? ScenarioPlanner.DefaultResidents);
            MeasuredRate rate = kept ?? RateMeter.Measure(terminal, cancellation);
            StudyPlan plan = ScenarioPlanner.Plan(scenario.Scenario, rate.ForPlanning());
            if (plan.Diagnostics.Count > 0)
            {
                throw new CommandException(path + " cannot be planned" + Environment.NewLine + DiagnosticPrinter.Print(plan.Diagnostics).TrimEnd());
            }

            if (result.GetValue(json))
            {
                JsonOutput.Write(terminal, writer => PlanReport.WriteJson(writer, scenario, plan, rate, measured: kept is null));
            }
            else
            {
                PlanReport.Print(terminal, scenario, plan, rate, measured: kept is null);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
