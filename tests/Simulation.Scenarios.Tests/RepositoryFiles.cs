using System.Runtime.CompilerServices;

namespace Simulation.Scenarios.Tests;

/// <summary>Finds files of the repository from where this source file stands.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    public static string Library => Path.Combine(Root, "scenarios", "library");

    public static string Golden => Path.Combine(Root, "tests", "golden", "language");

    public static string[] LibraryFiles() => [.. Directory.GetFiles(Library, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Find([CallerFilePath] string here = "")
    {
        string? folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("The repository's root was not found above " + here);
    }
}
