using System.Reflection;
using Simulation.Viewer.Protocol;

namespace Simulation.Viewer.Stories;

/// <summary>Stories that a presenter may turn to: those that lie beside the one that was given, and those that the program brings.</summary>
public sealed class StoryShelf
{
    private const string Resource = "Simulation.Viewer.Stories.";
    private const string Extension = ".yaml";
    private readonly SortedDictionary<string, Func<IReadOnlyList<string>, Story>> stories = new(StringComparer.Ordinal);

    /// <summary>Looks what there is; nothing is read for it but the first lines.</summary>
    /// <param name="given">The file of the story that was given, or null.</param>
    public StoryShelf(string? given = null)
    {
        Assembly assembly = typeof(StoryShelf).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)))
        {
            string name = resource[Resource.Length..^Extension.Length];
            stories[name] = places =>
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                return StoryReader.Parse(text.ReadToEnd(), name, places);
            };
        }

        foreach (string file in Beside(given).Where(StoryReader.Begins))
        {
            stories[Path.GetFileNameWithoutExtension(file)] = places => StoryReader.Read(file, places);
        }
    }

    /// <summary>Their names, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. stories.Keys];

    /// <summary>Reads one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="places">Names of the population's places.</param>
    /// <exception cref="ViewerException">There is none of that name, or it cannot be used.</exception>
    public Story Read(string name, IReadOnlyList<string> places) => stories.TryGetValue(name, out Func<IReadOnlyList<string>, Story>? read)
        ? read(places)
        : throw new ViewerException($"There is no story '{name}' here; there are {string.Join(", ", Names)}.");

    private static string[] Beside(string? given)
    {
        try
        {
            return given is not null && Path.GetDirectoryName(Path.GetFullPath(given)) is { } folder ? Directory.GetFiles(folder, "*" + Extension) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever reads the given story says what is wrong there.
            return [];
        }
    }
}
