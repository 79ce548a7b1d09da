using System.Text.Json;
using Simulation.Scenarios;
using Simulation.Scenarios.Diagnostics;
using Simulation.Scenarios.Studies;

namespace Simulation.Cli.Output;

/// <summary>What was found in a file.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Scenario">The scenario, or null when the file has errors.</param>
/// <param name="Residents">Residents that it was counted on, or null.</param>
/// <param name="Diagnostics">Errors and warnings, in order.</param>
internal sealed record CheckedFile(string Path, Scenario? Scenario, int? Residents, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The study, where the file is one and has no errors.</summary>
    public Study? Study { get; init; }

    /// <summary>Number of errors.</summary>
    public int Errors => Diagnostics.Count(d => d.Severity == Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Diagnostics.Count - Errors;
}

/// <summary>Prints what was found in scenario files.</summary>
internal static class CheckReport
{
    /// <summary>
    /// Every mistake with its line and a caret. The lines of the files are shown as they are, however wide: a caret under
    /// a broken line would point at nothing.
    /// </summary>
    public static void Print(Terminal terminal, IReadOnlyList<CheckedFile> files)
    {
        foreach (CheckedFile file in files)
        {
            if (file.Diagnostics.Count == 0)
            {
                terminal.WriteLine($"{file.Path}: no mistakes");
            }
            else
            {
                terminal.RawOut.Write(DiagnosticPrinter.Print(file.Diagnostics));
            }
        }

        if (files.Count > 1)
        {
            int wrong = files.Count(f => f.Errors > 0);
            terminal.WriteLine(wrong == 0 ? $"None of {files.Count} files has errors." : $"{wrong} of {files.Count} files have errors.");
        }
    }

    /// <summary>Writes the members of the object that <c>check --json</c> prints.</summary>
    public static void WriteJson(Utf8JsonWriter json, IReadOnlyList<CheckedFile> files)
    {
        json.WriteNumber("errors", files.Sum(f => f.Errors));
        json.WriteNumber("warnings", files.Sum(f => f.Warnings));
        json.WriteObjects("files", files, file =>
        {
            json.WriteString("file", file.Path);
            json.WriteString("scenario", file.Scenario?.Name);
            json.WriteString("study", file.Study?.Name);
            json.WriteString("scenarioHash", file.Scenario?.Hash);
            if (file.Residents is { } residents)
            {
                json.WriteNumber("countedOnResidents", residents);
            }
            else
            {
                json.WriteNull("countedOnResidents");
            }

            json.WriteObjects("diagnostics", file.Diagnostics, found => Write(json, found));
        });
        int wrong = files.Count(f => f.Errors > 0);
        if (wrong > 0)
        {
            json.WriteError(
                ExitCodes.BadInput, $"{wrong} of {files.Count} {(files.Count == 1 ? "file has" : "files have")} errors.",
                Fault.Of(files.SelectMany(f => f.Diagnostics)));
        }
    }

    private static void Write(Utf8JsonWriter json, Diagnostic found)
    {
        json.WriteString("severity", found.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("code", found.Code.Id);
        json.WriteString("title", found.Code.Title);
        json.WriteString("file", found.Span.Source.Name);
        json.WriteNumber("line", found.Span.Line);
        json.WriteNumber("column", found.Span.Column);
        json.WriteNumber("endLine", found.Span.EndLine);
        json.WriteNumber("endColumn", found.Span.EndColumn);
        json.WriteString("message", found.Message);
        json.WriteString("hint", found.Hint);
    }
}
