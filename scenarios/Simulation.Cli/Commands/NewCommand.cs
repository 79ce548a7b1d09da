using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Scenarios.Documentation;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate new</c>: a commented scenario to start from.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Scenario file to write, e.g. my-plan.yaml." };
        Option<string> name = new("--name")
        {
            Description = "Name of the scenario.",
            HelpName = "TEXT",
            DefaultValueFactory = _ => "My first scenario",
        };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        Command command = new("new", "Write a commented scenario to start from.") { file, name, force };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value.Length > 100)
            {
                result.AddError("--name must be at most 100 characters long.");
            }
        });
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            OutputFile.EnsureFree(path, result.GetValue(force), "choose another name");
            OutputFile.Write(path, ScenarioStarter.Create(result.GetValue(name)!).ReplaceLineEndings("\n"));
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => json.WriteString("file", path));
                return ExitCodes.Success;
            }

            terminal.WriteLine($"{path} is written. Next:");
            terminal.WriteLine($"  simulate check {path}");
            terminal.WriteLine($"  simulate explain {path}");
            terminal.WriteLine($"  simulate compare baseline {path}");
            return ExitCodes.Success;
        });
        return command;
    }
}
