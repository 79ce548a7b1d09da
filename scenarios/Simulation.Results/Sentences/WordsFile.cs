using System.Text.Json.Serialization;

namespace Simulation.Results.Sentences;

/// <summary>The content of <c>words.json</c>.</summary>
internal sealed record WordsFile(
    IReadOnlyDictionary<string, double> Thresholds,
    IReadOnlyDictionary<string, string> Sentences,
    IReadOnlyDictionary<string, string> Ranges,
    IReadOnlyDictionary<string, string> Gaps,
    IReadOnlyDictionary<string, string> Who,
    Dictionary<string, IndicatorWords> Indicators,
    IReadOnlyList<string> Forbidden);

/// <summary>Reads <see cref="WordsFile"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WordsFile))]
internal sealed partial class WordsContext : JsonSerializerContext;
