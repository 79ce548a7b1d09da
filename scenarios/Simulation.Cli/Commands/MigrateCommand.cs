using System.CommandLine;
using System.Text;
using Simulation.Cli.Output;
using Simulation.Cli.Running;
using Simulation.Experiments;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Migrations;
using Simulation.Scenarios.Reading;

namespace Simulation.Cli.Commands;

/// <summary><c>simulate migrate</c>: a scenario of an older version brought forward, its comments kept.</summary>
internal static class MigrateCommand
{
    /// <summary>No such text, too large, not UTF-8.</summary>
    private static readonly string[] NotEvenText = ["SIM0001", "SIM0002", "SIM0003"];

    /// <summary>The command.</summary>
    public static Command Make(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "Scenario file in an older version of the language." };
        Option<string?> output = new("--out") { Description = "File to write (default: print it).", HelpName = "FILE" };
        Option<bool> force = new("--force") { Description = "Replace the file that --out names, or without --out FILE itself." };
        Command command = new("migrate", "Bring an older scenario file forward, comments kept.") { file, output, force };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            bool replace = result.GetValue(force);
            Migrate(terminal, path, result.GetValue(output) ?? (replace ? path : null), replace, result.IsJson());
            return ExitCodes.Success;
        });
        return command;
    }

    private static void Migrate(Terminal terminal, string path, string? output, bool force, bool json)
    {
        string text = ReadText(path);
        if (output is not null)
        {
            OutputFile.EnsureFree(output, force, "choose another name with --out");
        }

        MigrationResult result = ScenarioMigrator.Migrate(text, path);
        if (result.Text is null)
        {
            throw new ExperimentException(path + " cannot be brought forward", result.Diagnostics);
        }

        foreach (string change in result.Changes)
        {
            terminal.Say(change);
        }

        if (result.Changes.Count == 0)
        {
            terminal.Say($"{path} is in today's version; nothing is changed.");
        }

        bool written = output is not null && (result.Changes.Count > 0 || Path.GetFullPath(output) != Path.GetFullPath(path));
        if (written)
        {
            OutputFile.Write(output!, result.Text);
        }

        if (json)
        {
            JsonOutput.Write(terminal, writer =>
            {
                writer.WriteStrings("changes", result.Changes);
                writer.WriteString("file", written ? output : null);
                writer.WriteString("text", result.Text);
            });
        }
        else if (written)
        {
            terminal.WriteLine($"{output} is written");
        }
        else if (output is null)
        {
            terminal.RawOut.Write(result.Text);
        }
    }

    private static string ReadText(string path)
    {
        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: there is no such file; name a scenario file. The library is in today's version already.");
        }

        // The reader knows best what it cannot even open: size, encoding, characters that no editor shows.
        Diagnostic[] unreadable = [.. ScenarioReader.Read(path).Diagnostics
            .Where(d => d.Span.Source.Name == path && NotEvenText.Contains(d.Code.Id))];
        return unreadable.Length == 0
            ? Encoding.UTF8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')
            : throw new ExperimentException(path + " cannot be read", unreadable);
    }
}
