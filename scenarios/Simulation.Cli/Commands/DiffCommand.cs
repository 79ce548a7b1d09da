using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Cli.Output;
using Simulation.Engine.Populations;
using Simulation.Experiments.Running;
using Simulation.Populations;
using Simulation.Scenarios.Telling;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate diff</c>: what two scenarios differ in by meaning.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> first = new("A") { Description = "Scenario file, or name of a library scenario." };
        Argument<string> second = new("B") { Description = "The one that is set beside it." };
        PopulationOptionSet population = new(withFile: true);
        Command command = new("diff", "Say what two scenarios differ in, by meaning and by whom they reach.") { first, second };
        population.AddTo(command);
        command.SetAction(result =>
        {
            LoadedScenario a = LoadedScenario.Read(result.GetValue(first)!, [], terminal);
            LoadedScenario b = LoadedScenario.Read(result.GetValue(second)!, [], terminal);
            using OpenPopulation? open = a.AtHand(population.Read(result), terminal, cancellation);
            if (open is not null)
            {
                a.CheckNames(open.Population);
                b.CheckNames(open.Population);
            }

            DiffResult found = ScenarioDiff.Compare(a.Scenario, b.Scenario, open?.Population);
            Region? region = open is null ? null : Region.Of(open.Population);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, writer => DiffReport.WriteJson(writer, a, b, found, region));
            }
            else
            {
                DiffReport.Print(terminal, a, b, found, region);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
