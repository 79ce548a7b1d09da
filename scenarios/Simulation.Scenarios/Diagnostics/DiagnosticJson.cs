using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulation.Scenarios.Diagnostics;

/// <summary>Diagnostics for programs: one object with counts and a list, each entry with its place, code, message and hint.</summary>
public static class DiagnosticJson
{
    /// <summary>The JSON text, on one line.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("errors", diagnostics.Count(d => d.Severity == Severity.Error));
            json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == Severity.Warning));
            json.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("file", diagnostic.Span.Source.Name);
                json.WriteNumber("line", diagnostic.Span.Line);
                json.WriteNumber("column", diagnostic.Span.Column);
                json.WriteNumber("endLine", diagnostic.Span.EndLine);
                json.WriteNumber("endColumn", diagnostic.Span.EndColumn);
                json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
                json.WriteString("code", diagnostic.Code.Id);
                json.WriteString("message", diagnostic.Message);
                if (diagnostic.Hint is { } hint)
                {
                    json.WriteString("hint", hint);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
