using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments;
using Simulation.Experiments.Running;
using Simulation.Experiments.Studies;
using Simulation.Populations;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate calibrate</c>: numbers of the model from figures of one's own.</summary>
internal static class CalibrateCommand
{
    private const int UsualWaves = 3;
    private const int UsualResidents = 135_000;

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Option<string> file = new("--targets") { Description = "File (YAML) with the figures, and the numbers that may move to meet them.", HelpName = "FILE", Required = true };
        Option<string?> output = new("--out") { Description = "Scenario to write, with the numbers that come nearest, for others to extend.", HelpName = "FILE" };
        Option<int> waves = new("--waves") { Description = "Most waves of runs, ten for each number.", HelpName = "N", DefaultValueFactory = _ => UsualWaves };
        Option<bool> force = new("--force") { Description = "Replace a file that exists." };
        RunOptionSet options = new();
        Command command = new("calibrate", $"Find which values of some numbers of the model fit figures of your own (history matching), on {UsualResidents:N0} residents unless asked otherwise.") { file, output, waves };
        options.AddTo(command, withSettings: true);
        command.Add(force);
        command.Subcommands.Add(SolveCommand.Make(terminal, cancellation));
        waves.From(1, 10);
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            (OwnTargets? targets, IReadOnlyList<Diagnostic> diagnostics) = OwnTargetsReader.Read(path);
            if (targets is null)
            {
                throw new ExperimentException(path + " cannot be used", diagnostics);
            }

            string? scenario = result.GetValue(output);
            if (scenario is not null)
            {
                OutputFile.EnsureFree(scenario, result.GetValue(force), "choose another name with --out");
            }

            RunRequest request = options.Read(result);
            PopulationRequest asked = request.Population.IsNamed ? request.Population : request.Population with { Residents = UsualResidents };
            using OpenPopulation population = PopulationProvider.Open(asked, request.Workers, terminal.Say, cancellation);
            Fitted fitted = new Fitting(targets, population, request, terminal).Fit(result.GetValue(waves), cancellation);
            if (scenario is not null)
            {
                OutputFile.Write(scenario, Fitting.ToScenario(targets, fitted));
            }

            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => FittedReport.WriteJson(json, targets, fitted, scenario));
            }
            else
            {
                FittedReport.Print(terminal, targets, fitted, population.Population.Count, scenario);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
