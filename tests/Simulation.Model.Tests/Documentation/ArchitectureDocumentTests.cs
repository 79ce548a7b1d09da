using System.Text.RegularExpressions;

namespace Simulation.Model.Tests.Documentation;

/// <summary>The drawing of the folders is what the tests of the assemblies hold, and the newcomer's walk names files that are there.</summary>
public sealed partial class ArchitectureDocumentTests
{
    // Half of the files that a newcomer had to enter before the walk was written.
    private const int Half = (86 + 23) / 2;

    private static string Text => File.ReadAllText(Path.Combine(Repository.Root(), "engine", "docs", "architecture.md"));

    [Fact]
    public void Drawing_OfTheFolders_IsWhatIsHeldOfTheAssemblies()
    {
        string drawing = Space().Replace(Text, " ");
        string[] tests = Directory.GetFiles(Path.Combine(Repository.Root(), "tests"), "FolderArrowsTests.cs", SearchOption.AllDirectories);
        int drawn = 0;
        foreach (Match held in tests.SelectMany(file => Held().Matches(File.ReadAllText(file))))
        {
            string[] folders = [.. Folder().Matches(held.Groups[1].Value).Select(folder => folder.Groups[1].Value is { Length: > 0 } name ? name : "(root)")];
            drawing.ShouldContain(string.Join(" ◄─ ", folders));
            drawn++;
        }

        drawn.ShouldBe(9);
    }

    [Fact]
    public void Walk_OfANewcomer_NamesFilesThatAreThereAndFewOfThem()
    {
        string text = Text;
        string walk = text[text.IndexOf("## A walk", StringComparison.Ordinal)..text.IndexOf("## Adding things", StringComparison.Ordinal)];
        string[] files =
        [
            .. new[] { "engine", "scenarios", "viewer" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root(), folder), "*", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(Repository.Root(), file).Replace('\\', '/'))
                .Where(file => !file.Contains("node_modules", StringComparison.Ordinal)),
        ];
        HashSet<string> named = [];
        foreach (string word in Word().Matches(walk).Select(word => word.Groups[1].Value))
        {
            string tail = word[(word.IndexOf('/', StringComparison.Ordinal) + 1)..];
            string file = "/" + tail + (Path.GetFileName(tail).Contains('.', StringComparison.Ordinal) ? string.Empty : ".cs");
            if (Array.Exists(files, there => there.EndsWith(file, StringComparison.Ordinal)))
            {
                named.Add(Path.GetFileName(file));
            }
            else if (word.Contains('/', StringComparison.Ordinal))
            {
                Array.Exists(files, there => there.StartsWith(word + "/", StringComparison.Ordinal)).ShouldBeTrue($"{word} is not there");
            }
        }

        walk.ShouldContain($"It names {named.Count} files.");
        named.Count.ShouldBeLessThan(Half);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    // The folders that are held to point one way; a list the other way round is a test of the test.
    [GeneratedRegex(@"Against\(\s*typeof\(\w+\),\s*((?:""[\w.]*"",?\s*)+)\)\.ShouldBeEmpty")]
    private static partial Regex Held();

    [GeneratedRegex(@"""([\w.]*)""")]
    private static partial Regex Folder();

    [GeneratedRegex(@"`([\w./-]+)`")]
    private static partial Regex Word();
}
