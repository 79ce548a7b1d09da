using System.CommandLine;
using Simulation.Cli.Options;
using Simulation.Viewer.Stories;

namespace Simulation.Viewer.CommandLine;

/// <summary>Reads what is to be shown.</summary>
internal static class ShowReading
{
    /// <summary>What the user asked for.</summary>
    public static ViewerOptions Read(this ShowOptionSet show, ParseResult parsed, string? story, string? record = null, string? study = null) => new(
        parsed.GetValue(show.What) ?? [], show.Population.Read(parsed), parsed.GetValue(show.Days), parsed.GetValue(show.Seed),
        parsed.GetValue(show.Workers) ?? Environment.ProcessorCount, story, record, study);

    /// <summary>Takes the story out of what is shown: a YAML file that begins one.</summary>
    public static (ViewerOptions Options, string? Story) Split(ViewerOptions options)
    {
        string? story = options.Files.FirstOrDefault(IsStory);
        return (options with { Files = [.. options.Files.Where(f => f != story)] }, story);
    }

    private static bool IsStory(string file)
    {
        if (!file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return StoryReader.Begins(file);
    }
}
