using System.Text.RegularExpressions;

namespace Simulation.Viewer.Tests.Page;

/// <summary>The page's folders point one way: what is known never leans on what draws it.</summary>
public sealed partial class SourceTests
{
    // A folder may use those before it.
    private static readonly string[] Order = ["protocol", "model", "map", "present", "panels"];

    [Fact]
    public void Imports_BetweenFolders_PointOneWay()
    {
        string source = Path.Combine(Root(), "viewer", "web", "src");
        string[] backwards = [.. Order.SelectMany((folder, level) => Directory.EnumerateFiles(Path.Combine(source, folder), "*", SearchOption.AllDirectories)
            .SelectMany(file => Import().Matches(File.ReadAllText(file))
                .Select(match => match.Groups[1].Value)
                .Where(target => Array.IndexOf(Order, target) is var other && (other < 0 || other > level))
                .Select(target => $"{Path.GetRelativePath(source, file)} uses {target}")))];
        backwards.ShouldBeEmpty();
    }

    [GeneratedRegex("""(?:from|import) '\.\./([a-z]+)/""")]
    private static partial Regex Import();

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
    }
}
