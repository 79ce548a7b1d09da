using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simulation.Cli.Output;

/// <summary>Prints exactly one JSON object to standard output; every one begins with the version of its form and the command.</summary>
internal static class JsonOutput
{
    /// <summary>Rises when a member changes its name or meaning or goes; new members do not raise it.</summary>
    public const int FormatVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // The object goes to a terminal or a file, never into a web page, so "é" may stay "é".
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints the object whose members <paramref name="members"/> writes.</summary>
    public static void Write(Terminal terminal, Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("formatVersion", FormatVersion);
            json.WriteString("command", terminal.Command);
            members(json);
            json.WriteEndObject();
        }

        terminal.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>Prints what went wrong.</summary>
    /// <param name="terminal">Where to print.</param>
    /// <param name="exitCode">What the shell is told.</param>
    /// <param name="message">What is wrong and what to do instead.</param>
    /// <param name="faults">The same one by one with their places; empty when the message is all there is to say.</param>
    public static void WriteError(Terminal terminal, int exitCode, string message, IReadOnlyList<Fault> faults) =>
        Write(terminal, json => json.WriteError(exitCode, message, faults));

    /// <summary>Writes the member <c>error</c>, which every object has when the command ends with another code than 0, and only then.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="exitCode">What the shell is told.</param>
    /// <param name="message">What is wrong and what to do instead.</param>
    /// <param name="faults">The same one by one with their places; empty when the message is all there is to say.</param>
    public static void WriteError(this Utf8JsonWriter json, int exitCode, string message, IReadOnlyList<Fault> faults) => json.WriteObject("error", () =>
    {
        json.WriteString("kind", ExitCodes.Word(exitCode));
        json.WriteNumber("exitCode", exitCode);
        json.WriteString("message", message);
        json.WriteObjects("errors", faults.Count > 0 ? faults : [new Fault(message)], fault => fault.Write(json));
    });

    /// <summary>Writes a number, or null for one that JSON cannot say.</summary>
    public static void WriteFinite(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a member that is an object.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string name, Action members)
    {
        json.WriteStartObject(name);
        members();
        json.WriteEndObject();
    }

    /// <summary>Writes a member that is an array of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a member that is an array of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
