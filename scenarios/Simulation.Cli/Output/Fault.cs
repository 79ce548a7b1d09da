using System.Text.Json;
using Simulation.Engine.Synthesis;
using Simulation.Results.RunFiles;
using Simulation.Scenarios.Diagnostics;

namespace Simulation.Cli.Output;

/// <summary>One thing that is wrong, as <c>--json</c> says it on every command.</summary>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record Fault(string Message)
{
    /// <summary>The file, as the user named it; null when no file is at fault.</summary>
    public string? File { get; init; }

    /// <summary>Line, from 1; null when the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>Column in the line, from 1; null when the whole line is meant.</summary>
    public int? Column { get; init; }

    /// <summary>Name of the column of a table of data; null elsewhere.</summary>
    public string? Field { get; init; }

    /// <summary>Stable code of a mistake in a scenario, e.g. <c>SIM0403</c>; null elsewhere.</summary>
    public string? Code { get; init; }

    /// <summary>What to write instead; null where the message says it.</summary>
    public string? Hint { get; init; }

    /// <summary>The errors among what was found in scenarios; warnings stop nothing.</summary>
    public static Fault[] Of(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(found => found.Severity == Severity.Error).Select(found => new Fault(found.Message)
        {
            File = found.Span.Source.Name,
            Line = found.Span.Line > 0 ? found.Span.Line : null,
            Column = found.Span.Line > 0 ? found.Span.Column : null,
            Code = found.Code.Id,
            Hint = found.Hint,
        })];

    /// <summary>What was found in a folder of data.</summary>
    public static Fault[] Of(IEnumerable<InputError> errors) =>
        [.. errors.Select(error => new Fault(error.Message)
        {
            File = error.File,
            Line = error.Line > 0 ? error.Line : null,
            Field = error.Column.Length > 0 ? error.Column : null,
        })];

    /// <summary>What is wrong with a run file.</summary>
    public static Fault[] Of(RunFileException error) => [new Fault(error.Message) { File = error.Path }];

    /// <summary>Writes its members.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("file", File);
        WriteNumber("line", Line);
        WriteNumber("column", Column);
        json.WriteString("field", Field);
        json.WriteString("code", Code);
        json.WriteString("message", Message);
        json.WriteString("hint", Hint);

        void WriteNumber(string name, int? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
    }
}
