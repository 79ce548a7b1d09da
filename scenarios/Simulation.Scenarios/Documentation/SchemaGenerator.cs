using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Simulation.Engine.Interventions;
using Simulation.Engine.Interventions.Kinds;
using Simulation.Scenarios.Binding;
using Simulation.Scenarios.Values;

namespace Simulation.Scenarios.Documentation;

/// <summary>
/// The JSON Schema (draft-07) that editors complete, describe and check scenarios by. It is a first sieve: what it refuses is
/// wrong, what it lets through the reader still checks.
/// </summary>
public static class SchemaGenerator
{
    private const string Number = "^[+\\-\u2212]?[0-9.,]+";

    /// <summary>The schema as text.</summary>
    public static string Generate()
    {
        using var memory = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(memory, options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", "Scenario");
            json.WriteString("description", "A what-if for the activity of 2.7 million residents of Cheshire & Merseyside.");
            WriteBlock(json, Shapes.Scenario, withType: true);
            json.WriteStartObject("definitions");
            foreach (InterventionKind kind in InterventionCatalogue.Kinds)
            {
                json.WriteStartObject(kind.Key);
                json.WriteString("description", Describe(kind));
                json.WriteStartArray("type");
                json.WriteStringValue("object");
                json.WriteStringValue("null");
                json.WriteEndArray();
                WriteBlock(json, Shapes.Intervention(kind), withType: false);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    private static string Describe(InterventionKind kind) =>
        $"{kind.Summary} Usually delivered by {kind.DefaultOwner}; level: {kind.Level.ToString().ToLowerInvariant()}; reaches {ReachParser.NounOf(kind.Reaches)}. Evidence: {kind.Evidence.Finding} ({kind.Evidence.Source})";

    private static void WriteBlock(Utf8JsonWriter json, Shape shape, bool withType)
    {
        if (withType)
        {
            json.WriteString("type", "object");
        }

        if (shape.Keys.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (KeySpec key in shape.Keys)
            {
                json.WriteStartObject(key.Name);
                WriteValue(json, key);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        if (shape.Keys.Any(k => k.Required))
        {
            json.WriteStartArray("required");
            foreach (KeySpec key in shape.Keys.Where(k => k.Required))
            {
                json.WriteStringValue(key.Name);
            }

            json.WriteEndArray();
        }

        if (shape.Other is null)
        {
            json.WriteBoolean("additionalProperties", false);
        }
        else
        {
            json.WriteStartObject("additionalProperties");
            WriteValue(json, shape.Other);
            json.WriteEndObject();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, KeySpec key)
    {
        json.WriteString("description", $"{key.Summary} Example: {key.Example}");
        switch (key.Form)
        {
            case ValueForm.Block when key.Shorthand is { } shorthand:
                json.WriteStartArray("anyOf");
                json.WriteStartObject();
                WriteForm(json, key, shorthand);
                json.WriteEndObject();
                json.WriteStartObject();
                WriteBlock(json, key.Block!, withType: true);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            case ValueForm.Block:
                WriteBlock(json, key.Block!, withType: true);
                break;
            default:
                WriteForm(json, key, key.Form);
                break;
        }
    }

    private static void WriteForm(Utf8JsonWriter json, KeySpec key, ValueForm form)
    {
        switch (form)
        {
            case ValueForm.Whole:
                Types(json, "integer", "string");
                json.WriteString("pattern", "^[0-9][0-9,]*$");
                break;
            case ValueForm.Quantity when key.Dimension == Dimension.PerWeek:
                Types(json, "string");
                break;
            case ValueForm.Quantity:
                Types(json, "string", "number");
                json.WriteString("pattern", Number);
                break;
            case ValueForm.Share:
                Types(json, "string", "number");
                json.WriteString("pattern", "^[0-9.]+ ?(%|percent|per cent)?$");
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", 1);
                break;
            case ValueForm.Date:
                Types(json, "string");
                json.WriteString("pattern", "^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}(st|nd|rd|th)? [A-Za-z]{3,9}\\.?,? [0-9]{4})$");
                break;
            case ValueForm.Choice:
                json.WriteStartArray("enum");
                foreach (string word in key.Words)
                {
                    json.WriteStringValue(word);
                }

                json.WriteEndArray();
                break;
            case ValueForm.Switch:
                json.WriteStartArray("enum");
                foreach (string word in new[] { "yes", "no", "on", "off" })
                {
                    json.WriteStringValue(word);
                }

                json.WriteBooleanValue(true);
                json.WriteBooleanValue(false);
                json.WriteEndArray();
                break;
            case ValueForm.Reach or ValueForm.Ages or ValueForm.Deprivation:
                AnyOf(json, () => Types(json, "string", "number"), () => ArrayOf(json, [], "string", "number"));
                break;
            case ValueForm.Words:
                AnyOf(json, () => WordOf(json, key.Words), () => ArrayOf(json, key.Words, "string", "number"));
                break;
            case ValueForm.Effect:
                Types(json, "string", "number", "object");
                break;
            case ValueForm.Any:
                Types(json, "string", "number", "boolean", "array", "object");
                break;
            case ValueForm.List when key.Name == "interventions":
                WriteInterventions(json);
                break;
            case ValueForm.List:
                Types(json, "array");
                break;
            case ValueForm.Text when key.Words.Count > 0:
                AnyOf(json, () => WordOf(json, key.Words));
                break;
            case ValueForm.Text:
                Types(json, "string", "number");
                break;
            default:
                Types(json, "string");
                break;
        }
    }

    private static void WriteInterventions(Utf8JsonWriter json)
    {
        Types(json, "array", "null");
        json.WriteStartObject("items");
        AnyOf(
            json,
            () =>
            {
                json.WriteStartArray("enum");
                foreach (InterventionKind kind in InterventionCatalogue.Kinds)
                {
                    json.WriteStringValue(kind.Key);
                }

                json.WriteEndArray();
            },
            () =>
            {
                json.WriteString("type", "object");
                json.WriteNumber("minProperties", 1);
                json.WriteNumber("maxProperties", 1);
                json.WriteStartObject("properties");
                foreach (InterventionKind kind in InterventionCatalogue.Kinds)
                {
                    json.WriteStartObject(kind.Key);
                    json.WriteString("$ref", $"#/definitions/{kind.Key}");
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                json.WriteBoolean("additionalProperties", false);
            });
        json.WriteEndObject();
    }

    private static void AnyOf(Utf8JsonWriter json, params Action[] alternatives)
    {
        json.WriteStartArray("anyOf");
        foreach (Action alternative in alternatives)
        {
            json.WriteStartObject();
            alternative();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A word: the usual ones for completion, any other for the reader to judge.</summary>
    private static void WordOf(Utf8JsonWriter json, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            Types(json, "string", "number");
            return;
        }

        AnyOf(
            json,
            () =>
            {
                json.WriteStartArray("enum");
                foreach (string word in words)
                {
                    json.WriteStringValue(word);
                }

                json.WriteEndArray();
            },
            () => Types(json, "string"));
    }

    private static void ArrayOf(Utf8JsonWriter json, IReadOnlyList<string> words, params string[] types)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        if (words.Count > 0)
        {
            WordOf(json, words);
        }
        else
        {
            Types(json, types);
        }

        json.WriteEndObject();
    }

    private static void Types(Utf8JsonWriter json, params string[] types)
    {
        if (types.Length == 1)
        {
            json.WriteString("type", types[0]);
            return;
        }

        json.WriteStartArray("type");
        foreach (string type in types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
    }
}
