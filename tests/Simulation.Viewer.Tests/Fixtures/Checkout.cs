namespace Simulation.Viewer.Tests.Fixtures;

/// <summary>The sources that the tests lie in.</summary>
internal static class Checkout
{
    /// <summary>A file or folder of the sources.</summary>
    public static string Find(params string[] parts)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder.ShouldNotBeNull("the tests run inside the checkout").FullName, .. parts]);
    }
}
