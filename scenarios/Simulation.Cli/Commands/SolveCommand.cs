using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Engine.Baselines;
using Simulation.Engine.Calibration;
using Simulation.Engine.Parameters;
using Simulation.Populations;

namespace Simulation.Cli.Commands;

/// <summary>
/// <c>simulate calibrate solve</c>: solves the baseline anew, for those who change the model. Hidden from the list of commands: a
/// user who runs scenarios never needs it.
/// </summary>
internal static class SolveCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Option<string> output = new("--out") { Description = "File to write: engine/Simulation.Engine/Baselines/solved.moving.csv or that of another structure.", HelpName = "FILE", Required = true };
        Option<string?> from = new("--from") { Description = "File to begin with (default: a first guess).", HelpName = "FILE" };
        Option<PropensityStructure> structure = new("--propensity") { Description = "What is taken to become of propensities." };
        Option<int> rounds = new("--rounds") { Description = "Simulated years.", HelpName = "N", DefaultValueFactory = _ => 12 };
        PopulationOptionSet population = new(withFile: true);
        Command command = new("solve", "Solve the baseline's propensities and constants so that a year meets published shares.") { output, from, structure, rounds };
        command.Hidden = true;
        population.AddTo(command);
        command.SetAction(result =>
        {
            OutputFile.EnsureFree(result.GetValue(output)!, force: true, string.Empty);
            using OpenPopulation open = PopulationProvider.Open(
                population.Read(result), Environment.ProcessorCount, terminal.Say, cancellation);
            Baseline start = Calibrator.Guess();
            if (result.GetValue(from) is { } file)
            {
                using StreamReader reader = new(file);
                start = Baseline.Read(reader);
            }

            Baseline solved = Calibrator.Solve(
                open.Population, result.GetValue(structure), start, result.GetValue(rounds), Environment.ProcessorCount, terminal.Say);
            string path = result.GetValue(output)!;
            using StringWriter text = new();
            solved.Write(text);
            OutputFile.Write(path, text.ToString());
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => json.WriteString("file", path));
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
