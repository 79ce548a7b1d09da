using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Scenarios.Telling;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate explain</c>: a scenario in plain English, counted on the population.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> file = new("FILE") { Description = "Scenario file, or name of a library scenario." };
        Option<string[]> settings = SettingOption.Make();
        PopulationOptionSet population = new(withFile: true);
        Command command = new("explain", "Say a scenario in plain English: who does what, whom it reaches, what it costs.") { file, settings };
        population.AddTo(command);
        command.SetAction(result =>
        {
            LoadedScenario scenario = LoadedScenario.Read(result.GetValue(file)!, result.GetValue(settings)!, terminal);
            using OpenPopulation open = PopulationProvider.Open(
                scenario.Residents(population.Read(result)), Environment.ProcessorCount, terminal.Say, cancellation);
            scenario.CheckNames(open.Population);
            Explanation explanation = ScenarioExplainer.Explain(scenario.Scenario, open.Population);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => ExplanationReport.WriteJson(writer, scenario, explanation, open.Population.Count));
            }
            else
            {
                ExplanationReport.Print(terminal, explanation);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
