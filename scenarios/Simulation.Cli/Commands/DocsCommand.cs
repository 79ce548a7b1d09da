using System.CommandLine;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Scenarios.Documentation;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate docs</c>: the reference of the language, written from the definitions that scenarios are read by.</summary>
internal static class DocsCommand
{
    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Option<string?> output = new("--out") { Description = "Markdown file to write (default: print it).", HelpName = "FILE" };
        Option<bool> force = new("--force")
        {
            Description = "Renew the reference at the end of a file that exists; the text above it stays.",
        };
        Command command = new("docs", "Print the reference of the scenario language.") { output, force };
        command.SetAction(result =>
        {
            if (result.GetValue(output) is not { } path)
            {
                string reference = LanguageReference.Generate();
                if (result.IsJson())
                {
                    JsonOutput.Write(terminal, json => json.WriteString("markdown", reference));
                }
                else
                {
                    terminal.RawOut.Write(reference);
                }

                return ExitCodes.Success;
            }

            OutputFile.EnsureFree(path, result.GetValue(force), "choose another name with --out");
            OutputFile.Write(path, File.Exists(path) ? LanguageReference.Renew(File.ReadAllText(path)) : LanguageReference.Generate());
            if (result.IsJson())
            {
                JsonOutput.Write(terminal, json => json.WriteString("file", path));
            }
            else
            {
                terminal.WriteLine($"{path} is written");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
