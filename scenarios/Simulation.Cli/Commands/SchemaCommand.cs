using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Scenarios.Documentation;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate schema</c>: the JSON Schema by which editors complete and check scenarios.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Option<string?> output = new("--out") { Description = "File to write (default: print it).", HelpName = "FILE" };
        Option<bool> force = new("--force") { Description = "Replace the file if it exists." };
        Command command = new("schema", "Print the JSON Schema by which editors complete and check scenarios.") { output, force };
        command.SetAction(result =>
        {
            string schema = SchemaGenerator.Generate();
            if (result.GetValue(output) is not { } path)
            {
                if (result.IsJson())
                {
                    JsonOutput.Write(terminal, json =>
                    {
                        json.WritePropertyName("schema");
                        json.WriteRawValue(schema);
                    });
                }
                else
                {
                    terminal.RawOut.Write(schema);
                }

                return ExitCodes.Success;
            }

            OutputFile.EnsureFree(path, result.GetValue(force), "choose another name with --out");
            OutputFile.Write(path, schema);
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => json.WriteString("file", path));
                return ExitCodes.Success;
            }

            terminal.WriteLine($"{path} is written. Name it in the first line of a scenario:");
            terminal.WriteLine($"# yaml-language-server: $schema={path}");
            return ExitCodes.Success;
        });
        return command;
    }
}
