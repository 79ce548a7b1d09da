using System.Text.RegularExpressions;

namespace Simulation.Viewer.Tests.Page;

/// <summary>The page's folders point one way: what is known never leans on what draws it.</summary>
public sealed partial class SourceTests
{
    // A folder may use those before it.
    private static readonly string[] Order = ["protocol", "model", "map", "present", "panels", "wall", "explore"];

    [Fact]
    public void Imports_BetweenFolders_PointOneWay()
    {
        string source = Path.Combine(Root(), "viewer", "web", "src");
        string[] backwards = [.. Order.SelectMany((folder, level) => Directory.EnumerateFiles(Path.Combine(source, folder), "*", SearchOption.AllDirectories)
            .SelectMany(file => Imported(source, file)
                .Where(target => !target.StartsWith("../../look/", StringComparison.Ordinal))
                .Where(target => Array.IndexOf(Order, target.Split('/')[0]) is var other && (other < 0 || other > level))
                .Select(target => $"{Path.GetRelativePath(source, file)} uses {target}")))];
        backwards.ShouldBeEmpty();
    }

    [Fact]
    public void Card_DrawsWithoutThePainter()
    {
        string source = Path.Combine(Root(), "viewer", "web", "src");
        string[] card = [.. Directory.EnumerateFiles(Path.Combine(source, "map", "card")).SelectMany(file => Imported(source, file))];
        card.ShouldNotBeEmpty();
        card.ShouldAllBe(target => !target.StartsWith("map/painter/", StringComparison.Ordinal));
    }

    /// <summary>What a file of the page imports of the page, by its path within the sources.</summary>
    private static IEnumerable<string> Imported(string source, string file) => Import().Matches(File.ReadAllText(file))
        .Select(match => Path.GetRelativePath(source, Path.GetFullPath(match.Groups[1].Value, Path.GetDirectoryName(file)!)).Replace('\\', '/'));

    [GeneratedRegex("""(?:from|import) '(\.\.?/[^']+)'""")]
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
