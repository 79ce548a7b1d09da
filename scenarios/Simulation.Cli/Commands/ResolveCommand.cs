using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Experiments.Running;
using Simulation.Scenarios;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate resolve</c>: a scenario with all that it extends and includes written out.</summary>
internal static class ResolveCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Scenario file, or name of a library scenario." };
        Option<string[]> settings = SettingOption.Make();
        Option<bool> bare = new("--no-origins") { Description = "Leave out the remarks that say where each value comes from." };
        Command command = new("resolve", "Print a scenario whole, with the origin of every value.") { file, settings, bare };
        command.SetAction(result =>
        {
            LoadedScenario scenario = LoadedScenario.Read(result.GetValue(file)!, result.GetValue(settings)!, terminal);
            string text = ResolvedText.Print(scenario.Scenario, origins: !result.GetValue(bare));
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json =>
                {
                    json.WriteString("scenario", scenario.Scenario.Name);
                    json.WriteString("scenarioHash", scenario.Scenario.Hash);
                    json.WriteString("text", text);
                });
            }
            else
            {
                terminal.RawOut.Write(text);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
