using System.Globalization;
using Simulation.Engine.Files;
using Simulation.Viewer.Protocol;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Simulation.Viewer.Stories;

/// <summary>Reads story.yaml; every fault is listed with its place.</summary>
public sealed class StoryReader
{
    private const int MaxBytes = 256 * 1024;
    private const int FirstLines = 20;
    private static readonly string[] Layers = ["activity", "inactive", "school", "travel", "leisure", "minutes", "deprivation"];
    private static readonly string[] Comparisons = ["off", "difference", "side", "swipe"];
    private static readonly string[] Keys = ["title", "caption", "notes", "place", "zoom", "layer", "compare", "indicator", "week", "date", "play", "view", "school", "hold"];
    private static readonly string[] Views = ["everybody", "change", "places"];
    private readonly string path;
    private readonly IReadOnlyList<string>? places;
    private readonly List<string> faults = [];

    private StoryReader(string path, IReadOnlyList<string>? places)
    {
        this.path = path;
        this.places = places;
    }

    /// <summary>Reads a story file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="places">Names of the population's places; null while they are not known, then any will do.</param>
    /// <exception cref="ViewerException">It cannot be used; the message lists every fault.</exception>
    public static Story Read(string path, IReadOnlyList<string>? places)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MaxBytes }
                ? throw new ViewerException($"{path} is longer than any story; give a story.yaml.")
                : Parse(File.ReadAllText(path), path, places);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ViewerException($"{path}: {FileFault.Reading(path, e)}", e);
        }
    }

    /// <summary>Whether a YAML file begins a story.</summary>
    public static bool Begins(string path)
    {
        try
        {
            return File.ReadLines(path).Take(FirstLines).Any(line => line.StartsWith("story:", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the file says what is wrong with it.
            return false;
        }
    }

    /// <summary>Reads a story from text.</summary>
    /// <exception cref="ViewerException">It cannot be used; the message lists every fault.</exception>
    public static Story Parse(string text, string path, IReadOnlyList<string>? places)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new ViewerException($"{path}:{e.Start.Line}:{e.Start.Column}: this is not YAML: {e.Message}", e);
        }

        var reader = new StoryReader(path, places);
        Story? story = reader.Story(stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null);
        return reader.faults.Count == 0 && story is not null
            ? story
            : throw new ViewerException(string.Join(Environment.NewLine, reader.faults));
    }

    private Story? Story(YamlNode? root)
    {
        if (root is not YamlMappingNode block)
        {
            Fault(root, "a story begins with 'story: TITLE' and has a list of 'steps'");
            return null;
        }

        foreach (KeyValuePair<YamlNode, YamlNode> entry in block.Children.Where(e => Text(e.Key) is not ("story" or "version" or "steps")))
        {
            Fault(entry.Key, $"'{Text(entry.Key)}' is not known here; a story has 'story', 'version' and 'steps'");
        }

        var steps = new List<StoryStep>();
        if (Find(block, "steps") is YamlSequenceNode { Children.Count: > 0 } list)
        {
            steps.AddRange(list.Children.Select(Step).OfType<StoryStep>());
        }
        else
        {
            Fault(block, "'steps' is missing; write a list with at least one '- title: …'");
        }

        return new Story(Text(Find(block, "story")) ?? path, steps);
    }

    private StoryStep? Step(YamlNode node)
    {
        if (node is not YamlMappingNode block)
        {
            Fault(node, "a step is a block that begins with '- title: …'");
            return null;
        }

        foreach (YamlNode key in block.Children.Keys.Where(k => !Keys.Contains(Text(k))))
        {
            Fault(key, $"'{Text(key)}' is not known in a step; a step has {string.Join(", ", Keys)}");
        }

        if (Text(Find(block, "title")) is null)
        {
            Fault(block, "a step needs a 'title'");
        }

        return new StoryStep(
            Text(Find(block, "title")) ?? string.Empty,
            Text(Find(block, "caption")) ?? string.Empty,
            Text(Find(block, "notes")) ?? string.Empty,
            places is null ? Text(Find(block, "place")) : Choice(block, "place", places),
            Number(block, "zoom", 1, 200),
            Choice(block, "layer", Layers),
            Choice(block, "compare", Comparisons),
            Text(Find(block, "indicator")),
            (int?)Number(block, "week", 0, 5200),
            Number(block, "play", 0.1, 1000),
            Date(block),
            Choice(block, "view", Views),
            Text(Find(block, "school")),
            Number(block, "hold", 0, 600));
    }

    private string? Choice(YamlMappingNode block, string key, IReadOnlyList<string> known)
    {
        YamlNode? node = Find(block, key);
        if (node is null)
        {
            return null;
        }

        string? found = known.FirstOrDefault(k => k.Equals(Text(node), StringComparison.OrdinalIgnoreCase));
        if (found is null)
        {
            Fault(node, $"'{Text(node)}' is no {key}; it is one of {string.Join(", ", known)}");
        }

        return found;
    }

    private double? Number(YamlMappingNode block, string key, double minimum, double maximum)
    {
        YamlNode? node = Find(block, key);
        if (node is null)
        {
            return null;
        }

        if (double.TryParse(Text(node), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= minimum && value <= maximum)
        {
            return value;
        }

        Fault(node, $"'{key}' is a number from {minimum} to {maximum}, not '{Text(node)}'");
        return null;
    }

    private DateOnly? Date(YamlMappingNode block)
    {
        if (Find(block, "date") is not { } node)
        {
            return null;
        }

        if (Find(block, "week") is not null)
        {
            Fault(node, "a step has a 'week' or a 'date', not both");
        }

        if (DateOnly.TryParseExact(Text(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        Fault(node, $"'date' is a date such as 2027-01-15, not '{Text(node)}'");
        return null;
    }

    private void Fault(YamlNode? node, string words) => faults.Add($"{path}:{node?.Start.Line ?? 1}:{node?.Start.Column ?? 1}: {words}.");

    private static YamlNode? Find(YamlMappingNode block, string key) => block.Children.FirstOrDefault(e => Text(e.Key) == key).Value;

    private static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
