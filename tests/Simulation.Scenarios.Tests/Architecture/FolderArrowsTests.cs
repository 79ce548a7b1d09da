using Simulation.Tests.Architecture;

namespace Simulation.Scenarios.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheLanguage_PointOneWay() =>
        FolderArrows.Against(
            typeof(Scenario),
            "Sources", "Diagnostics", "Syntax", "", "Values", "Resolution", "Binding", "Checks", "Reading", "Costing", "Telling", "Sweeps",
            "Studies", "Migrations", "Documentation").ShouldBeEmpty();
}
