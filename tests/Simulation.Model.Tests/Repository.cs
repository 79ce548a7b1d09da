using System.Runtime.CompilerServices;

namespace Simulation.Model.Tests;

/// <summary>Where the checkout is that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Simulation.sln.</summary>
    public static string Root([CallerFilePath] string file = "")
    {
        DirectoryInfo? folder = new FileInfo(file).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
