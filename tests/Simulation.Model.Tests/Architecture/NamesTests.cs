using System.Text.RegularExpressions;

namespace Simulation.Model.Tests.Architecture;

/// <summary>One word for each thing, and nothing referred to that a reader does not have.</summary>
public partial class NamesTests
{
    private static readonly string[] Sources = ["engine", "scenarios", "viewer"];

    [Fact]
    public void Types_OfTheProduct_HaveNamesOfTheirOwn()
    {
        var homes = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (string file in Files(".cs"))
        {
            string text = File.ReadAllText(file);
            string home = Namespace().Match(text).Groups[1].Value;
            foreach (Match type in TypeName().Matches(text))
            {
                (homes.TryGetValue(type.Groups[1].Value, out SortedSet<string>? known) ? known : homes[type.Groups[1].Value] = new(StringComparer.Ordinal)).Add(home);
            }
        }

        homes.Count.ShouldBeGreaterThan(400);
        homes.Where(h => h.Value.Count > 1).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").ShouldBeEmpty();
    }

    [Fact]
    public void Documents_ThatAreReferredTo_AreInTheRepository()
    {
        HashSet<string> here = [.. Files(".md").Select(f => Path.GetFileName(f))];
        foreach (string file in Files(".cs").Concat(Files(".md")).Concat(Files(".yaml")))
        {
            foreach (Match document in Document().Matches(File.ReadAllText(file)))
            {
                here.ShouldContain(document.Groups[1].Value, Path.GetRelativePath(Repository.Root(), file));
            }

            File.ReadAllText(file).ShouldNotContain("design basis", Case.Insensitive, "say the source itself: " + Path.GetRelativePath(Repository.Root(), file));
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public |internal )(?:static |sealed |abstract |readonly |ref |partial |unsafe )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(?<![\w.-])([\w-]+\.md)\b(?!\))")]
    private static partial Regex Document();

    private static IEnumerable<string> Files(string extension) => Sources
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root(), folder), "*" + extension, SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
