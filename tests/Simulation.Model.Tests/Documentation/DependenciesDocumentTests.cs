using System.Text.Json;
using System.Xml.Linq;

namespace Simulation.Model.Tests.Documentation;

/// <summary>The page that says what the program leans on, and why, names every package at the version that is pinned, and no other.</summary>
public sealed class DependenciesDocumentTests
{
    private static string In(string path) => Path.Combine(Repository.Root(), path);

    [Fact]
    public void EveryPinnedPackage_StandsThereWithItsVersionAndAReason()
    {
        IEnumerable<(string Name, string Version)> packages = XDocument.Load(In("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => (p.Attribute("Include")!.Value, p.Attribute("Version")!.Value));
        using JsonDocument page = JsonDocument.Parse(File.ReadAllText(In("viewer/web/package.json")));
        IEnumerable<(string Name, string Version)> modules = page.RootElement.GetProperty("devDependencies").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!));

        string[] rows = [.. File.ReadAllLines(In("engine/docs/dependencies.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| Package", StringComparison.Ordinal))];
        rows.Select(row => row.Split('|')).Select(cells => (cells[1].Trim(), cells[2].Trim())).Order().ShouldBe(packages.Concat(modules).Order());
        rows.ShouldAllBe(row => row.Split('|')[3].Trim().Length > 5);
    }
}
