using Simulation.Tests.Architecture;

namespace Simulation.Window.Tests.Architecture;

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_OfTheWindow_PointOneWay() =>
        FolderArrows.Against(typeof(WallLoop), "Native", "Painting", "").ShouldBeEmpty();
}
