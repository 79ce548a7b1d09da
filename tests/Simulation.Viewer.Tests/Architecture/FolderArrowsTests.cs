using System.Text.RegularExpressions;
using Simulation.Viewer.Tests.Fixtures;

namespace Simulation.Viewer.Tests.Architecture;

/// <summary>The host's folders point one way.</summary>
public sealed partial class FolderArrowsTests
{
    // A folder may use those before it.
    private static readonly string[] Order =
        ["Protocol", "Stories", "Steering", "Sources", "Recordings", "Live", "Hosting", "Replay", "Wall", "Rendering", "CommandLine"];

    [Fact]
    public void Folders_OfTheHost_PointOneWay()
    {
        string source = Checkout.Find("viewer", "Simulation.Viewer");
        string[] folders = [.. Directory.EnumerateDirectories(source).Where(d => Directory.EnumerateFiles(d, "*.cs").Any()).Select(d => Path.GetFileName(d)!).Where(d => d is not ("obj" or "bin"))];
        folders.ShouldBe(Order, ignoreOrder: true);
        string[] backwards = [.. folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(source, folder), "*.cs")
            .SelectMany(file => Used().Matches(File.ReadAllText(file))
                .Select(match => match.Groups[1].Value)
                .Where(target => Array.IndexOf(Order, target) > Array.IndexOf(Order, folder))
                .Select(target => $"{folder}/{Path.GetFileName(file)} uses {target}")))];
        backwards.ShouldBeEmpty();
    }

    // A using, or a name written out or begun with its folder.
    [GeneratedRegex(@"(?:Simulation\.Viewer\.|[^.\w""](?=(?:Live|Hosting|Recordings|Sources|Replay|Rendering|CommandLine|Steering|Stories)\.[A-Z]))(\w+)")]
    private static partial Regex Used();
}
